import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TableFile } from '../packs/index.js'
import { failureOf } from './captured.js'
import { NO_KNOWLEDGE } from './knowledge.js'
import { docxOf, epubOf, opened, pdfOf, tarOf, warcOf, zipOf } from './testing.js'

const REPORT = 'عاد تسعة صيادين إلى ميناء رمال يوم الأحد. Nine came home to Rimal, a port officer said.'
const HTML = `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><article><p>${REPORT}</p></article></body></html>`
/** Rows of prose, so that tables are read and not only refused. */
const prose = {
  id: 'x',
  recognise: ['day', 'text'],
  columns: { text: 'text', published: { column: 'day', as: 'iso' } },
}
const KNOWLEDGE = { ...NO_KNOWLEDGE, tables: [TableFile.parse(prose)] }
/** Milliseconds that each format is fuzzed for: enough for CI, longer with ISNAD_FUZZ_MS. */
const BUDGET = Number(process.env.ISNAD_FUZZ_MS ?? 1500)

const SEEDS: Record<string, () => Promise<Uint8Array>> = {
  html: async () => Buffer.from(HTML),
  text: async () => Buffer.from(`Title: x\nPublished: 2024-01-01\n\n${REPORT}`),
  markdown: async () => Buffer.from(`# x\n\n${REPORT} [a](https://b.example)\n\n- c`),
  pdf: async () => pdfOf([[{ x: 50, y: 700, text: REPORT }]]),
  docx: () => docxOf([REPORT]),
  epub: () => epubOf([`<p>${REPORT}</p>`]),
  mail: async () =>
    Buffer.from(`From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Sun, 11 Feb 2024 09:00:00 +0300\n\n${REPORT}`),
  feed: async () =>
    Buffer.from(
      `<rss version="2.0"><channel><title>x</title><item><title>y</title><description>${REPORT}</description></item></channel></rss>`,
    ),
  atom: async () =>
    Buffer.from(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>y</title><link href="https://a.example/1"/><updated>2024-02-11T06:00:00Z</updated><content type="html">&lt;p&gt;${REPORT}&lt;/p&gt;</content></entry></feed>`,
    ),
  'json feed': async () =>
    Buffer.from(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'x',
        items: [{ id: '1', url: 'https://a.example/1', content_html: `<p>${REPORT}</p>` }],
      }),
    ),
  telegram: async () =>
    Buffer.from(
      JSON.stringify({
        name: 'x',
        type: 'public_channel',
        id: 1,
        messages: [{ id: 2, type: 'message', date: '2024-02-11T08:00:00', text: [REPORT] }],
      }),
    ),
  table: async () => Buffer.from(`day,what,text\n2024-02-11,raid,${REPORT}\n2024-02-12,"a, b",${REPORT}`),
  'json lines': async () =>
    Buffer.from([1, 2].map((n) => JSON.stringify({ day: '2024-02-11', what: n, text: REPORT })).join('\n')),
  zip: () => zipOf({ 'a.txt': REPORT, 'b.html': HTML }),
  tar: async () => gzipSync(await tarOf({ 'a.txt': REPORT })),
  gzip: async () => gzipSync(HTML),
  wacz: async () =>
    zipOf({
      'archive/data.warc.gz': await warcOf({ 'https://a.example/': { type: 'text/html', body: HTML } }),
      'datapackage.json': '{}',
    }),
  warc: () => warcOf({ 'https://a.example/': { type: 'text/html', body: HTML } }),
}

/** Places and values by which a file is damaged: bytes changed, a stretch taken out, a stretch said twice. */
const damage = fc.array(
  fc.record({
    how: fc.constantFrom('set', 'cut', 'twice'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.nat(255),
    length: fc.integer({ min: 1, max: 64 }),
  }),
  { minLength: 1, maxLength: 12 },
)

function damaged(seed: Uint8Array, changes: { how: string; at: number; value: number; length: number }[]): Uint8Array {
  let bytes = Buffer.from(seed)
  for (const { how, at, value, length } of changes) {
    const place = Math.floor(at * Math.max(0, bytes.length - 1))
    if (how === 'set') bytes[place] = value
    else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + length)])
    else bytes = Buffer.concat([bytes.subarray(0, place + length), bytes.subarray(place)])
  }
  return bytes
}

describe('a damaged file gives documents or failures that say what is wrong, never a fault of the program', () => {
  it.each(Object.keys(SEEDS))('%s', { timeout: BUDGET + 60_000 }, async (name) => {
    const seed = await SEEDS[name]!()
    // Loading libraries is not what is measured.
    await opened(seed)
    let runs = 0
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        runs += 1
        const found = await opened(damaged(seed, changes), KNOWLEDGE, {
          reportBytes: 1_000_000,
          unpackedBytes: 5_000_000,
        })
        for (const one of found) {
          if (one.kind !== 'failure') continue
          const { code, message } = failureOf('in', one.error)
          // `unreadable-file` is what an error gets that nobody foresaw.
          expect([code, message]).not.toEqual(['unreadable-file', message])
        }
      }),
      { interruptAfterTimeLimit: BUDGET, numRuns: 100_000, seed: 20240211 },
    )
    expect(runs).toBeGreaterThan(3)
  })
})
