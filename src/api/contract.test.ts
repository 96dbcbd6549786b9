import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { claims } from '../../test/fake-case/claims.js'
import { documents } from '../../test/fake-case/documents.js'
import { fakeCase } from '../../test/fake-case/fake-case.js'
import { sampleReport } from '../../test/fake-case/fake-reports.js'
import { packs } from '../../test/fake-case/packs.js'
import { CONTRACT } from './contract/index.js'
import { createApi } from './create-api.js'
import { openapi } from './openapi.js'
import { Problem } from './problem.js'

const app = createApi(fakeCase(), packs)
const LEAVE = 'leaveOrigin=source-qanat&leaveOrigin=coast-army'

const { id: _, at: __, ...SAVED_REPORT } = sampleReport()
/** A form with a file and an address. */
function lot(): FormData {
  const form = new FormData()
  form.append('files', new File(['Gazette\n2024-01-01\nNothing.'], 'one.txt'))
  form.append('addresses', 'https://gazette.example/one\n')
  return form
}

/** What is asked of each route: paths, each with its query; of a POST, the body. */
const ASKED: Record<keyof typeof CONTRACT, [path: string, body?: unknown][]> = {
  'GET /case': [['/case']],
  'GET /summary': [['/summary'], [`/summary?${LEAVE}`]],
  'GET /republications': [['/republications'], ['/republications?limit=1']],
  'GET /unread': [['/unread']],
  'GET /ontology': [['/ontology']],
  'GET /claims': [['/claims'], ['/claims?type=arrest&limit=1'], ['/claims?query=drones&from=2020-01-01']],
  'GET /claims/{id}': [[`/claims/${claims[0]!.id}`]],
  'GET /incidents': [['/incidents'], [`/incidents?contradicted=true&${LEAVE}`]],
  'GET /incidents/marks': [
    ['/incidents/marks'],
    ['/incidents/marks?actor=harbour-front&with=highland-guard'],
    ['/incidents/marks?place=sahil'],
  ],
  'GET /incidents/places': [['/incidents/places']],
  'GET /incidents/{id}': [['/incidents/i-freed'], ['/incidents/i-drones']],
  'GET /documents': [
    ['/documents'],
    ['/documents?limit=2'],
    ['/documents?order=newest&limit=2'],
    ['/documents?entity=highland-guard'],
  ],
  'GET /documents/{id}': [[`/documents/${documents.clash.id}`]],
  'GET /documents/{id}/history': [[`/documents/${documents.clash.id}/history`]],
  'GET /documents/{id}/raw': [[`/documents/${documents.clash.id}/raw`]],
  'GET /dyads': [['/dyads'], [`/dyads?${LEAVE}`], ['/dyads?actor=harbour-front&limit=1']],
  'GET /dyad/{a}/{b}': [['/dyad/harbour-front/highland-guard'], [`/dyad/harbour-front/highland-guard?${LEAVE}`]],
  'GET /dyad/{a}/{b}/cell': [['/dyad/harbour-front/highland-guard/cell?channel=violence&month=2023-06']],
  'GET /entities': [['/entities'], ['/entities?kind=actor&limit=3']],
  'GET /names': [['/names'], ['/names?kind=actor&limit=3']],
  'GET /entities/{id}': [['/entities/harbour-front']],
  'GET /review': [['/review'], ['/review?kind=claim&by=R&again=true&limit=5'], ['/review?entity=highland-guard']],
  'GET /review/decided': [['/review/decided'], ['/review/decided?by=R&limit=1'], ['/review/decided?incident=i-freed']],
  'GET /review/agreement': [['/review/agreement']],
  'POST /judgements/{id}/undo': [['/judgements/j-1/undo', { by: 'R' }]],
  'GET /sources': [['/sources'], [`/sources?${LEAVE}`]],
  'GET /adds': [['/adds']],
  'POST /adds': [['/adds', lot()]],
  'GET /search': [['/search'], ['/search?q=Harbour&type=attack'], ['/search?q=x&only=claims&limit=2']],
  'GET /search/incidents': [
    ['/search/incidents?q=drones'],
    ['/search/incidents?near=i-freed'],
    ['/search/incidents?q=Harbour&near=i-clash'],
  ],
  'POST /judgements': [
    [
      '/judgements',
      { kind: 'different', target: { kind: 'pair', of: 'incident', a: 'i-freed', b: 'i-clash' }, by: 'R' },
    ],
  ],
  'GET /judgements': [['/judgements']],
  'GET /map': [['/map']],
  'GET /session': [['/session']],
  'DELETE /session': [['/session']],
  // What comes in by a name is asked in team.test.ts.
  'POST /session': [],
  'PUT /session/password': [],
  'GET /audit': [],
  'GET /people': [],
  'POST /people/{name}/role/{role}': [],
  'PUT /people/{name}/role/{role}': [],
  'POST /people/{name}/password': [],
  'PUT /people/{name}/disabled': [],
  'DELETE /people/{name}/disabled': [],
  'GET /session/tokens': [],
  'POST /session/tokens': [],
  'DELETE /session/tokens/{id}': [],
  'GET /network': [
    ['/network?main=true&actor=harbour-front'],
    ['/network?channel=arms&from=2023-01-01'],
    [`/network?${LEAVE}`],
  ],
  'POST /reports': [['/reports', { title: 'Two sides', language: 'en', tlp: 'amber' }]],
  'GET /reports': [['/reports']],
  'GET /reports/{id}': [['/reports/r-sample']],
  'PUT /reports/{id}': [['/reports/r-sample', SAVED_REPORT]],
  'GET /reports/{id}/problems': [['/reports/r-sample/problems']],
  'GET /reports/{id}/built': [['/reports/r-sample/built?day=2024-03-01']],
  'GET /reports/{id}/file': [['/reports/r-sample/file?format=docx'], ['/reports/r-sample/file?format=markdown']],
  'DELETE /reports/{id}': [['/reports/r-other']],
}

const requests = Object.entries(ASKED).flatMap(([address, all]) => all.map(([path, body]) => ({ address, path, body })))

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://localhost/api${path}`, {
    method,
    headers: {
      ...headers,
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  })

describe('every route answers as its schema says', () => {
  it.each(requests)('$address: $path', async ({ address, path, body }) => {
    const spec = CONTRACT[address as keyof typeof CONTRACT]
    const response = await ask(address.split(' ')[0]!, path, body)
    expect(response.status).toBe('status' in spec ? spec.status : 200)
    if (spec.answer === 'file') return
    const answer = await response.json()
    // Parsing drops what the schema does not name: nothing may be missing, and nothing may be there that is not said.
    expect((spec.answer as z.ZodType).parse(answer)).toEqual(answer)
  })

  it('refuses what no route has: a parameter, a value, a path', async () => {
    for (const { address, path } of requests.filter((one) => one.address.startsWith('GET'))) {
      const response = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}frob=1`)
      const answer = Problem.parse(await response.json())
      expect(answer, address).toMatchObject({ status: 400, code: 'usage' })
      expect(answer.detail).toContain('frob: no such parameter')
    }
    expect((await ask('GET', '/frobs')).status).toBe(404)
    expect((await ask('DELETE', '/claims')).status).toBe(404)
  })
})

describe('lists are cut into pages', () => {
  it.each(['/documents', '/entities', '/names', '/dyads', '/claims'])(
    '%s page by page is the whole list',
    async (path) => {
      const whole = (await (await ask('GET', path)).json()) as { items: unknown[]; total: number }
      const items: unknown[] = []
      for (let next: string | undefined = ''; next !== undefined; ) {
        const answer = await ask('GET', `${path}?limit=2${next && `&cursor=${encodeURIComponent(next)}`}`)
        const page = (await answer.json()) as { items: unknown[]; total: number; next?: string }
        expect(page.total).toBe(whole.total)
        items.push(...page.items)
        next = page.next
      }
      expect(items).toEqual(whole.items)
      expect(items).toHaveLength(whole.total)
    },
  )

  it('a cursor of no page is refused', async () => {
    expect(await (await ask('GET', '/documents?cursor=eA')).json()).toMatchObject({ status: 400, code: 'usage' })
  })
})

describe('an answer is not made twice while the case stays the same', () => {
  it('asked again without a tag it is the one that was made, until something changes', async () => {
    const kase = fakeCase()
    let made = 0
    const counting = createApi({ ...kase, claims: (filter) => kase.claims(filter).finally(() => made++) }, packs)
    const get = async (path: string) => (await counting.request(`http://localhost/api${path}`)).text()
    const first = await get('/claims?limit=2')
    expect(await get('/claims?limit=2')).toBe(first)
    expect(await get('/claims?limit=3')).not.toBe(first)
    expect(made).toBe(2)
    await kase.judge(ASKED['POST /judgements'][0]![1] as never)
    await get('/claims?limit=2')
    expect(made).toBe(3)
  })

  it('304 for a known tag, until something changes', async () => {
    const first = await ask('GET', '/summary')
    const tag = first.headers.get('etag')!
    expect(tag).toMatch(/^W\/"[\w-]+"$/)
    const again = await ask('GET', '/summary', undefined, { 'if-none-match': `"other", ${tag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('cache-control')).toBe('no-store')
    await ask('POST', '/judgements', ASKED['POST /judgements'][0]![1])
    expect((await ask('GET', '/summary', undefined, { 'if-none-match': tag })).status).toBe(200)
  })
})

describe('the description', () => {
  it('is valid OpenAPI 3.1, and the one that is served', async () => {
    const served = (await (await ask('GET', '/openapi.json')).json()) as object
    const { valid, errors } = await new Validator().validate(structuredClone(served) as never)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(served).toEqual(JSON.parse(JSON.stringify(openapi(CONTRACT))))
  })

  // `npm run openapi` writes it anew.
  it('is the one that is published', async () => {
    await expect(`${JSON.stringify(openapi(CONTRACT), null, 2)}\n`).toMatchFileSnapshot('../../docs/openapi.json')
  })
})
