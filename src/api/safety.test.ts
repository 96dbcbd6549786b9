import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fakeCase } from '../../test/fake-case/fake-case.js'
import { packs } from '../../test/fake-case/packs.js'
import { type Address, roleOf } from './contract/define.js'
import { CONTRACT } from './contract/index.js'
import { createApi } from './create-api.js'
import { type Served, serve } from './serve.js'

let webRoot: string
let served: Served
beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'isnad-web-'))
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Isnad</title>')
  writeFileSync(join(webRoot, 'assets/page-1a2b.js'), 'export {}')
  served = await serve(fakeCase(), packs, { port: 0, webRoot })
})
afterAll(async () => {
  await served.close()
  rmSync(webRoot, { recursive: true })
})

const token = () => new URL(served.opening).searchParams.get('token')

/** A request with headers that `fetch` would not let us forge. */
function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, served.url)
    request(url, { headers: { authorization: `Bearer ${token()}`, ...headers } }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('who is answered', () => {
  it.each([
    ['its own name', {}, 200],
    ['localhost', { host: 'localhost:7357' }, 200],
    ['a foreign name that points here', { host: 'case.example:7357' }, 400],
    ['another site by script', { origin: 'https://evil.example' }, 400],
    ['another site by a sandboxed frame', { origin: 'null' }, 400],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }, 400],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 400],
  ])('%s', async (_, headers, status) => {
    expect((await ask('/api/summary', headers as Record<string, string>)).status).toBe(status)
  })

  it('nobody without the token of this start: neither reads nor writes', async () => {
    for (const path of ['/api/summary', '/api/claims', '/api/documents/x/raw', '/api/judgements'])
      expect((await ask(path, { authorization: 'Bearer guess' })).status).toBe(401)
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
    expect((await fetch(`${served.url}api/judgements`, post)).status).toBe(401)
    expect(await (await fetch(`${served.url}api/session`)).json()).toEqual({ mode: 'local', user: null })
  })

  it('the printed address is exchanged for a cookie that scripts do not see and other sites do not send', async () => {
    const opened = await fetch(served.opening, { redirect: 'manual' })
    expect(opened.status).toBe(303)
    expect(opened.headers.get('location')).toBe('/')
    const cookie = opened.headers.get('set-cookie')!
    expect(cookie).toMatch(/^isnad-\d+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/)
    const [pair = ''] = cookie.split(';')
    const host = new URL(served.url).host
    expect((await ask('/api/summary', { cookie: pair, authorization: '', host })).status).toBe(200)
    // A cookie is no licence for another site's page.
    const foreign = { cookie: pair, authorization: '', host, origin: 'https://evil.example' }
    expect((await ask('/api/summary', foreign)).status).toBe(400)
    expect((await fetch(`${served.url}?token=guess`, { redirect: 'manual' })).headers.get('set-cookie')).toBeNull()
  })

  it('every route says whom it admits, and a viewer changes nothing', () => {
    for (const [address, spec] of Object.entries(CONTRACT)) {
      const role = roleOf(address as Address, spec)
      if (role === 'anyone') expect(address).toMatch(/ \/session/)
      else if (role === 'viewer')
        expect(address).toMatch(/^GET |^PUT \/session\/password$|^(POST|DELETE) \/session\/tokens/)
    }
  })

  it('a link on another page may open a screen', async () => {
    expect((await ask('/claims', { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })
})

describe('the screens', () => {
  it('every address gives the first page, with a policy that lets nothing foreign run', async () => {
    for (const path of ['', 'incidents/i-freed', 'documents/sha256%3Aabc?claim=c-1']) {
      const response = await fetch(served.url + path)
      expect(await response.text()).toContain('<title>Isnad</title>')
      const policy = response.headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
    }
  })

  it('hashed files may be kept, a missing one is no page, and nothing outside the folder is served', async () => {
    const asset = await fetch(`${served.url}assets/page-1a2b.js`)
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect((await fetch(`${served.url}assets/gone.js`)).status).toBe(404)
    expect((await ask('/..%2f..%2fetc/passwd')).body).not.toContain('root:')
  })

  it('answers with case data are kept nowhere', async () => {
    expect(
      (await fetch(`${served.url}api/claims`, { headers: { authorization: `Bearer ${token()}` } })).headers.get(
        'cache-control',
      ),
    ).toBe('no-store')
  })

  it('unknown routes and inner errors are problems without an inside', async () => {
    expect((await ask('/api/nothing')).status).toBe(404)
    const broken = createApi({ ...fakeCase(), claims: () => Promise.reject(new Error('secret /srv/x')) }, packs)
    const response = await broken.request('http://localhost/api/claims')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
  })

  it('a port in use is an error with a next step', async () => {
    const port = Number(new URL(served.url).port)
    await expect(serve(fakeCase(), packs, { port, webRoot })).rejects.toMatchObject({ code: 'usage' })
  })
})
