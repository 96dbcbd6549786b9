import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { capture } from './capture.js'
import { failureOf } from './captured.js'
import { NO_KNOWLEDGE } from './knowledge.js'
import type { Limits } from './limits.js'
import { docxOf, opened, pdfFrom, tarOf, zipOf } from './testing.js'

const REPORT = 'Nine fishermen came home to Rimal on Sunday, a port officer said. They had been held for two months.'
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000)
const nested = (depth: number) => `<html><body>${'<div>'.repeat(depth)}${REPORT}${'</div>'.repeat(depth)}</body></html>`

/** What is said of bytes: `document`, `container`, or the code of the failure and the limit that it names. */
async function said(bytes: string | Uint8Array, limits: Partial<Limits> = {}) {
  return (await opened(bytes, NO_KNOWLEDGE, limits)).map((one) => {
    if (one.kind !== 'failure') return one.kind
    const { code, message } = failureOf('in', one.error)
    return [code, /\((\w+)\)$/.exec(message)?.[1]].filter(Boolean).join(' ')
  })
}

const page = (table: string) => `<html><body><p>${REPORT}</p><table>${table}</table></body></html>`

const WORDS = `BT /F 10 Tf 50 700 Td (${REPORT}) Tj ET`
/** A PDF of one page, in which something is not as it should be. */
function pdf({ kids = '3 0 R', count = 1, words = WORDS, length = '', drawings = [] as string[], trailer = '' } = {}) {
  const drawing = '/Resources << /XObject << /X 6 0 R >> >> '
  const stream = (content: string, more = '', long = String(content.length)) =>
    `<< /Length ${long} ${more}>>\nstream\n${content}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(words, '', length || String(words.length)),
    ...drawings.map((content) => stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${drawing}`)),
  ]
  return pdfFrom(objects, trailer)
}

/** Where a PDF's table of objects begins; what the trailer says does not move it. */
const tableAt = (file: Buffer) => /startxref\n(\d+)/.exec(file.toString('latin1'))?.[1]

/** Archives in archives: the innermost holds a report. */
async function dolls(depth: number) {
  let bytes = await zipOf({ 'a.txt': REPORT })
  for (let i = 0; i < depth; i++) bytes = await zipOf({ 'inner.zip': bytes, 'a.txt': `${REPORT} ${i}` })
  return bytes
}

describe('hostile input gets one clear line, and what is good beside it is read', () => {
  it.each<[string, () => unknown, Partial<Limits>, string[]]>([
    ['a gzip bomb', () => gzipSync(zeros(30)), {}, ['over-limit ratio']],
    [
      'a zip bomb beside a report',
      () => zipOf({ 'a.txt': REPORT, 'bomb.txt': zeros(30) }),
      {},
      ['container', 'document', 'over-limit ratio'],
    ],
    [
      'an archive that unpacks to too much',
      () => zipOf({ 'a.txt': REPORT.repeat(20), 'b.txt': `${REPORT} ${REPORT}`.repeat(20) }),
      { unpackedBytes: 3000 },
      ['container', 'document', 'over-limit unpackedBytes'],
    ],
    ['a bomb in a Word document', () => docxOf([REPORT], { 'word/media/x.xml': zeros(30) }), {}, ['over-limit ratio']],
    [
      'entities in a Word document',
      () => docxOf([REPORT], { 'word/settings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      {},
      ['damaged-file'],
    ],
    [
      'archives inside archives',
      () => dolls(3),
      { depth: 2 },
      ['container', 'document', 'document', 'document', 'over-limit depth'],
    ],
    ['too many files', () => zipOf({ 'a.txt': REPORT, 'b.txt': REPORT }), { parts: 1 }, ['over-limit parts']],
    ['elements inside elements', () => nested(5000), {}, ['over-limit nesting']],
    ['elements just deep enough', () => nested(300), {}, ['document']],
    [
      'too many elements',
      () => `<html><body>${'<b></b>'.repeat(1000)}</body></html>`,
      { elements: 500 },
      ['over-limit elements'],
    ],
    ['values inside values', () => `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, ['over-limit nesting']],
    ['a report that is too large', () => REPORT.repeat(100), { reportBytes: 5000 }, ['over-limit reportBytes']],
    ['an archive cut short', async () => (await zipOf({ 'a.txt': REPORT })).subarray(0, 120), {}, ['damaged-file']],
    [
      'a tar cut short',
      async () => (await tarOf({ 'a.txt': REPORT.repeat(20) })).subarray(0, 900),
      {},
      ['container', 'damaged-file'],
    ],
    ['a gzip cut short', () => gzipSync(REPORT.repeat(20)).subarray(0, 60), {}, ['damaged-file']],
    ['a web archive that is none', () => 'WARC/1.0\r\nbroken', {}, ['container']],
    ['a page that is nothing but comments', () => `${'<!---->'.repeat(580)}x`, {}, ['document']],
    [
      'a page whose scripts hold pages',
      () => page('<tr><td>9</td></tr>').replace('<table>', `<script>x="${'<div>'.repeat(3000)}"</script><table>`),
      {},
      ['document'],
    ],
    [
      'an export in which messages are none',
      () =>
        JSON.stringify({
          type: 'public_channel',
          id: 1,
          messages: [
            null,
            7,
            { id: 1, type: 'message', date: 5, text: REPORT },
            { id: {}, type: 'message', date: '2024-02-04', forwarded_from: ['x'], text: `${REPORT} Again.` },
          ],
        }),
      {},
      ['container', 'document', 'document'],
    ],
    ['a picture', () => Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), {}, ['unsupported-format']],
    ['nothing', () => '', {}, ['empty-document']],
  ])('%s', async (_, make, limits, expected) => {
    expect(await said((await make()) as Uint8Array, limits)).toEqual(expected)
  })
  it.each<[string, () => string | Uint8Array, string[]]>([
    ['a PDF whose pages hold themselves', () => pdf({ kids: '2 0 R' }), ['unreadable-file']],
    ['a PDF that says it has a thousand million pages', () => pdf({ count: 1e9 }), ['document']],
    [
      'a PDF with a drawing that draws itself twice',
      () => pdf({ words: `${WORDS} /X Do`, drawings: ['/X Do /X Do'] }),
      ['document'],
    ],
    [
      'a PDF whose table of objects goes back to itself',
      () => pdf({ trailer: `/Prev ${tableAt(pdf())} ` }),
      ['document'],
    ],
    ['a PDF with a text as long as itself', () => pdf({ length: '5 0 R' }), ['document']],
    [
      'a table of more rows than any',
      () => `date,place,text\n${'2024-01-01,Rimal,a raid\n'.repeat(250_000)}`,
      ['container', 'needs-mapping'],
    ],
    ['a page of more cells than any', () => page('<tr><td>9</td></tr>'.repeat(120_000)), ['over-limit elements']],
    ['a cell over all rows and columns', () => page('<tr><td rowspan=65534 colspan=1000>9</td></tr>'), ['document']],
  ])('%s', { timeout: 20_000 }, async (_, make, expected) => {
    expect(await said(make())).toEqual(expected)
  })

  it('names with .. stay below', async () => {
    const tar = await tarOf({
      '../../etc/a.txt': REPORT,
      '/root/b.txt': `${REPORT} Again.`,
      'c\\..\\d.txt': `${REPORT} Last.`,
    })
    const found = await opened(tar)
    expect(found.slice(1).map(({ path }) => path)).toEqual(['in#etc/a.txt', 'in#root/b.txt', 'in#c/d.txt'])
  })
})

describe('the parser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-bad-'))
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  async function captured(paths: string[], limits: Partial<Limits>) {
    const results: string[] = []
    // A knowledge of its own, so that this test has a worker of its own.
    for await (const one of capture(paths, { knowledge: { ...NO_KNOWLEDGE }, limits }))
      results.push(one.ok ? 'ok' : `${one.code}: ${one.message}`)
    return results
  }
  it('is ended when it takes too long, and the inputs behind are read by another', { timeout: 60_000 }, async () => {
    // Thousands of open formatting elements, each reopened in every paragraph: slow for any parser of pages.
    const slow = `<html><body>${'<a><b><i>'.repeat(40_000)}<table>${'<tr><td>x'.repeat(60_000)}</body></html>`
    const paths = [file('slow.html', slow), file('good.txt', REPORT)]
    const results = await captured(paths, { seconds: 8, nesting: 1e9, elements: 1e9 })
    expect(results[0]).toMatch(/^over-limit/)
    expect(results[1]).toBe('ok')
  })
  it('is ended over one part of an archive, and the other parts are read', { timeout: 120_000 }, async () => {
    const slow = `<html><body>${'<a><b><i>'.repeat(40_000)}<table>${'<tr><td>x'.repeat(60_000)}</body></html>`
    const parts = {
      'a.txt': REPORT,
      'b.html': slow,
      'c.txt': `${REPORT} Again.`,
      'd.html': `${slow} `,
      'e.txt': `${REPORT} Last.`,
    }
    const paths = [file('one-slow.zip', await zipOf(parts)), file('good3.txt', `${REPORT} Beside.`)]
    // Long enough for the good parts on a machine with much else to do; the slow ones take longer still.
    const results = await captured(paths, { seconds: 8, nesting: 1e9, elements: 1e9 })
    expect(results.map((one) => one.split(':')[0])).toEqual(['ok', 'ok', 'over-limit', 'ok', 'over-limit', 'ok', 'ok'])
  })
  it('is ended when it takes too much memory', { timeout: 60_000 }, async () => {
    const list = JSON.stringify({ messages: Array.from({ length: 3_000_000 }, () => [[]]), type: 'x', id: 1 })
    const results = await captured([file('big.json', list), file('good2.txt', REPORT)], { memoryMb: 150 })
    expect(results[0]).toMatch(/^(?:over-limit|empty-document)/)
    expect(results[1]).toBe('ok')
  })
})
