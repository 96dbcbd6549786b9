import { describe, expect, it } from 'vitest'
import { documents } from '../../test/fake-case/documents.js'
import { fakeCase } from '../../test/fake-case/fake-case.js'
import { packs } from '../../test/fake-case/packs.js'
import type { ClaimAnswer } from './contract/claims.js'
import { createApi } from './create-api.js'

const app = createApi(fakeCase(), packs)
const base = 'http://127.0.0.1:7357'
// biome-ignore lint/suspicious/noExplicitAny: answers are examined member by member
const get = async (path: string): Promise<any> => (await app.request(`${base}/api${path}`)).json()
const PAIR = '/dyad/harbour-front/highland-guard'

describe('what is in the case', () => {
  it('summary, and again with an origin left out', async () => {
    const whole = await get('/summary')
    const less = await get('/summary?leaveOrigin=source-qanat&leaveOrigin=coast-army')
    expect(whole).toMatchObject({ documents: 10, languages: { en: 5, ar: 5 }, tlp: 'amber' })
    expect(less.claims).toBe(whole.claims - 5)
  })

  it('the other lists', async () => {
    expect((await get('/dyads')).items[0].aName.ar).toBe('جبهة المرفأ')
    const all: { a: string; b: string }[] = (await get('/dyads')).items
    const own = all.filter(({ a, b }) => a === 'highland-guard' || b === 'highland-guard')
    expect((await get('/dyads?actor=highland-guard')).items).toEqual(own)
    expect((await get('/dyads?actor=nobody')).items).toEqual([])
    expect((await get('/republications')).items[0].kind).toBe('common-source')
    expect((await get('/unread')).items[0].text).toContain('third such fight')
    const ontology = await get('/ontology')
    expect(ontology.types['armed-clash'].ar).toContain('اشتباك')
    expect(ontology.channelOf['armed-clash']).toBe('violence')
  })
})

describe('the network', () => {
  it('says of each actor how much it has to do with others, and where it stands', async () => {
    const { actors, pairs, total, channels } = await get('/network')
    expect(total).toBe(pairs.length)
    for (const { id, pairs: own, incidents, spot } of actors) {
      const its: { incidents: number }[] = pairs.filter(({ a, b }: { a: string; b: string }) => a === id || b === id)
      expect([id, own]).toEqual([id, its.length])
      expect(incidents).toBe(its.reduce((sum, one) => sum + one.incidents, 0))
      expect(spot.x >= 0 && spot.x <= 1 && spot.y >= 0 && spot.y <= 1).toBe(true)
    }
    expect(new Set(channels)).toEqual(new Set(pairs.flatMap((pair: { channels: string[] }) => pair.channels)))
  })

  it('is of one actor where asked, who stands where it stood', async () => {
    const whole = await get('/network')
    const own = await get('/network?actor=highland-guard&main=true')
    expect(own.pairs).toEqual(
      whole.pairs.filter(({ a, b }: { a: string; b: string }) => [a, b].includes('highland-guard')),
    )
    expect(own.pairs.length).toBeGreaterThan(0)
    const spot = ({ actors }: { actors: { id: string; spot: object }[] }) =>
      actors.find(({ id }) => id === 'highland-guard')?.spot
    expect(spot(own)).toEqual(spot(whole))
    expect(await get('/network?actor=nobody')).toMatchObject({ actors: [], pairs: [], total: 0, channels: [] })
  })
})

describe('claims', () => {
  it('are filtered, paged, said in both languages, and come with the names they mention', async () => {
    const page = await get('/claims?type=prisoner-release&limit=2')
    expect(page).toMatchObject({ total: 3, next: '2' })
    expect(page.items).toHaveLength(2)
    expect(page.items[0].said.en).toMatch(/^Coast Gazette reports, citing .* “a security source in Qanat”, that/)
    expect(page.items[0].said.ar).toContain('Coast Gazette')
    expect(page.names['harbour-front']).toEqual({ en: 'Harbour Front', ar: 'جبهة المرفأ' })
    expect((await get('/claims?type=prisoner-release&limit=2&cursor=2')).next).toBeUndefined()
  })

  it.each([
    ['/claims?kind=attack', 'kind: no such parameter', 'Allowed: document'],
    ['/claims?from=2023', 'from:', 'Correct the value'],
    ['/claims?type=party', 'type:', 'Correct the value'],
    ['/claims?limit=9999', 'limit:', 'Correct the value'],
  ])('%s is refused with the reason', async (path, detail, hint) => {
    const body = await get(path)
    expect(body).toMatchObject({ status: 400, code: 'usage' })
    expect(body.detail).toContain(detail)
    expect(body.hint).toContain(hint)
  })

  it('the words that state a claim hold its numbers, wherever these stand', async () => {
    const kase = fakeCase()
    const { items } = await kase.claims({ type: 'prisoner-release' })
    const told = items[0]!
    const elsewhere = 'Residents of Qanat said that the power had been cut for two hours that night.'
    const start = documents.freed.text.indexOf('two hours')
    const counts = { released: { start, end: start + 3, text: 'two', min: 2, max: 2 } }
    const one = { ...told, counts }
    const api = createApi({ ...kase, claim: async () => one }, packs)
    const { claim } = (await (await api.request(`${base}/api/claims/${told.id}`)).json()) as { claim: ClaimAnswer }
    expect(claim.quotes.map(({ text }) => text)).toEqual([told.evidence.text, elsewhere])
    const all = (await get('/claims?limit=500')).items as ClaimAnswer[]
    expect(all.find(({ id }) => id === told.id)!.quotes).toEqual([told.evidence])
  })

  it('a description in another script stands beside what it means, in the sentence and for the screens', async () => {
    const { items } = await get('/claims?limit=100')
    const claim = items.find((one: ClaimAnswer) => one.chain.some(({ name }) => name === 'شيخاً قبلياً'))
    expect(claim.glosses).toMatchObject({ 'شيخاً قبلياً': { en: 'a tribal sheikh' } })
    expect(claim.said.en).toContain('“\u2068شيخاً قبلياً\u2069” [a tribal sheikh]')
    expect(claim.said.ar).not.toContain('tribal')
  })

  it('a person who is no public figure is named by initials', async () => {
    const page = await get('/claims?type=arrest')
    expect(page.names['salim-ahmad']).toEqual({ en: 'S. A.', ar: 'س. أ.' })
    expect(page.items[0].initials).toEqual({ 'Salim Ahmad': 'S. A.' })
    expect(page.items[0].said.en).not.toContain('Salim')
  })
})

describe('relationship', () => {
  it('the ledger, with everyone whose word can be left out', async () => {
    const dyad = await get(PAIR)
    expect(dyad.aName.en).toBe('Harbour Front')
    expect(dyad.cells.map((cell: { month: string }) => cell.month)).toContain('2023-06')
    expect(dyad.origins[0]).toEqual({ value: 'source-qanat', label: 'a security source in Qanat', claims: 3 })
    const outlets = dyad.outlets.map((voice: { value: string }) => voice.value)
    // Who printed, who was restated, and the agency in between.
    expect(outlets).toEqual(expect.arrayContaining(['الضفة برس', 'Meridian', 'meridian']))
  })

  it('whoever can be left out and is no public figure is called by his initials', async () => {
    const witness = { value: 'Salim Ahmad', label: 'Salim Ahmad', claims: 1, private: true as const }
    const dyadVoices = async () => ({ outlets: [], camps: [], origins: [witness] })
    const answer = await createApi({ ...fakeCase(), dyadVoices }, packs).request(`${base}/api${PAIR}`)
    expect(await answer.json()).toMatchObject({ origins: [{ value: 'Salim Ahmad', label: 'S. A.', claims: 1 }] })
  })

  it('leaving out recomputes the cells and keeps the list to choose from', async () => {
    const dyad = await get(`${PAIR}?leaveOutlet=Meridian&leaveOutlet=${encodeURIComponent('صوت الوادي')}`)
    expect(dyad.cells.map((cell: { month: string }) => cell.month)).not.toContain('2023-06')
    expect(dyad.outlets.map((voice: { value: string }) => voice.value)).toContain('Meridian')
  })

  it('a cell opens to its incidents and to claims that belong to none', async () => {
    const violence = await get(`${PAIR}/cell?channel=violence&month=2023-06`)
    expect(violence.incidents[0].claimList).toHaveLength(3)
    const passage = await get(`${PAIR}/cell?channel=passage&month=undated`)
    expect(passage.incidents).toEqual([])
    expect(passage.claims[0].type).toBe('safe-passage')
    expect(await get(`${PAIR}/cell?channel=money&month=2023-06`)).toMatchObject({ status: 404 })
  })

  it('an unknown actor is a problem with a next step', async () => {
    expect(await get('/dyad/nobody/highland-guard')).toMatchObject({
      type: 'urn:isnad:error:unknown-actor',
      status: 404,
      hint: 'Try harbour-front.',
    })
  })
})

describe('incidents and documents', () => {
  it('contradicted incidents only; one incident with its documents', async () => {
    expect((await get('/incidents?contradicted=true')).items.map((i: { id: string }) => i.id)).toEqual([
      'i-freed',
      'i-clash',
      'i-drones',
    ])
    const { incident, documents: docs } = await get('/incidents/i-drones')
    expect(incident.claimList[0].said.ar).toContain('فريق الرصد المعني بالساحل')
    expect(docs.map((doc: { restatedOutlet?: string }) => doc.restatedOutlet)).toContain('Meridian')
  })

  it('a document with its reading', async () => {
    const found = await get(`/documents/${documents.clash.id}`)
    const [claim] = found.claims
    expect(found.reading.document.text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.text)
  })

  it('captured bytes are a file to save, never a page', async () => {
    const response = await app.request(`${base}/api/documents/${documents.clash.id}/raw`)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('<script>')
    expect((await app.request(`${base}/api/documents/sha256:0/raw`)).status).toBe(404)
  })
})

describe('judgements', () => {
  const post = (body: unknown, type = 'application/json') =>
    app.request(`${base}/api/judgements`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const target = { kind: 'pair', of: 'incident', a: 'i-freed', b: 'i-clash' }

  it('are added and listed', async () => {
    const made = await post({ kind: 'different', target, by: 'R. T.' })
    expect(made.status).toBe(201)
    expect((await get('/judgements')).items).toHaveLength(1)
  })

  it.each([
    [{ kind: 'maybe', target, by: 'R. T.' }, 'application/json', 'kind'],
    ['{', 'application/json', 'body'],
    [{ kind: 'different', target, by: 'R. T.' }, 'text/plain', 'application/json'],
  ])('%j as %s is refused', async (body, type, detail) => {
    const response = await post(body, type)
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(((await response.json()) as { detail: string }).detail).toContain(detail)
  })
})
