import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaptureOptions, capture } from './capture.js'
import type { Captured } from './captured.js'
import { NO_KNOWLEDGE } from './knowledge.js'
import { isPublicAddress } from './public-address.js'

const ARABIC = 'قالت اللجنة القبلية في رداع إن تسعة محتجزين عادوا إلى بيوتهم يوم الأحد بعد وساطة طويلة.'
const ENGLISH = 'The tribal committee in Radaa said on Sunday that nine detainees had gone home.'

async function all(inputs: string[], options: Partial<CaptureOptions> = {}): Promise<Captured[]> {
  const results: Captured[] = []
  for await (const one of capture(inputs, { knowledge: NO_KNOWLEDGE, ...options })) results.push(one)
  return results
}

function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-capture-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const one = async (content: string | Uint8Array, name = 'a.txt') => {
  const [result] = await all([join(folderOf({ [name]: content }), name)])
  return result?.ok && 'document' in result ? result.document : result
}

it("takes a site's own name in its dateline for the outlet, not for an agency that it reprints", async () => {
  const page = (host: string) => `URL: https://${host}/1\n\nالمكلا – الضفاف\n${ARABIC}`
  expect(await one(page('aldifaf.example'))).toMatchObject({ outlet: 'الضفاف', basis: { outlet: 'byline' } })
  expect(await one(page('aldifaf.example'))).not.toHaveProperty('credit')
  expect(await one(page('wadi-post.example'))).toMatchObject({ outlet: 'المكلا', credit: 'الضفاف' })
})

describe('a folder', () => {
  it('is walked in sorted order, bad files are named with their reason, and the rest goes on', async () => {
    const folder = folderOf({
      'b.txt': ENGLISH,
      'a/z.txt': ARABIC,
      'c.bin': new Uint8Array([7, 1, 2, 3, 0, 0, 0, 9]),
      'd.pdf': '%PDF-1.7 …',
      'e.txt': '',
      'README.md': 'About these files.',
      '.hidden': ENGLISH,
    })
    const results = await all([folder, join(folder, 'nowhere.txt')])
    expect(results.map((r) => [r.path.slice(folder.length + 1), r.ok || r.code])).toEqual([
      ['a/z.txt', true],
      ['b.txt', true],
      ['c.bin', 'unsupported-format'],
      ['d.pdf', 'damaged-file'],
      ['e.txt', 'empty-document'],
      ['nowhere.txt', 'not-found'],
    ])
  })
})

describe('what is no file', () => {
  it('is named where a folder holds it, and linked folders are not entered', async () => {
    const folder = folderOf({ 'a.txt': ENGLISH })
    symlinkSync('.', join(folder, 'b'))
    execFileSync('mkfifo', [join(folder, 'c')])
    symlinkSync('c', join(folder, 'd'))
    symlinkSync('a.txt', join(folder, 'e'))
    const results = await all([folder])
    expect(results.map((r) => [r.path.slice(folder.length + 1), r.ok || r.code])).toEqual([
      ['a.txt', true],
      ['b', 'unsupported-format'],
      ['c', 'unsupported-format'],
      ['d', 'unsupported-format'],
      ['e', true],
    ])
  })
  it('is read as it comes where it was named, and not without end', async () => {
    const results = await all(['/dev/zero'], { limits: { fileBytes: 100_000 } })
    expect(results).toMatchObject([{ ok: false, code: 'over-limit' }])
  })
})

describe('plain text', () => {
  it('takes header lines off, and offsets begin after them', async () => {
    const head = 'Title: Nine go home\nPublished: 2024-05-12\nRestatedFrom: https://a.example/1\nTLP: TLP:AMBER\n\n'
    expect(await one(head + ENGLISH)).toMatchObject({
      title: 'Nine go home',
      published: { from: '2024-05-12', basis: 'metadata' },
      restatedFrom: 'https://a.example/1',
      tlp: 'amber',
      language: 'en',
      text: ENGLISH,
    })
  })
  it('leaves text that only looks like headers', async () => {
    const text = `Radaa: nine go home\nAden: no news\n\n${ENGLISH}`
    expect(await one(text)).toMatchObject({ text })
  })
  it('refuses a TLP marking that does not exist', async () => {
    expect(await one(`TLP: purple\n\n${ENGLISH}`)).toMatchObject({ ok: false, code: 'bad-header' })
  })
  it.each([
    ['utf8', false],
    ['windows-1256', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ])('reads %s (byte order mark: %s)', async (encoding, addBOM) => {
    expect(await one(iconv.encode(ARABIC, encoding, { addBOM }))).toMatchObject({
      text: ARABIC,
      language: 'ar',
    })
  })
  it('keeps every line that it keeps as it stood', async () => {
    const text = `  ${ENGLISH}\t\r\n\r\n“${ARABIC}”`
    const document = (await one(text)) as { text: string }
    expect(document.text.split('\n')).toEqual([`  ${ENGLISH}\t`, '', `“${ARABIC}”`])
  })
})

describe('a web page', () => {
  const page = (charset: string) => `<!DOCTYPE html><html lang="ar"><head><meta charset="${charset}">
    <title>عودة تسعة محتجزين | السهل</title><meta property="og:site_name" content="السهل">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"عودة تسعة محتجزين",
    "datePublished":"2024-05-12T08:00:00+03:00","author":{"name":"لميس حيدر"}}]}</script></head><body>
    <nav><a href="/">الرئيسية</a></nav><article><h1>عودة تسعة محتجزين</h1>${`<p>${ARABIC}</p>`.repeat(4)}
    <p><a href="/2">اقرأ خبراً آخر عن المدينة نفسها</a></p></article><footer>حقوق</footer></body></html>`
  it.each(['utf-8', 'windows-1256'])('in %s gives its article and its metadata', async (charset) => {
    const document = await one(iconv.encode(page(charset), charset), 'page')
    expect(document).toMatchObject({
      title: 'عودة تسعة محتجزين',
      outlet: 'السهل',
      author: 'لميس حيدر',
      published: { from: '2024-05-12', to: '2024-05-12', basis: 'metadata' },
      language: 'ar',
    })
    expect((document as { text: string }).text.split('\n').filter(Boolean)).toEqual(Array(4).fill(ARABIC))
  })
})

describe('standard input and ids', () => {
  it('reads - and names the bytes by their hash', async () => {
    const stdin = (async function* () {
      yield ENGLISH
    })()
    const [a] = await all(['-'], { stdin })
    const b = await one(ENGLISH)
    expect(a).toMatchObject({ ok: true, path: '-' })
    expect(a?.ok && 'document' in a && a.document.id).toBe((b as { id: string }).id)
  })
})

describe('addresses', () => {
  let server: Server
  let base = ''
  beforeAll(async () => {
    server = createServer((request, response) => {
      const hops = Number(/^\/hop(\d)/.exec(request.url ?? '')?.[1] ?? 0)
      if (hops) return response.writeHead(302, { location: `/hop${hops - 1}` }).end()
      if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end()
      if (request.url === '/endless') {
        const timer = setInterval(() => response.write('word '.repeat(10)), 20)
        return response.on('close', () => clearInterval(timer))
      }
      if (request.url === '/inside') return response.writeHead(302, { location: 'http://10.1.2.3/' }).end()
      if (request.url === '/large') return response.end('x'.repeat(5000))
      if (request.url === '/gone') return response.writeHead(404).end()
      response.setHeader('content-type', 'text/plain; charset=windows-1256')
      response.end(iconv.encode(ARABIC, 'windows-1256'))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  it('are fetched, with redirects', async () => {
    const [result] = await all([`${base}/hop3`], { allowPrivate: true })
    expect(result).toMatchObject({ ok: true, document: { text: ARABIC, url: `${base}/hop0` } })
    const redirects = [3, 2, 1].map((n) => ({ url: `${base}/hop${n}`, status: 302 }))
    expect(result).toMatchObject({ custody: { url: `${base}/hop0`, status: 200, redirects } })
    const headers = new Map(result?.ok && 'custody' in result ? result.custody?.headers : [])
    expect(headers.get('content-type')).toBe('text/plain; charset=windows-1256')
  })
  it('of one host are let through by its name, and only of it', async () => {
    const allowHosts = ['127.0.0.1']
    expect(await all([base], { allowHosts })).toMatchObject([{ ok: true }])
    expect(await all([`${base}/inside`], { allowHosts })).toMatchObject([{ code: 'bad-address' }])
  })
  it.each([
    ['/', {}, 'bad-address'],
    ['/', { allowPrivate: true, allowFetch: false }, 'bad-address'],
    ['/loop', { allowPrivate: true }, 'fetch-failed'],
    ['/gone', { allowPrivate: true }, 'fetch-failed'],
    ['/endless', { allowPrivate: true, limits: { fetchSeconds: 0.4 } }, 'fetch-failed'],
    ['/large', { allowPrivate: true, limits: { fileBytes: 1000 } }, 'fetch-failed'],
  ])('%s with %j is refused', async (path, options, code) => {
    expect(await all([base + path], options)).toMatchObject([{ ok: false, code }])
  })
  it('refuses a name that leads inside, and other schemes', async () => {
    const port = base.split(':')[2]
    expect(await all([`http://localhost:${port}/`])).toMatchObject([{ code: 'bad-address' }])
    expect(await all(['ftp://a.example/x'])).toMatchObject([{ code: 'bad-address' }])
  })
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fc00::1',
    '64:ff9b::a00:1',
    'x',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  it.each(['93.184.216.34', '2606:2800:220:1::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})
