import { describe, expect, it } from 'vitest'
import { by, caseStage, NAMES, PAGES } from '../../test/case-stage.js'
import type { Judgement } from '../model/index.js'
import type { Case } from './case.js'

/** What a case does on every engine. `fresh` gives the location of a case that does not exist yet. */
export function caseSuite(name: string, fresh: () => Promise<string>): void {
  describe(name, () => {
    const { make, again } = caseStage(fresh)

    it('keeps what it was given, and says what it could not read', async () => {
      const kase = await make([])
      const progress: string[] = []
      const linked: string[] = []
      const result = await kase.add(['one', 'nowhere', 'talks'], {
        onProgress: (done, total, path) => progress.push(`${done}/${total} ${path}`),
        onLink: (done, total) => linked.push(`${done}/${total}`),
      })
      expect(result.added.map(({ path, claims }) => [path, claims])).toEqual([
        ['one', 1],
        ['talks', 2],
      ])
      expect(result.failed).toEqual([{ path: 'nowhere', code: 'not-found', message: 'there is no such file' }])
      expect(progress).toEqual(['1/3 one', '2/3 nowhere', '3/3 talks'])
      expect(linked).toEqual(['2/2'])
      const [first] = await kase.documents()
      expect(first).toMatchObject({ path: 'one', claims: 1, outlet: 'Rimal Post' })
      const { reading, claims } = await kase.document(first!.id.slice(0, 20))
      expect(claims[0]!.evidence.text).toBe(
        reading.document.text.slice(claims[0]!.evidence.start, claims[0]!.evidence.end),
      )
      expect(new TextDecoder().decode(await kase.raw(first!.id))).toBe(PAGES.one)
    })

    it('is changed by nothing that it has already', async () => {
      const kase = await make()
      const before = JSON.stringify([await kase.summary(), await kase.verify()])
      const result = await kase.add(NAMES)
      expect([result.added.length, result.unchanged.length]).toEqual([0, NAMES.length])
      expect(JSON.stringify([await kase.summary(), await kase.verify()])).toBe(before)
    })

    it('links reports of one happening, shows where they differ, and leaves relations out of incidents', async () => {
      const kase = await make()
      const { items, total } = await kase.incidents()
      expect(total).toBe(3)
      const [attack] = items
      expect(attack!.claimList.map(({ path }) => path).sort()).toEqual(['one', 'two'])
      expect(attack!.contradictions.map(({ field }) => field)).toContain('killed')
      expect(attack!.title.en).toBe('attack (en) · Harbour Front → Coast Army · Rimal · 2024-02-03')
      expect(attack!.title.ar).toBe('attack (ar) · جبهة المرفأ ← جيش الساحل · رمال · 2024-02-03')
      const { columns, types, words } = await kase.incidentMarks()
      expect(columns.id.map((id, i) => [id, columns.claims[i]])).toEqual(
        items.map(({ id, claims }) => [id, claims.length]),
      )
      const day = (columns.from[0] ?? 0) * 86_400_000
      expect([new Date(day).toISOString().slice(0, 10), types[columns.type[0]!]]).toEqual([
        attack!.time.from,
        attack!.type,
      ])
      expect(columns.title[0]!.map((place) => words[place]!.en).join(' · ')).toBe(attack!.title.en)
      expect(columns.contradicted[0]).toBe(1)
      const ofUnion = await kase.incidentMarks({ actor: 'valley-union', contradicted: false })
      expect(ofUnion.types.toSorted()).toEqual(['attack', 'meeting'])
      const ids = async (filter: object) => (await kase.incidentMarks(filter)).columns.id
      const calm = items.filter(({ contradictions }) => contradictions.length === 0)
      expect(await ids({ contradicted: false })).toEqual(calm.map(({ id }) => id))
      const meetings = await kase.incidentMarks({ type: 'meeting' })
      expect([meetings.types, meetings.columns.type.every((place) => place === 0)]).toEqual([['meeting'], true])
      const [front, army] = [await ids({ actor: 'harbour-front' }), await ids({ actor: 'coast-army' })]
      const both = front.filter((id) => army.includes(id))
      expect([both.length > 0, both.length < front.length]).toEqual([true, true])
      expect(await ids({ actor: 'harbour-front', with: 'coast-army' })).toEqual(both)
      const backing = (await kase.claims({ type: 'support' })).items[0]!
      expect(backing.incident).toBeUndefined()
    })

    it('gives the same incidents whatever the order of adding', async () => {
      const members = async (kase: Case) => (await kase.incidents()).items.map(({ id, claims }) => [id, claims])
      const forward = await members(await make())
      const backward = await make([])
      for (const one of [...NAMES].reverse()) await backward.add([one])
      expect(await members(backward)).toEqual(forward)
    })

    it('keeps reports that are being written, and lets nobody write over another unseen', async () => {
      const kase = await make()
      const draft = await kase.beginReport({ title: 'Rimal', language: 'en', tlp: 'amber' })
      const saved = await kase.saveReport({ ...draft, parts: [{ kind: 'heading', text: 'Attacks' }] })
      expect([saved.revision, saved.parts]).toEqual([1, [{ kind: 'heading', text: 'Attacks' }]])
      await expect(kase.saveReport(draft)).rejects.toMatchObject({ code: 'conflict' })
      const other = await kase.beginReport({ title: 'Sidra', language: 'ar', tlp: 'clear' })
      expect((await kase.reportDrafts()).map(({ id }) => id)).toEqual([other.id, draft.id])
      expect(await (await again(kase)).reportDraft(draft.id)).toEqual(saved)
      await kase.removeReport(draft.id)
      await expect(kase.reportDraft(draft.id)).rejects.toMatchObject({ code: 'not-found' })
      expect((await kase.verify()).problems).toEqual([])
    })

    it('draws who has to do with whom, by channel and time', async () => {
      const kase = await make()
      const all = await kase.network()
      const pairs = ({ pairs }: typeof all) => pairs.map(({ a, b }) => `${a} ${b}`).sort()
      expect(pairs(all).length).toBeGreaterThan(1)
      const violence = await kase.network({ channel: 'violence' })
      expect(pairs(all)).toEqual(expect.arrayContaining(pairs(violence)))
      expect(pairs(violence).length).toBeLessThan(pairs(all).length)
      expect(await kase.network({ from: '2030-01-01' })).toMatchObject({ pairs: [], months: all.months })
    })

    it('filters and pages claims and incidents', async () => {
      const kase = await make()
      const paths = async (filter: Parameters<Case['claims']>[0]) =>
        (await kase.claims(filter)).items.map(({ path }) => path)
      expect(await paths({ actor: 'coast-army' })).toEqual(['one', 'two', 'other'])
      expect(await paths({ place: 'north' })).toEqual(['one', 'two', 'talks', 'other'])
      expect(await paths({ query: 'جبهة المرفأ', to: '2024-02-28' })).toEqual(['one', 'two'])
      expect(await paths({ outlet: 'rimal-post', origin: 'salim sami' })).toEqual(['one', 'talks'])
      const seen: string[] = []
      for (let cursor: string | undefined; ; ) {
        const page = await kase.claims({ limit: 2, ...(cursor === undefined ? {} : { cursor }) })
        expect(page.total).toBe(5)
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
        if (cursor === undefined) break
      }
      expect(new Set(seen).size).toBe(5)
      expect(seen).toEqual((await kase.claims()).items.map(({ id }) => id))
      expect((await kase.incidents({ contradicted: true })).total).toBe(1)
      expect((await kase.incidents({ actor: 'valley-union', limit: 1 })).next).toBeDefined()
      await expect(kase.claims({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'usage' })
    })

    it('pages documents and entities as their whole lists are, also where names were joined', async () => {
      const kase = await make()
      const pages = async <T>(page: (cursor?: string) => Promise<{ items: T[]; total: number; next?: string }>) => {
        const items: T[] = []
        for (let cursor: string | undefined; ; ) {
          const one = await page(cursor)
          items.push(...one.items)
          cursor = one.next
          if (cursor === undefined) return { items, total: one.total }
        }
      }
      const paths = async (order: 'added' | 'newest' | 'published') =>
        (await pages((cursor) => kase.documentPage({ order, limit: 2, cursor }))).items.map(({ path }) => path)
      expect(await paths('added')).toEqual(NAMES)
      expect(await paths('newest')).toEqual([...NAMES].reverse())
      expect(await paths('published')).toEqual(['empty', 'other', 'talks', 'two', 'one'])
      const [first] = await kase.documents()
      expect(await kase.documentsWithIds([first!.id, 'sha256:none'])).toEqual([first])

      const all = async () => (await pages((cursor) => kase.entityPage({ limit: 2, cursor }))).items
      expect((await all()).map(({ id }) => id)).toEqual((await kase.entities()).map(({ id }) => id))
      expect(await kase.entityPage({ kind: 'actor', query: 'المرفأ' })).toMatchObject({
        items: [{ id: 'harbour-front', claims: 4 }],
        total: 1,
      })
      const [front] = await all()
      expect(front).toEqual(await kase.entity(front!.id))
      const naming = await pages((cursor) =>
        kase.documentPage({ entity: front!.id, order: 'published', limit: 1, cursor }),
      )
      expect(naming.total).toBe(front!.documents)
      expect(naming.items.length).toBe(front!.documents)
      expect(await kase.documentPage({ entity: 'nobody' })).toMatchObject({ items: [], total: 0 })
      const target = { kind: 'pair' as const, of: 'entity' as const, a: 'coast-army', b: 'coast-guard' }
      await kase.judge({ kind: 'same', target, by })
      expect((await all()).map(({ id }) => id)).toEqual((await kase.entities()).map(({ id }) => id))
      expect((await kase.rankedEntities()).map(({ id }) => id)).toEqual((await all()).map(({ id }) => id))
      expect((await all()).find(({ id }) => id === 'coast-army')).toEqual(await kase.entity('coast-army'))
      const called = await kase.entitiesWithIds(['coast-guard', 'harbour-front', 'nobody'])
      expect([...called.keys()]).toContain('harbour-front')
    })

    it('weighs anew without what is left out', async () => {
      const kase = await make()
      const [attack] = (await kase.incidents()).items
      expect(attack!.independence.atMost).toBe(2)
      const without = { outlets: ['Sidra Times'] }
      expect((await kase.incident(attack!.id, without)).independence.atMost).toBe(1)
      expect((await kase.incident(attack!.id, without)).contradictions).toEqual([])
      const summary = await kase.summary(without)
      expect([summary.claims, summary.incidents, summary.contradictions]).toEqual([3, 2, 0])
      expect((await kase.summary()).claims).toBe(5)
      await expect(kase.incident(attack!.id, { outlets: ['Sidra Times', 'Rimal Post'] })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    it('keeps a ledger of two actors', async () => {
      const kase = await make()
      const ledger = await kase.dyad('harbour-front', 'valley-union')
      expect(ledger.cells.map(({ channel, month, claims }) => [channel, month, claims.length])).toEqual([
        ['talks', '2024-03', 1],
        ['other', 'undated', 1],
      ])
      const [first] = await kase.dyads()
      expect([first!.aName.ar, first!.bName.en]).toEqual(['جيش الساحل', 'Harbour Front'])
      expect((await kase.dyads()).length).toBe(3)
    })

    it('finds actors and places by any name, and offers the nearest', async () => {
      const kase = await make(['one'])
      for (const name of ['harbour-front', 'Harbour Front', 'جبهه المرفا'])
        expect((await kase.findActor(name)).id).toBe('harbour-front')
      for (const name of ['rimal', 'Rimal', 'رمال']) expect((await kase.findPlace(name)).id).toBe('rimal')
      const none = (code: string, near: string) => ({ code, hint: expect.stringContaining(near) })
      await expect(kase.findActor('Harbor Front')).rejects.toMatchObject(none('unknown-actor', 'Harbour Front'))
      await expect(kase.findPlace('Rimel')).rejects.toMatchObject(none('not-found', 'Rimal'))
      const [top] = await kase.entities({ kind: 'actor', query: 'المرفأ' })
      expect(top).toMatchObject({ id: 'harbour-front', documents: 1, claims: 1, incidents: 1 })
      expect(top!.mentions).toEqual([{ text: 'Harbour Front', lang: 'en', outlet: 'Rimal Post', count: 1 }])
    })

    it('takes decisions, shows them, and takes them back', async () => {
      const kase = await make()
      const claim = (await kase.claims({ document: (await kase.documents())[1]!.id })).items[0]!
      const target = { kind: 'claim' as const, document: claim.document, span: claim.evidence, type: claim.type }
      const rejected = await kase.judge({ kind: 'reject', target, by, why: 'another day' })
      expect((await kase.claim(claim.id)).decision).toBe('rejected')
      expect((await kase.incidents({ contradicted: true })).total).toBe(0)
      expect((await kase.summary()).claims).toBe(4)
      await kase.judge({ kind: 'reject', target, by, reverses: rejected.id })
      expect((await kase.claim(claim.id)).decision).toBeUndefined()
      expect((await kase.incidents({ contradicted: true })).total).toBe(1)
      await kase.judge({ kind: 'correct', target, by, claim: { status: 'denied' } })
      expect(await kase.claim(claim.id)).toMatchObject({ status: 'denied', decision: 'corrected' })
      expect((await kase.judgements()).map(({ kind }) => kind)).toEqual(['reject', 'reject', 'correct'])
      expect((await kase.verify()).problems).toEqual([])
    })

    it('corrects days, numbers and who says it, shows what stood there, and refuses what cannot be', async () => {
      const kase = await make()
      const claim = (await kase.claims({ document: (await kase.documents())[1]!.id })).items[0]!
      const target = { kind: 'claim' as const, document: claim.document, span: claim.evidence, type: claim.type }
      const correct = (change: Judgement['claim']) => kase.judge({ kind: 'correct', target, by, claim: change })
      const time = { ...claim.time!, from: '2024-02-01', to: '2024-02-29', precision: 'month' as const }
      const killed = { ...claim.counts.killed!, min: 9, max: null }
      const ministry = { ...claim.chain[0]!, kind: 'party' as const }
      await correct({ time })
      await correct({ counts: { killed }, chain: [ministry], type: 'meeting' })
      const found = await kase.claim(claim.id)
      expect(found).toMatchObject({ time, counts: { killed }, chain: [ministry], decision: 'corrected' })
      expect(found.correction).toMatchObject({ by, fields: ['type', 'time', 'killed'] })
      expect(found.correction!.before).toEqual({
        type: 'attack',
        time: claim.time,
        counts: { killed: claim.counts.killed },
      })
      expect((await kase.incidents({ from: '2024-02-20', to: '2024-02-20' })).total).toBe(1)
      await kase.judge({ kind: 'accept', target: { ...target, claim: claim.id }, by })
      expect((await kase.claim(claim.id)).correction?.fields).toContain('killed')
      const impossible: [Judgement['claim'], string][] = [
        [{ time: { ...time, to: '2024-02-30' } }, 'there is no day "2024-02-30"'],
        [{ time: { ...time, to: '2024-01-31' } }, '2024-02-01 is after 2024-01-31'],
        [{ counts: { killed: { ...killed, min: 9, max: 4 } } }, '9 is more than 4'],
        [{ counts: { killed: { ...killed, min: -1 } } }, '-1 is no number'],
        [{ chain: [{ ...ministry, name: 'Hill Ministry', start: 0, end: 4 }] }, 'does not stand there'],
      ]
      for (const [change, message] of impossible) await expect(correct(change)).rejects.toThrow(message)
      expect((await kase.verify()).problems).toEqual([])
    })

    it('takes a claim by hand, but only with words that stand in the document', async () => {
      const kase = await make(['empty'])
      const [document] = await kase.documents()
      const target = {
        kind: 'claim' as const,
        document: document!.id,
        span: { start: 4, end: 11 },
        type: 'statement' as const,
      }
      const evidence = { start: 4, end: 11, text: 'harvest' }
      const made = await kase.judge({ kind: 'add', target, by, claim: { evidence } })
      const [claim] = (await kase.claims()).items
      expect(claim).toMatchObject({ rule: 'analyst', decision: 'added', type: 'statement', evidence })
      expect(made.target).toMatchObject({ claim: claim!.id })
      const invented = kase.judge({ kind: 'add', target, by, claim: { evidence: { ...evidence, text: 'famine' } } })
      await expect(invented).rejects.toMatchObject({ code: 'unsourced-statement' })
      const nowhere = kase.judge({ kind: 'accept', target: { ...target, type: 'attack' }, by })
      await expect(nowhere).rejects.toMatchObject({ code: 'judgement-invalid' })
      await kase.reread()
      expect((await kase.claims()).total).toBe(1)
    })

    it('parts and joins incidents as judged, and grades them', async () => {
      const kase = await make()
      const [attack, meeting] = (await kase.incidents()).items
      const [a, b] = attack!.claims as [string, string]
      const pair = (of: 'claim' | 'incident', x: string, y: string): Judgement['target'] => ({
        kind: 'pair',
        of,
        a: x,
        b: y,
      })
      const apart = await kase.judge({ kind: 'different', target: pair('claim', a, b), by })
      expect((await kase.incidents()).total).toBe(4)
      await kase.judge({ kind: 'different', target: apart.target, by, reverses: apart.id })
      expect((await kase.incidents()).total).toBe(3)
      await kase.judge({ kind: 'same', target: pair('incident', attack!.id, meeting!.id), by })
      const [joined] = (await kase.incidents()).items
      expect(joined!.claims).toHaveLength(3)
      // An address of either leads to what they became; one that was never given leads nowhere.
      for (const { id } of [attack!, meeting!]) expect((await kase.incident(id)).id).toBe(joined!.id)
      await expect(kase.incident('i-0000000000000000')).rejects.toMatchObject({ code: 'not-found' })
      const grade = { source: 'B' as const, information: '2' as const, reasons: ['known to the analyst'] }
      await kase.judge({ kind: 'grade', target: { kind: 'incident', incident: joined!.id }, by, grade })
      expect((await kase.incident(joined!.id)).grade).toEqual({ ...grade, decidedBy: by })
      await kase.add(['empty'])
      expect((await kase.incidents()).total).toBe(2)
      expect((await kase.verify()).problems).toEqual([])
    })

    it('lists the pairs that it could not decide, until an analyst does', async () => {
      const kase = await make(['one', 'near', 'talks'])
      const [pair, ...more] = await kase.undecided()
      expect(more).toEqual([])
      expect(pair!.because).toContainEqual({ code: 'names-apart', params: { f: 'place', x: 'rimal', y: 'sidra' } })
      expect(pair!.a.title.en).toContain('2024-02-03')
      await kase.judge({
        kind: 'different',
        target: { kind: 'pair', of: 'incident', a: pair!.a.incident, b: pair!.b.incident },
        by,
      })
      expect(await kase.undecided()).toEqual([])
    })

    it('carries decisions over to a new reading, and sends to review what no longer fits', async () => {
      const kase = await make()
      const claims = (await kase.claims()).items
      const decide = (type: string, kind: 'accept' | 'reject') => {
        const claim = claims.find((one) => one.type === type)!
        const target = { kind: 'claim' as const, document: claim.document, span: claim.evidence, type: claim.type }
        return kase.judge({ kind, target, by })
      }
      await decide('attack', 'accept')
      const onMeeting = await decide('meeting', 'reject')
      const second = await again(kase, '2')
      expect(await second.reread()).toEqual({ documents: 5, changed: 4, review: 0 })
      const now = (await second.claims()).items
      expect(now.map(({ id }) => id)).not.toEqual(claims.map(({ id }) => id))
      expect(now.map(({ type, decision }) => [type, decision])).toEqual([
        ['attack', 'accepted'],
        ['attack', undefined],
        ['meeting', 'rejected'],
        ['support', undefined],
        ['attack', undefined],
      ])
      expect((await second.diff()).map(({ path, added, removed }) => [path, added.length, removed.length])).toEqual([
        ['one', 1, 1],
        ['two', 1, 1],
        ['talks', 2, 2],
        ['other', 1, 1],
      ])
      const third = await again(kase, '3')
      expect(await third.reread()).toMatchObject({ changed: 4, review: 1 })
      expect((await third.review()).map(({ id }) => id)).toEqual([onMeeting.id])
      expect((await third.verify()).problems).toEqual([])
      expect(await third.reread()).toMatchObject({ changed: 0 })
    })

    it('lets workers share what was added for later, each document to one', async () => {
      const kase = await make([])
      await kase.add(NAMES, { later: true })
      expect((await kase.claims()).total).toBe(0)
      expect((await kase.verify()).problems).toEqual([])
      const workers = [kase, await again(kase), await again(kase)]
      const done = await Promise.all(workers.map((worker) => worker.work()))
      expect(done.reduce((sum, { documents }) => sum + documents, 0)).toBe(NAMES.length)
      const { items } = await kase.incidents()
      const atOnce = await (await make()).incidents()
      expect(items.map(({ id, claims }) => [id, claims])).toEqual(atOnce.items.map(({ id, claims }) => [id, claims]))
      expect((await kase.verify()).problems).toEqual([])
      expect((await kase.work()).documents).toBe(0)
    })

    it('forgets a document and still verifies', async () => {
      const kase = await make()
      const { id } = (await kase.documents())[0]!
      const claim = (await kase.claims({ document: id })).items[0]!
      const target = { kind: 'claim' as const, document: id, span: claim.evidence, type: claim.type }
      await kase.judge({ kind: 'accept', target, by, why: 'quotes Salim Sami' })
      await kase.forget(id, 'asked for by the family', by)
      expect(await kase.raw(id)).toBeUndefined()
      const { document, reading, claims } = await kase.document(id)
      expect(document).toMatchObject({ forgotten: { why: 'asked for by the family' }, claims: 0 })
      expect([reading.document.text, reading.claims, claims, document.title]).toEqual(['', [], [], undefined])
      expect((await kase.incidents({ contradicted: true })).total).toBe(0)
      expect((await kase.judgements())[0]!.why).toBeUndefined()
      const { problems, documents } = await kase.verify()
      expect([problems, documents]).toEqual([[], 5])
      const { failed } = await kase.add(['one'])
      expect(failed[0]!.message).toMatch(/was forgotten on 2024-06-01/)
      expect((await (await again(kase, '2')).reread()).documents).toBe(4)
      await expect(kase.forget('sha256:none', 'x', by)).rejects.toMatchObject({ code: 'not-found' })
    })
  })
}
