import { describe, expect, it } from 'vitest'
import { by, caseStage, NAMES } from '../../test/case-stage.js'

/** What an analyst's day needs of a case on every engine: a queue of decisions, and search. */
export function caseAtWorkSuite(name: string, fresh: () => Promise<string>): void {
  describe(name, () => {
    const { make, again } = caseStage(fresh)

    it('bears the strictest marking of itself and its documents', async () => {
      const kase = await make(['one'])
      expect([(await kase.about()).tlp, await kase.strictestMarking()]).toEqual(['amber', 'amber'])
      await kase.add(['two'], { tlp: 'red' })
      expect([(await kase.about()).tlp, await kase.strictestMarking()]).toEqual(['amber', 'red'])
    })

    it('puts in order what waits, takes judgements back, and says how far analysts agree', async () => {
      const kase = await make([...NAMES, 'near'])
      const queue = await kase.queue({ by })
      expect(queue.waiting.claim).toBe(6)
      // The incident of two reports rests on both origins, and they contradict each other; each other claim stands alone.
      expect(queue.items[0]).toMatchObject({ kind: 'claim', reasons: ['tips', 'contradicts'], incident: { claims: 2 } })
      const first = queue.items[0]!
      if (first.kind !== 'claim') throw new Error('a claim was expected')
      const { document, evidence, type, id } = first.claim
      expect(first.around.text.slice(evidence.start - first.around.start).startsWith(evidence.text)).toBe(true)
      const target = {
        kind: 'claim' as const,
        document,
        span: { start: evidence.start, end: evidence.end },
        type,
        claim: id,
      }
      const ids = async (filter = {}) => (await kase.queue(filter)).items.map((item) => item.id)
      // Of an entity only what is to be decided about its names.
      const names = (await kase.queue({ limit: 500 })).items.filter(
        ({ kind }) => kind === 'entities' || kind === 'wording',
      )
      for (const item of names) {
        const [of] = item.kind === 'entities' ? [item.a] : item.kind === 'wording' ? item.candidates : []
        expect(await ids({ entity: of!.entity.id, limit: 500 })).toContain(item.id)
      }
      expect(await kase.queue({ entity: 'nobody' })).toMatchObject({ items: [], total: 0 })
      // A decision takes it out of the queue; a second coder gets it without what the first one said.
      const rejected = await kase.judge({ kind: 'reject', target, by })
      expect(await ids({ by })).not.toContain(`claim ${id}`)
      expect(await ids({ by: 'B. Coder', again: true })).toEqual([`claim ${id}`])
      await kase.judge({ kind: 'accept', target, by: 'B. Coder' })
      expect(await ids({ by: 'B. Coder', again: true })).toEqual([])
      const { pairs, apart, analysts } = await kase.agreement()
      expect([pairs, apart.length, analysts.length]).toEqual([
        [{ a: by, b: 'B. Coder', both: 1, observed: 0, kappa: 0 }],
        1,
        2,
      ])
      // A correction is taken back like anything else, once.
      const corrected = await kase.judge({ kind: 'correct', target, by, claim: { status: 'denied' } })
      expect((await kase.claim(id)).status).toBe('denied')
      await kase.takeBack(corrected.id, by)
      expect((await kase.claim(id)).status).toBe('asserted')
      await expect(kase.takeBack(corrected.id, by)).rejects.toMatchObject({ code: 'judgement-invalid' })
      await kase.takeBack(rejected.id, by)
      // Of two incidents that became one, one is no longer there; the judgement is taken back all the same.
      const before = (await kase.incidents()).items.map((incident) => incident.id)
      const [a, b] = (await kase.incidents({ type: 'attack' })).items
      const same = await kase.judge({ kind: 'same', target: { kind: 'pair', of: 'incident', a: a!.id, b: b!.id }, by })
      expect((await kase.incidents()).items.length).toBe(before.length - 1)
      await kase.takeBack(same.id, by)
      expect((await kase.incidents()).items.map((incident) => incident.id)).toEqual(before)
      expect((await kase.verify()).problems).toEqual([])
    })

    it('finds a claim by the type that the reader gave it, also after somebody corrected the type', async () => {
      const kase = await make(['one'])
      const { id, document, evidence, type } = (await kase.claims()).items[0]!
      const target = { kind: 'claim' as const, document, span: { start: evidence.start, end: evidence.end }, type }
      await kase.judge({ kind: 'correct', target, by, claim: { type: 'arrest' } })
      expect((await kase.claim(id)).type).toBe('arrest')
      await kase.judge({ kind: 'accept', target, by })
      await kase.judge({ kind: 'reject', target: { ...target, type: 'arrest' }, by })
      expect((await kase.claim(id)).decision).toBe('rejected')
      await expect(kase.judge({ kind: 'accept', target: { ...target, type: 'meeting' }, by })).rejects.toMatchObject({
        code: 'judgement-invalid',
      })
    })

    it('finds documents, claims and names by words in either script, as they come, are read again and go', async () => {
      const kase = await make()
      const paths = async (query: string, more = {}) => {
        const { documents, claims, names } = await kase.search({ query, ...more })
        expect(claims.items.length).toBe(Math.min(10, claims.total ?? 10))
        return [documents.items.map(({ document }) => document.path), claims.total, names.map(({ id }) => id)]
      }
      // The Arabic name of the packs finds what stands in Latin letters; a part of a word is enough.
      expect(await paths('جبهة المرفأ')).toEqual([['talks', 'two', 'one'], 4, ['harbour-front']])
      expect(await paths('harb')).toEqual([['talks', 'two', 'one'], 4, ['harbour-front']])
      expect(await paths('سدرة')).toEqual([['other', 'talks'], 2, ['sidra']])
      expect(await paths('harvest')).toEqual([['empty'], 0, []])
      expect(await paths('harvest harbour')).toEqual([[], 0, ['harbour-front']])
      // Of whom only a part of what is asked for is said: all that names him, and that it is so.
      expect(await paths('harbour front harvest')).toEqual([['talks', 'two', 'one'], 4, ['harbour-front']])
      expect(await paths('harbour front harvest', { type: 'meeting' })).toEqual([['talks'], 1, ['harbour-front']])
      const inPart = async (query: string) => {
        const { partly, names } = await kase.search({ query })
        return [partly, ...names.map((one) => `${one.id}${one.partly ? ' in part' : ''}`)]
      }
      expect(await inPart('harbour front harvest')).toEqual([true, 'harbour-front in part'])
      expect(await inPart('harbour front')).toEqual([false, 'harbour-front'])
      expect(await inPart('harvest')).toEqual([false])
      expect((await inPart('coast army guard')).slice(0, 1)).toEqual([true])
      // Filters hold together with the words.
      expect(await paths('harbour', { type: 'meeting' })).toEqual([['talks'], 1, ['harbour-front']])
      expect(await paths('harbour', { outlet: 'Sidra Times', from: '2024-02-01' })).toEqual([
        ['two'],
        1,
        ['harbour-front'],
      ])
      expect(await paths('harbour', { place: 'sidra', language: 'en' })).toEqual([['talks'], 1, ['harbour-front']])
      expect(await paths('harbour', { language: 'ar' })).toEqual([[], 0, ['harbour-front']])
      expect(await paths(' … ')).toEqual([[], 0, []])
      const { documents, claims } = await kase.search({ query: 'المرفأ', type: 'meeting' })
      const [hit] = documents.items
      const words = (text: string, marks: { start: number; end: number }[]) =>
        marks.map((m) => text.slice(m.start, m.end))
      expect(words(hit!.passage.text, hit!.passage.marks)).toEqual(['Harbour Front'])
      expect(words(claims.items[0]!.claim.evidence.text, claims.items[0]!.marks)).toEqual(['Harbour Front'])
      const first = await kase.search({ query: 'harbour', only: 'documents', limit: 2 })
      const rest = await kase.search({ query: 'harbour', only: 'documents', limit: 2, cursor: first.documents.next! })
      expect(rest.documents.items.map(({ document }) => document.path)).toEqual(['one'])
      await kase.forget(hit!.document.id, 'asked to', by)
      expect(await paths('harbour')).toEqual([['two', 'one'], 2, ['harbour-front']])
      await (await again(kase, '3')).reread()
      expect(await paths('harbour')).toEqual([['two', 'one'], 2, ['harbour-front']])
    })
  })
}
