import { describe, expect, it } from 'vitest'
import { cleanPage } from '../src/capture/index.js'
import { captureKnowledge } from '../src/case/index.js'
import { loadPacks } from '../src/packs/index.js'
import { LAYOUTS } from './arabic-pages/layouts.js'
import { REPORTS } from './arabic-pages/reports.js'

const knowledge = captureKnowledge(loadPacks())

/** Runs of four words and how often each occurs: the measure of the public article-extraction benchmark. */
function runs(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i + 4 <= words.length; i++) {
    const run = words.slice(i, i + 4).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

function scores(expected: string, found: string): { precision: number; recall: number } {
  const [truth, made] = [runs(expected), runs(found)]
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const shared = [...truth].reduce((total, [run, count]) => total + Math.min(count, made.get(run) ?? 0), 0)
  return { precision: shared / Math.max(1, sum(made)), recall: shared / sum(truth) }
}

const pages = Object.entries(LAYOUTS).flatMap(([name, layout], at) =>
  [0, 1, 2].map((n) => {
    const report = REPORTS[(at + n * 3) % REPORTS.length]!
    return { name: `${name} ${n + 1}`, html: layout(report, at + n), report }
  }),
)

describe('pages of Arabic news sites', async () => {
  const results = await Promise.all(
    pages.map(async ({ name, html, report }) => {
      const page = await cleanPage(Buffer.from(html), 'page', knowledge)
      return { name, report, page, ...scores(report.paragraphs.join('\n'), page.text) }
    }),
  )
  it('are at least forty', () => expect(results.length).toBeGreaterThanOrEqual(40))
  it.each(results)('$name gives its report', ({ precision, recall, page }) => {
    expect(recall, page.text).toBeGreaterThan(0.9)
    expect(precision, page.text).toBeGreaterThan(0.8)
  })
  it('give more than .97 of their reports, and less than .03 of anything else', () => {
    const mean = (of: 'precision' | 'recall') => results.reduce((sum, one) => sum + one[of], 0) / results.length
    expect(mean('recall')).toBeGreaterThan(0.97)
    expect(mean('precision')).toBeGreaterThan(0.97)
  })
})
