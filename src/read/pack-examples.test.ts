import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { CliticsFile, FrameFile, type LanguagePack, loadPacks, tree, trees } from '../packs/index.js'
import { checkExample, exampleDocument, type Verdict } from './check-example.js'
import { createReader } from './index.js'
import { KNOWN_FAILURES, knownFailures } from './known-failures.js'

/**
 * Reads every example of the packs: those of the frame files and those of `examples/*.yml`. What the grammar does not
 * read yet stands in `test/known-failures.yml` with its reason; an entry that reads well again must leave the list.
 * `ISNAD_SETTLE=1` writes the list anew.
 */
const HEAD = `# What the reader is known not to do yet. A listed example or test that holds fails the suite: take it out.
# examples: those of the packs, with what is read instead (ISNAD_SETTLE=1 npx vitest run src/read/pack-examples)
# tests: others, with the reason
`

interface Case {
  id: string
  language: string
  text: string
  verdict(): Verdict | null
}

const packs = loadPacks()
const reader = createReader(packs)
const read = (language: string, text: string, date?: string) =>
  reader.read(exampleDocument(language, text, date)).claims
const procliticsOf = (l: LanguagePack | undefined) =>
  (l && tree(l, 'grammar/clitics.yml', CliticsFile)?.proclitics) ?? []

function frameCases(l: LanguagePack): Case[] {
  return [...trees(l, 'frames/', FrameFile)].flatMap(([path, file]) => {
    const base = { language: l.id }
    const id = (text: string) => `languages/${l.id}/${path}: ${text}`
    const shown = file.examples.map(({ text, date, expect: e }) => ({
      ...base,
      id: id(text),
      text,
      verdict: () =>
        checkExample(
          e.map((x) => ({ type: file.type, ...x })),
          read(l.id, text, date),
          procliticsOf(l),
        ),
    }))
    const silent = file.counterexamples.map(({ text }) => ({
      ...base,
      id: id(text),
      text,
      verdict: () =>
        checkExample(
          [],
          read(l.id, text).filter((c) => c.type === file.type),
        ),
    }))
    return [...shown, ...silent]
  })
}

const cases: Case[] = [
  ...[...packs.languages.values()].flatMap(frameCases),
  ...packs.examples.map((x) => ({
    id: `${x.file}#${x.id}`.replace(/^.*?packs\//, ''),
    language: x.lang,
    text: x.text,
    verdict: () => checkExample(x.expect, read(x.lang, x.text, x.date), procliticsOf(packs.languages.get(x.lang))),
  })),
]
const list = knownFailures()
const known = list.examples
const found: Record<string, string> = {}
const settle = process.env.ISNAD_SETTLE === '1'

describe('examples of the packs', () => {
  test.each(cases.map((c) => [c.id, c] as const))('%s', (id, c) => {
    const verdict = c.verdict()
    if (verdict) found[id] = `${verdict.miss}: ${verdict.detail}`
    if (settle) return
    if (id in known) expect(verdict, 'reads well now: take it out of test/known-failures.yml').not.toBeNull()
    else expect(verdict).toBeNull()
  })

  test('no two examples have one id, and the list names only examples that there are', () => {
    const ids = cases.map((c) => c.id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    if (!settle) expect(Object.keys(known).filter((id) => !ids.includes(id))).toEqual([])
  })
})

afterAll(() => {
  if (settle) {
    const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
    writeFileSync(KNOWN_FAILURES, HEAD + stringify({ examples: sorted, tests: list.tests }, { lineWidth: 0 }))
  }
  const sorts = new Map<string, number>()
  for (const r of Object.values(found)) sorts.set(r.split(':')[0]!, (sorts.get(r.split(':')[0]!) ?? 0) + 1)
  const shares = [...sorts].map(([sort, n]) => `${sort} ${n}`).join(', ')
  console.info(`examples of the packs: ${cases.length}, known failures ${Object.keys(found).length} (${shares})`)
})
