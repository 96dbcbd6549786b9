import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { capture, NO_KNOWLEDGE } from '../src/capture/index.js'
import { zipOf } from '../src/capture/testing.js'
import { createCase, openCase } from '../src/case/open-case.js'
import type { Steps } from '../src/case/steps.js'
import { unpackCase } from '../src/case/unpack-case.js'
import { reader, testSteps, world } from './case-steps.js'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'isnad-custody-'))
const knowledge = { ...NO_KNOWLEDGE }
/** The real capture with the reader of the made-up world. */
const steps: Steps = {
  world,
  reader: reader(),
  capture: (inputs, options) => capture(inputs, { knowledge, allowPrivate: true, ...options }),
}
const page = (killed: number, advertisement: string) =>
  `<!doctype html><html><head><title>Attack in Rimal</title></head><body><article><p>Harbour Front attacked Coast Army in Rimal on 2024-02-03, killing ${killed}, Salim Sami said.</p><p>The town has been quiet since, and its market is open again, said a trader on the square. People came from far to buy bread, fish and salt.</p></article><script>${advertisement}</script></body></html>`

let served = ''
let server: Server
let address = ''
const asked: string[] = []
/** What the site's rules say; without, it has none. */
let robots: string | undefined
/** Whether the server fails to give them. */
let failing = false
/** The answer for pages of a server that is busy. */
let busy = false
const feed = () =>
  `<rss version="2.0"><channel><title>Rimal Post</title>${['/moved', '/gone'].map((path) => `<item><title>x</title><link>${address}${path}</link><description>Harbour Front attacked Coast Army in Sidra on 2024-02-05, killing 2, Salim Sami said. All quiet since.</description></item>`).join('')}</channel></rss>`
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/moved') return response.writeHead(302, { location: '/report' }).end()
    if (request.url === '/feed') {
      asked.push(request.headers['if-none-match'] ?? 'without condition')
      if (request.headers['if-none-match'] === '"f"') return response.writeHead(304).end()
      response.setHeader('etag', '"f"')
      return response.end(feed())
    }
    if (request.url === '/robots.txt' && failing) return response.writeHead(500).end()
    if (request.url === '/robots.txt') return response.writeHead(robots === undefined ? 404 : 200).end(robots)
    if (busy) return response.writeHead(503, { 'retry-after': '3600' }).end()
    if (request.url === '/gone') return response.writeHead(404).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('etag', '"7"')
    response.end(served)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

let day = 0
const now = () => new Date(Date.UTC(2024, 1, 10) + 86_400_000 * day++).toISOString()
const makeCase = (name: string) => createCase(join(folder, name), { name, tlp: 'clear' }, { steps, now })

describe('an address captured more than once', () => {
  it('gives a version for each text, shows what changed, and says which version a claim rests on', async () => {
    const kase = await makeCase('versions')
    served = page(4, 'a')
    const first = await kase.add([`${address}/moved`])
    served = page(4, 'another advertisement')
    const same = await kase.add([`${address}/report`])
    served = page(6, 'a')
    const edited = await kase.add([`${address}/report`])
    expect([first.added.length, same.added.length, same.unchanged.length]).toEqual([1, 0, 1])
    expect(edited.added[0]?.version).toEqual({ number: 2, previous: first.added[0]?.id })
    const [list] = await kase.versions()
    expect(list?.versions.map(({ captured }) => captured.length)).toEqual([2, 1])
    expect(list?.changes).toEqual([
      {
        paragraphs: [
          expect.arrayContaining([
            { text: '4', in: 'before' },
            { text: '6', in: 'after' },
            { text: expect.stringContaining('killing '), in: 'both' },
          ]),
        ],
        claims: { added: [], removed: [], changed: [expect.objectContaining({ fields: ['killed'] })] },
      },
    ])
    const { items } = await kase.claims()
    expect(items.map(({ version }) => version).sort()).toEqual([
      { number: 1, of: 2 },
      { number: 2, of: 2 },
    ])
    const [record, again] = await kase.custody(first.added[0]?.id ?? '')
    expect(record).toMatchObject({
      kind: 'document',
      status: 200,
      redirects: [{ url: `${address}/moved`, status: 302 }],
    })
    expect(record?.headers).toContainEqual(['etag', '"7"'])
    expect(again).toMatchObject({ kind: 'again', same: 'text' })
    expect((await kase.verify()).problems).toEqual([])
    await kase.close()
  })
})

describe('a feed that is watched', () => {
  it('gives the pages that it lists once, entries whose page is gone, and is asked with conditions', async () => {
    const kase = await makeCase('watched')
    served = page(4, 'a')
    const first = await kase.watch([`${address}/feed`], { once: true, pauseMs: 0 })
    expect(first.added.map(({ path }) => path)).toEqual([`${address}/moved`, `${address}/feed#${address}/gone`])
    const second = await kase.watch([`${address}/feed`], { once: true, pauseMs: 0 })
    expect([second.added, second.failed]).toEqual([[], []])
    expect(asked).toEqual(['without condition', '"f"'])
    expect((await kase.verify()).problems).toEqual([])
    await kase.close()
  })
})

describe('a feed whose site sets rules', () => {
  afterEach(() => {
    robots = undefined
    failing = false
    busy = false
  })

  it('gives the entry itself for a page that is closed to programs', async () => {
    const kase = await makeCase('closed pages')
    served = page(4, 'a')
    robots = 'User-agent: *\nDisallow: /moved\n'
    const { added, failed } = await kase.watch([`${address}/feed`], { once: true, pauseMs: 0 })
    expect(added.map(({ path }) => path)).toEqual([
      `${address}/feed#${address}/moved`,
      `${address}/feed#${address}/gone`,
    ])
    expect(failed[0]?.message).toBe(`${address}/robots.txt asks programs not to fetch ${address}/moved`)
    // A person who gives the address asks for it themselves.
    expect((await kase.add([`${address}/moved`])).added.length).toBe(1)
    await kase.close()
  })

  it.each([
    ['closed to others', 'User-agent: otherbot\nDisallow: /\n', 1],
    ['closed to all', 'User-agent: *\nDisallow: /\n', 0],
  ])('is read as the rules for this program: %s', async (name, rules, pages) => {
    const kase = await makeCase(name)
    served = page(4, 'a')
    robots = rules
    const { added } = await kase.watch([`${address}/feed`], { once: true, pauseMs: 0 })
    expect(added.filter(({ path }) => path === `${address}/moved`).length).toBe(pages)
    await kase.close()
  })

  it('gives no page while its rules cannot be had, and says that', async () => {
    const kase = await makeCase('no rules')
    failing = true
    const { failed } = await kase.watch([`${address}/feed`], { once: true, pauseMs: 0 })
    expect(failed[0]?.message).toBe(
      `${address}/robots.txt could not be read, so ${address}/moved is not fetched: the server answered 500 for ${address}/robots.txt`,
    )
    await kase.close()
  })

  it('is not asked for a second page where the first answer asks to wait', async () => {
    const kase = await makeCase('busy')
    busy = true
    const { added, failed } = await kase.watch([`${address}/feed`], { once: true, pauseMs: 0 })
    expect(added.map(({ path }) => path.replace(/.*#/, ''))).toEqual([`${address}/moved`, `${address}/gone`])
    expect(failed.map(({ message }) => message)).toEqual([
      `the server answered 503 for ${address}/report`,
      `${new URL(address).host} asked not to be asked again for now`,
    ])
    expect(failed[0]).toMatchObject({ retryAfter: 3600, hint: 'It asks to wait 3600 seconds.' })
    await kase.close()
  })
})

describe('what was fetched', () => {
  it('is written as a WACZ, which gives the same documents with their addresses and instants', async () => {
    const kase = await makeCase('fetched')
    served = page(4, 'a')
    const { added } = await kase.add([`${address}/report`])
    const archive = join(folder, 'fetched.wacz')
    expect(await kase.wacz(archive)).toEqual({ archive, pages: 1 })
    const again = await makeCase('fetched again')
    const result = await again.add([archive])
    expect(result.added.map(({ id }) => id)).toEqual(added.map(({ id }) => id))
    const [first, second] = [(await kase.documents())[0], (await again.documents())[0]]
    expect([second?.url, second?.captured]).toEqual([first?.url, first?.captured])
    await kase.close()
    await again.close()
  })
})

describe('a file of several documents', () => {
  it('is kept, its documents say which part they are, and adding it twice changes nothing', async () => {
    const kase = await makeCase('archive')
    const zip = join(folder, 'reports.zip')
    writeFileSync(zip, await zipOf({ 'a.html': page(2, 'x'), 'bad.pdf': '%PDF-1.4 broken', 'b.html': page(3, 'y') }))
    const result = await kase.add([zip])
    expect([result.files.length, result.added.length, result.failed.length]).toEqual([1, 2, 1])
    const again = await kase.add([zip])
    expect([again.added.length, again.unchanged.length]).toEqual([0, 2])
    const log = (await kase.verify()).log
    await kase.add([zip])
    expect((await kase.verify()).log).toBe(log)
    const [document] = await kase.documents()
    expect(document?.within).toEqual({ sha256: result.files[0]?.id.slice(7), part: 'a.html' })
    await kase.forget(document?.id ?? '', 'asked to', 'L. Haddad')
    // The archive holds the forgotten words too.
    expect(() => readFileSync(join(folder, 'archive', 'raw', document?.within?.sha256 ?? ''))).toThrow()
    expect((await kase.verify()).problems).toEqual([])
    await kase.close()
  })
  it('whose bytes are changed or gone is named by verify', async () => {
    const kase = await makeCase('tampered')
    const zip = join(folder, 'other.zip')
    writeFileSync(zip, await zipOf({ 'a.html': page(5, 'x') }))
    const { files } = await kase.add([zip])
    writeFileSync(join(folder, 'tampered', 'raw', files[0]?.id.slice(7) ?? ''), 'other')
    expect((await kase.verify()).problems).toEqual([`the raw bytes of ${zip} were changed`])
    await kase.close()
  })
})

describe('a packed case', () => {
  it('is verified with sha256sum, opened elsewhere, and refused when a byte differs', async () => {
    const kase = await createCase(join(folder, 'packed'), { name: 'Packed', tlp: 'clear' }, { steps: testSteps(), now })
    const report = join(folder, 'r.txt')
    writeFileSync(
      report,
      'Rimal Post\n2024-03-01\nHarbour Front attacked Coast Army in Rimal on 2024-02-01, killing 3, Salim Sami said.',
    )
    await kase.add([report])
    const archive = join(folder, 'packed.zip')
    const packed = await kase.pack(archive)
    const { head } = await kase.verify()
    expect(packed).toMatchObject({ files: 2, head })
    await kase.close()
    const opened = await unpackCase(archive, join(folder, 'elsewhere'))
    expect(opened).toEqual({ files: 2, head })
    const copy = await openCase(join(folder, 'elsewhere'), { steps: testSteps() })
    expect(await copy.verify()).toMatchObject({ documents: 1, problems: [], head })
    expect((await copy.claims()).total).toBe(1)
    await copy.close()
    const bytes = readFileSync(archive)
    const at = bytes.indexOf('data/raw/') + 100
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(join(folder, 'changed.zip'), bytes)
    await expect(unpackCase(join(folder, 'changed.zip'), join(folder, 'never'))).rejects.toMatchObject({
      code: 'case-damaged',
    })
    const foreign = await zipOf({ 'case/bagit.txt': 'x', 'case/data/../../evil': 'x' }).catch(() =>
      zipOf({ 'case/evil.sh': 'x' }),
    )
    writeFileSync(join(folder, 'foreign.zip'), foreign)
    await expect(unpackCase(join(folder, 'foreign.zip'), join(folder, 'never'))).rejects.toMatchObject({
      code: 'case-damaged',
    })
  })
})

const openssl = await run('openssl', ['version']).then(
  () => true,
  () => false,
)
describe.skipIf(!openssl)('a time stamp (needs openssl, to stand in for a server)', () => {
  it('of the head of the log is kept, and openssl verifies it', async () => {
    const ca = join(folder, 'tsa')
    mkdirSync(ca)
    const sh = (...args: string[]) => run('openssl', args, { cwd: ca })
    await sh(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-days',
      '2',
      '-subj',
      '/CN=Made up',
      '-addext',
      'extendedKeyUsage=critical,timeStamping',
    )
    writeFileSync(join(ca, 'serial'), '01\n')
    writeFileSync(
      join(ca, 'c.cnf'),
      '[tsa]\ndefault_tsa = t\n[t]\nserial = ./serial\nsigner_cert = ./c.pem\nsigner_key = ./k.pem\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\n',
    )
    const stamp = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part) => parts.push(part))
      request.on('end', async () => {
        writeFileSync(join(ca, 'q.tsq'), Buffer.concat(parts))
        await sh('ts', '-reply', '-config', 'c.cnf', '-queryfile', 'q.tsq', '-out', 'a.tsr')
        response.end(readFileSync(join(ca, 'a.tsr')))
      })
    })
    await new Promise<void>((done) => stamp.listen(0, '127.0.0.1', done))
    const kase = await makeCase('stamped')
    const before = (await kase.verify()).head
    const url = `http://127.0.0.1:${(stamp.address() as AddressInfo).port}/`
    const made = await kase.timestamp(url)
    expect(made.head).toBe(before)
    expect((await kase.verify()).problems).toEqual([])
    const answer = join(folder, 'stamped', 'raw', made.answer)
    const { stdout } = await sh('ts', '-verify', '-digest', made.head, '-in', answer, '-CAfile', 'c.pem')
    expect(stdout).toContain('OK')
    stamp.close()
    await expect(kase.timestamp(`${address}/report`)).rejects.toMatchObject({ code: 'timestamp-failed' })
    writeFileSync(answer, 'other')
    expect((await kase.verify()).problems).toEqual([expect.stringContaining('time stamp')])
    await kase.close()
  })
})
