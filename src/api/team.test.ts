import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testSteps } from '../../test/case-steps.js'
import { fakeCase } from '../../test/fake-case/fake-case.js'
import { packs } from '../../test/fake-case/packs.js'
import { type Case, createCase } from '../case/index.js'
import { createApi } from './create-api.js'
import { teamDoor } from './team-door.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-team-'))
let kase: Case
let clock = '2024-06-01T10:00:00.000Z'
const passwords: Record<string, string> = {}
beforeAll(async () => {
  const stored = await createCase(
    join(folder, 'case'),
    { name: 'x', tlp: 'amber' },
    { steps: testSteps(), now: () => clock },
  )
  // The people of a real store, over the invented reports.
  kase = { ...fakeCase(), people: stored.people, close: stored.close }
  for (const [name, role] of [
    ['Lina', 'viewer'],
    ['Rami T.', 'analyst'],
    ['Huda', 'administrator'],
    ['Gone', 'analyst'],
  ] as const)
    passwords[name] = await kase.people.add(name, role)
})
afterAll(async () => {
  await kase.close()
  rmSync(folder, { recursive: true })
})

const BASE = 'http://127.0.0.1:7357'
const server = (options: Parameters<typeof teamDoor>[1] = {}) => {
  const app = createApi(kase, packs, {
    door: teamDoor(kase.people, options),
    ...(options.publicAddress && { publicAddress: options.publicAddress }),
  })
  return (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
    app.request(`${options.publicAddress?.origin ?? BASE}/api${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
}
let ask: ReturnType<typeof server>
beforeAll(() => {
  ask = server()
})
const signIn = async (name: string) => {
  const response = await ask('POST', '/session', {}, { name, password: passwords[name] })
  expect(response.status).toBe(201)
  return { cookie: response.headers.get('set-cookie')!.split(';')[0]! }
}
const JUDGEMENT = {
  kind: 'different',
  target: { kind: 'pair', of: 'incident', a: 'i-freed', b: 'i-clash' },
  by: 'somebody else',
}

describe('coming in', () => {
  it('nobody sees anything without signing in, and wrong words do not let in', async () => {
    expect((await ask('GET', '/summary')).status).toBe(401)
    expect(await (await ask('GET', '/session')).json()).toEqual({ mode: 'team', user: null })
    for (const given of [
      { name: 'Lina', password: 'not the password' },
      { name: 'Nobody', password: 'not the password' },
    ]) {
      const answer = await ask('POST', '/session', {}, given)
      expect(answer.status).toBe(401)
      // The same words, whether the name exists or not.
      expect(await answer.json()).toMatchObject({ detail: 'Name and password do not fit.' })
    }
  })

  it('a cookie that scripts do not see, until one goes out', async () => {
    const response = await ask('POST', '/session', {}, { name: ' Lina ', password: passwords.Lina })
    expect(response.headers.get('set-cookie')).toMatch(
      /^isnad-7357=[\w-]{32}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const headers = { cookie: response.headers.get('set-cookie')!.split(';')[0]! }
    expect((await ask('GET', '/summary', headers)).status).toBe(200)
    expect(await (await ask('GET', '/session', headers)).json()).toEqual({
      mode: 'team',
      user: { name: 'Lina', role: 'viewer' },
    })
    await ask('DELETE', '/session', headers)
    expect((await ask('GET', '/summary', headers)).status).toBe(401)
  })

  it('behind a proxy that ends TLS the cookie is for it alone, and only its own pages are answered', async () => {
    const far = server({ publicAddress: new URL('https://isnad.example.org') })
    const own = { origin: 'https://isnad.example.org' }
    const response = await far('POST', '/session', own, { name: 'Lina', password: passwords.Lina })
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-isnad=[\w-]{32}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!
    expect((await far('GET', '/summary', { ...own, cookie })).status).toBe(200)
    expect((await far('GET', '/summary', { origin: 'http://isnad.example.org', cookie })).status).toBe(400)
  })

  it('a program comes in by a token, until it expires or is taken away', async () => {
    const authorization = `Bearer ${await kase.people.token('Lina', 'nightly export', 30)}`
    expect((await ask('GET', '/claims', { authorization })).status).toBe(200)
    clock = '2024-07-02T10:00:00.000Z'
    expect((await ask('GET', '/claims', { authorization })).status).toBe(401)
    clock = '2024-06-01T10:00:00.000Z'
    await kase.people.revokeTokens('Lina')
    expect((await ask('GET', '/claims', { authorization })).status).toBe(401)
  })

  it('who is disabled is out at once; a session ends after a working day', async () => {
    const gone = await signIn('Gone')
    const lina = await signIn('Lina')
    await kase.people.setDisabled('Gone', true)
    expect((await ask('GET', '/summary', gone)).status).toBe(401)
    expect((await ask('POST', '/session', {}, { name: 'Gone', password: passwords.Gone })).status).toBe(401)
    clock = '2024-06-01T22:00:01.000Z'
    expect((await ask('GET', '/summary', lina)).status).toBe(401)
    clock = '2024-06-01T10:00:00.000Z'
  })

  it('another password, for who knows the old one; what was signed in before is out', async () => {
    const headers = await signIn('Lina')
    const change = (old: string) => ask('PUT', '/session/password', headers, { old, password: 'four words and a half' })
    expect((await change('a guess, no more')).status).toBe(403)
    expect((await change(passwords.Lina!)).status).toBe(200)
    passwords.Lina = 'four words and a half'
    expect((await ask('GET', '/summary', headers)).status).toBe(401)
    await signIn('Lina')
  })
})

describe('what each role may do', () => {
  it.each([
    ['Lina', 403, 403],
    ['Rami T.', 201, 403],
    ['Huda', 201, 200],
  ])('%s: judge %i, see who did what %i', async (name, judge, audit) => {
    const headers = await signIn(name)
    expect((await ask('GET', '/claims', headers)).status).toBe(200)
    const judged = await ask('POST', '/judgements', headers, JUDGEMENT)
    expect(judged.status).toBe(judge)
    // Whoever is named in what is sent, the judgement is his who signed in.
    if (judge === 201) expect(await judged.json()).toMatchObject({ judgement: { by: name } })
    expect((await ask('GET', '/audit', headers)).status).toBe(audit)
  })
})

describe('who may come in', () => {
  it('an administrator lets in, changes, shuts out and lets in again; nobody else does, nor anybody himself', async () => {
    const huda = await signIn('Huda')
    for (const name of ['Lina', 'Rami T.'])
      for (const [method, path] of [
        ['GET', '/people'],
        ['POST', '/people/Nour/role/analyst'],
        ['PUT', `/people/${name}/role/administrator`],
        ['POST', '/people/Huda/password'],
        ['PUT', '/people/Huda/disabled'],
      ] as const)
        expect((await ask(method, path, await signIn(name))).status, `${name}: ${method} ${path}`).toBe(403)
    const made = await ask('POST', `/people/${encodeURIComponent('نور')}/role/analyst`, huda)
    expect(made.status).toBe(201)
    passwords['نور'] = ((await made.json()) as { password: string }).password
    await signIn('نور')
    const changed = await ask('PUT', `/people/${encodeURIComponent('نور')}/role/viewer`, huda)
    expect(await changed.json()).toMatchObject({ person: { name: 'نور', role: 'viewer' } })
    const other = (await (await ask('POST', `/people/${encodeURIComponent('نور')}/password`, huda)).json()) as {
      password: string
    }
    expect(other.password).not.toBe(passwords['نور'])
    passwords['نور'] = other.password
    const nour = await signIn('نور')
    await ask('PUT', `/people/${encodeURIComponent('نور')}/disabled`, huda)
    expect((await ask('GET', '/summary', nour)).status).toBe(401)
    await ask('DELETE', `/people/${encodeURIComponent('نور')}/disabled`, huda)
    await signIn('نور')
    const { items } = (await (await ask('GET', '/people', huda)).json()) as { items: Record<string, unknown>[] }
    expect(items.map(({ name }) => name)).toContain('نور')
    expect(JSON.stringify(items)).not.toContain('argon2')
    for (const path of ['/people/Huda/role/viewer', '/people/Huda/disabled'])
      expect((await ask('PUT', path, huda)).status).toBe(400)
    expect((await ask('PUT', '/people/Lina/role/king', huda)).status).toBe(400)
    expect((await ask('PUT', '/people/Nobody/role/viewer', huda)).status).toBe(404)
    const audit = (await kase.people.audit({ who: 'Huda', limit: 50 })).items
    expect(audit.map(({ path }) => path)).toContain('/people/نور/role/viewer')
  })

  it('tokens of one’s own: made, listed without the key, taken away one by one', async () => {
    const [lina, rami] = [await signIn('Lina'), await signIn('Rami T.')]
    const make = async (label: string) =>
      ((await (await ask('POST', '/session/tokens', lina, { label, days: 30 })).json()) as { token: string }).token
    const [first, second] = [await make('export'), await make('chart')]
    type Listed = { items: { id: string; label: string }[] }
    const list = async (headers: Record<string, string>) =>
      ((await (await ask('GET', '/session/tokens', headers)).json()) as Listed).items
    expect((await list(lina)).map(({ label }) => label).sort()).toEqual(['chart', 'export'])
    expect(JSON.stringify(await list(lina))).not.toContain(first)
    expect(await list(rami)).toEqual([])
    const id = (await list(lina)).find(({ label }) => label === 'export')!.id
    const by = (token: string) => ask('GET', '/claims', { authorization: `Bearer ${token}` })
    // Nobody takes away another's.
    await ask('DELETE', `/session/tokens/${id}`, rami)
    expect((await by(first)).status).toBe(200)
    await ask('DELETE', `/session/tokens/${id}`, lina)
    expect([(await by(first)).status, (await by(second)).status]).toEqual([401, 200])
    await kase.people.revokeTokens('Lina')
  })
})

describe('limits', () => {
  const rates = { requests: 5, failuresOfName: 2, failuresOfAddress: 3 }
  it('failed sign-ins of a name, then of an address, are no longer tried', async () => {
    const strict = server({ rates })
    const wrong = (name: string) => strict('POST', '/session', {}, { name, password: 'wrong' })
    expect((await wrong('Huda')).status).toBe(401)
    expect((await wrong('Huda')).status).toBe(401)
    const third = await wrong('huda')
    expect(third.status).toBe(429)
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(800)
    expect((await strict('POST', '/session', {}, { name: 'Huda', password: passwords.Huda })).status).toBe(429)
    expect((await wrong('Rami T.')).status).toBe(401)
    expect((await server({ rates })('POST', '/session', {}, { name: 'Huda', password: passwords.Huda })).status).toBe(
      201,
    )
  })

  it('requests of one person, or of nobody, in a minute', async () => {
    const strict = server({ rates })
    const headers = await signIn('Huda')
    for (let i = 0; i < 5; i++) expect((await strict('GET', '/ontology', headers)).status).toBe(200)
    expect((await strict('GET', '/ontology', headers)).status).toBe(429)
    expect((await strict('GET', '/session')).status).toBe(200)
  })
})

describe('what is written down', () => {
  it('who saw and changed what, also what was refused and what had not changed; never a password', async () => {
    const huda = await signIn('Huda')
    const lina = await signIn('Lina')
    const first = await ask('GET', '/claims?actor=harbour-front', lina)
    await ask('GET', '/claims?actor=harbour-front', { ...lina, 'if-none-match': first.headers.get('etag')! })
    await ask('POST', '/judgements', lina, JUDGEMENT)
    await ask('GET', '/incidents/i-none', lina)
    await ask('GET', '/documents')
    const { items } = (await (await ask('GET', '/audit?limit=6', huda)).json()) as { items: Record<string, unknown>[] }
    const told = items.map(({ who, action, path, status }) => [who, action, path, status])
    expect(told).toEqual([
      ['', 'GET /documents', '/documents', 401],
      ['Lina', 'GET /incidents/{id}', '/incidents/i-none', 404],
      ['Lina', 'POST /judgements', '/judgements', 403],
      ['Lina', 'GET /claims', '/claims?actor=harbour-front', 304],
      ['Lina', 'GET /claims', '/claims?actor=harbour-front', 200],
      ['Lina', 'POST /session', '/session', 201],
    ])
    const all = JSON.stringify((await kase.people.audit({ limit: 1000 })).items)
    for (const word of [...Object.values(passwords), 'not the password']) expect(all).not.toContain(word)
  })

  it('page by page, of one person', async () => {
    const huda = await signIn('Huda')
    const page = async (query: string) =>
      (await (await ask('GET', `/audit?who=Lina&${query}`, huda)).json()) as {
        items: { seq: number; who: string }[]
        total: number
        next?: string
      }
    const whole = await page('limit=1000')
    expect(whole.items.every(({ who }) => who === 'Lina')).toBe(true)
    expect(whole.items).toHaveLength(whole.total)
    const [one, two] = [await page('limit=2'), await page(`limit=2&cursor=${(await page('limit=2')).next}`)]
    expect([...one.items, ...two.items]).toEqual(whole.items.slice(0, 4))
  })
})
