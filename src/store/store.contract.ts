import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Incident, Judgement } from '../model/index.js'
import { sha256 } from '../model/index.js'
import * as store from './index.js'
import { AT, capture, claim, document, incident, reading, shown } from './testing.js'

/**
 * What every engine must do alike. `fresh` gives the location of a case that does not exist yet, another one each time,
 * in one and the same database where the engine has room for several.
 */
export function storeSuite(name: string, fresh: () => Promise<string>): void {
  describe(name, () => {
    let s: store.Store
    const doc = document(1)

    beforeAll(async () => {
      s = await store.createStore(await fresh(), { name: 'Suite', tlp: 'amber', at: AT })
    })
    afterAll(() => s?.close())

    it('refuses to make a case twice and to open one that is not there', async () => {
      const again = store.createStore(s.location, { name: 'Again', tlp: 'clear', at: AT })
      await expect(again).rejects.toMatchObject({ code: 'case-exists' })
      await expect(store.openStore(await fresh())).rejects.toMatchObject({ code: 'case-missing' })
      expect(await s.read(store.caseRow)).toEqual({ name: 'Suite', tlp: 'amber', created: AT })
    })

    it('keeps raw bytes, all 256 values of them, and removes them', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
      const hash = sha256(bytes)
      await s.raw.put(hash, bytes)
      await s.raw.put(hash, bytes)
      expect([...(await s.raw.get(hash))!]).toEqual([...bytes])
      await s.raw.remove(hash)
      expect(await s.raw.get(hash)).toBeUndefined()
    })

    it('gives back a document, its text and its capture as they were put in', async () => {
      await s.write((tx) => store.insertDocument(tx, doc, capture(doc), 'ataq post'))
      const { text, ...about } = doc
      expect(await s.read((tx) => store.listDocuments(tx))).toEqual([{ document: about, seq: 1, reading: null }])
      expect((await s.read((tx) => store.documentTexts(tx, [doc.id]))).get(doc.id)).toBe(text)
      expect(await s.read((tx) => store.findCapture(tx, doc.id))).toEqual(capture(doc))
    })

    it('undoes everything of a write that fails', async () => {
      const other = document(99)
      const failing = s.write(async (tx) => {
        await store.insertDocument(tx, other, capture(other), '')
        throw new Error('power cut')
      })
      await expect(failing).rejects.toThrow('power cut')
      expect(await s.read((tx) => store.listDocuments(tx, [other.id]))).toEqual([])
    })

    it('keeps every reading, newest last, with members in the order of the model', async () => {
      const first = reading(doc, [claim('c-1'), claim('c-2', { type: 'attack' })])
      const second = reading(doc, [claim('c-1', { confidence: 0.5 })], { version: '2.0.0', packs: 'p1' })
      await s.write((tx) => store.insertReading(tx, first, AT))
      await s.write((tx) => store.insertReading(tx, second, AT))
      const readings = await s.read((tx) => store.listReadings(tx, [doc.id]))
      expect(readings.map((r) => [r.seq, r.reader.version, r.mentions.length])).toEqual([
        [1, '1.0.0', 1],
        [2, '2.0.0', 1],
      ])
      const claims = await s.read((tx) => store.listReadingClaims(tx, [doc.id]))
      const ofFirst = claims.filter((c) => c.reading === readings[0]!.id)
      expect(ofFirst.map((c) => c.claim)).toEqual(first.claims)
      expect(Object.keys(ofFirst[0]!.claim!).slice(0, 3)).toEqual(['id', 'type', 'status'])
      expect(Object.keys(ofFirst[0]!.claim!.counts)).toEqual(['killed', 'vehicles'])
      expect(claims.every((c) => c.actual === c.hash)).toBe(true)
      const [row] = await s.read((tx) => store.listDocuments(tx, [doc.id]))
      expect(row!.reading).toBe(readings[1]!.id)
    })

    it('finds claims by every filter, and by none that does not fit', async () => {
      const dated = claim('c-dated')
      const undated = claim('c-undated', { time: null, status: 'denied', type: 'attack' })
      const rows = [
        shown(doc, dated),
        shown(doc, undated, { decision: 'accepted', actors: [], places: [], originKey: '', search: '100%_sure' }),
      ]
      await s.write((tx) => store.replaceShown(tx, doc.id, rows))
      const ids = async (query: store.ClaimQuery) => {
        const found = await s.read((tx) => store.findClaims(tx, query))
        // The same where they are many, and come upon one by one.
        expect(await s.read((tx) => store.findClaims(tx, { ...query, limit: 9 }, 0))).toEqual(found)
        return found.rows.map((row) => row.claim.id)
      }
      expect(await ids({})).toEqual(['c-dated', 'c-undated'])
      const fits: store.ClaimQuery[] = [
        { document: doc.id, type: 'seizure' },
        { status: 'asserted' },
        { actor: 'ministry' },
        { place: 'ataq' },
        { origin: { entity: 'ministry', key: 'ministry' } },
        { words: ['convoy', 'القافله'] },
        { to: '2024-05-08' },
        { from: '2024-05-06', to: '2024-05-06' },
        { decision: 'none' },
      ]
      for (const query of fits) expect(await ids(query), JSON.stringify(query)).toEqual(['c-dated'])
      expect(await ids({ from: '2024-05-08' })).toEqual(['c-undated'])
      expect(await ids({ decision: 'accepted', words: ['100%_'] })).toEqual(['c-undated'])
      for (const query of [{ actor: 'nobody' }, { words: ['%'] }, { words: ['con_oy'] }, { from: '2024-05-10' }])
        expect((await ids(query)).includes('c-dated'), JSON.stringify(query)).toBe(false)
    })

    it('pages by order key and counts all pages', async () => {
      const { rows, total } = await s.read((tx) => store.findClaims(tx, { limit: 1 }))
      expect([rows.length, total]).toEqual([1, 2])
      const next = await s.read((tx) => store.findClaims(tx, { limit: 1, after: rows[0]!.orderKey }))
      expect(next.rows.map((row) => row.claim.id)).toEqual(['c-undated'])
      expect(next.total).toBe(2)
    })

    it('finds the claims of a block, across documents, and leaves out blocks that are too large', async () => {
      const other = document(2)
      await s.write(async (tx) => {
        await store.insertDocument(tx, other, capture(other), 'ataq post')
        await store.replaceShown(tx, other.id, [
          shown(other, claim('c-near')),
          shown(other, claim('c-far'), { blocks: ['elsewhere'], orderKey: '2024-05-06/far' }),
        ])
      })
      const blocks = await s.read((tx) => store.blocksOfDocuments(tx, [doc.id]))
      const members = (most: number) => s.read((tx) => store.blockMembers(tx, blocks, () => most))
      const all = [...(await members(Number.POSITIVE_INFINITY)).values()].flat()
      expect([...new Set(all)].sort()).toEqual(['c-dated', 'c-near', 'c-undated'])
      expect([...(await members(1)).values()].flat()).not.toContain('c-near')
      expect(await members(3)).toEqual(await members(Number.POSITIVE_INFINITY))
    })

    it('tells which keys of texts too many hold, who holds them, and who of these stands in a pair', async () => {
      const own = [document(71), document(72), document(73)]
      const [one, other, third] = own.map(({ id }) => id) as [string, string, string]
      const found = await s.write(async (tx) => {
        for (const each of own) await store.insertDocument(tx, each, capture(each), '')
        const keys = { [one]: ['often', 'twice'], [other]: ['often', 'twice', 'once'], [third]: ['often'] }
        await store.replaceTextKeys(tx, new Map(Object.entries(keys)))
        await store.replaceRepeats(tx, [one], [{ a: other, b: one, kind: 'copy', evidence: '' }])
        const asked = ['often', 'twice', 'once', 'never', 'often']
        const more = (limit: number) => store.heldByMore(tx, asked, limit)
        return {
          more: [await more(0), await more(1), await more(2), await more(3)].map((held) => [...held].sort()),
          holders: [...(await store.keyHolders(tx, ['twice', 'once', 'never']))].sort(),
          pairs: (await store.repeatersAmong(tx, [...(await store.keyHolders(tx, ['often']))])).sort(),
          byKey: await store.holdersByKey(tx, ['once', 'never']),
          gone: await store.replaceTextKeys(tx, new Map([[third, []]])),
          left: [...(await store.keyHolders(tx, ['often']))].sort(),
        }
      })
      expect(found.more).toEqual([['often', 'once', 'twice'], ['often', 'twice'], ['often'], []])
      expect(found.holders).toEqual([one, other].sort())
      expect(found.pairs).toEqual([one, other].sort())
      expect(found.byKey).toEqual(new Map([['once', [other]]]))
      expect(found.gone).toEqual(new Map([[third, new Set(['often'])]]))
      expect(found.left).toEqual([one, other].sort())
    })

    it('gives each pair of texts once, from whichever side it is asked', async () => {
      const pair = (a: string, b: string, evidence: string) => ({ a, b, kind: 'near-copy', evidence })
      const all = [pair('p1', 'p2', '60 %'), pair('p1', 'p3', '60 %'), pair('p2', 'p3', '70 %')]
      await s.write(async (tx) => {
        await store.replaceRepeats(tx, ['p3'], all.slice(1))
        await store.replaceRepeats(tx, ['p2'], [pair('p2', 'p1', '60 %'), all[2]!])
      })
      const of = (documents: string[]) => s.read((tx) => store.repeatsOfDocuments(tx, documents))
      const list = (pairs: store.StoredRepeat[]) => pairs.map((one) => `${one.a} ${one.b} ${one.evidence}`).sort()
      expect(list(await of(['p1', 'p2', 'p3']))).toEqual(list(all))
      expect(list(await of(['p3']))).toEqual(list(all.slice(1)))
      expect(list(await s.read((tx) => store.listRepeats(tx)))).toEqual(expect.arrayContaining(list(all)))
    })

    it('knows which documents have linked claims', async () => {
      const link = { a: 'c-1', b: 'c-2', aDocument: 't1', bDocument: 't2' }
      const linked = await s.write(async (tx) => {
        await store.insertClaimLinks(tx, [link])
        const before = await store.withLinks(tx, ['t1', 't2', 't3'])
        await store.removeClaimLinks(tx, ['c-2'])
        return [before.sort(), await store.withLinks(tx, ['t1', 't2', 't3'])]
      })
      expect(linked).toEqual([['t1', 't2'], []])
    })

    it('replaces incidents and finds them by party, place and day', async () => {
      const documents = new Map([
        ['c-dated', doc.id],
        ['c-near', document(2).id],
      ])
      const put = (gone: string[], now: Incident[]) => s.write((tx) => store.replaceIncidents(tx, gone, now, documents))
      await put([], [incident('i-1', ['c-dated']), incident('i-2', ['c-near'])])
      await put(['i-1', 'i-2'], [incident('i-3', ['c-dated', 'c-near'])])
      const ids = async (query: store.IncidentQuery) =>
        (await s.read((tx) => store.findIncidents(tx, query))).rows.map((row) => row.incident.id)
      for (const query of [{}, { actor: 'ministry' }, { place: 'ataq' }, { from: '2024-05-06' }])
        expect(await ids(query)).toEqual(['i-3'])
      for (const query of [{ actor: 'nobody' }, { to: '2024-05-05' }, { type: 'attack' }])
        expect(await ids(query)).toEqual([])
      expect(await s.read((tx) => store.claimsEverOf(tx, [doc.id]))).toEqual(expect.arrayContaining(['c-dated']))
      for (const many of [0, 9])
        expect((await s.read((tx) => store.findClaims(tx, { incident: 'i-3', limit: 9 }, many))).rows).toHaveLength(2)
      expect((await s.read((tx) => store.countParts(tx))).get('ministry')).toEqual({ claims: 3, incidents: 1 })
      // Sought claim by claim, a few at once.
      for (const atOnce of [1, 2, 9]) {
        const of = (wanted: string) => s.read((tx) => store.incidentOfClaim(tx, (id) => id === wanted, atOnce))
        expect([await of('c-dated'), await of('c-near'), await of('c-else')]).toEqual(['i-3', 'i-3', undefined])
      }
    })

    it('counts mentions by wording', async () => {
      const counts = [
        { entity: 'ataq', text: 'عتق', kind: 'place' as const, count: 2, lang: 'ar', outlet: 'مأرب', day: '' },
      ]
      await s.write((tx) => store.replaceMentions(tx, doc.id, counts))
      await s.write((tx) => store.replaceMentions(tx, doc.id, counts))
      const { count, ...name } = counts[0]!
      expect(await s.read((tx) => store.listNames(tx, ['ataq']))).toEqual([{ ...name, documents: 1, uses: count }])
      expect(await s.read((tx) => store.documentsNaming(tx, { texts: ['عتق'] }))).toEqual([doc.id])
      // An empty wording: only a claim means it, and the document tells of it all the same.
      const meant = { ...counts[0]!, entity: 'valley', text: '' }
      await s.write((tx) => store.replaceMentions(tx, doc.id, [...counts, meant]))
      expect(await s.read((tx) => store.countNaming(tx, ['ataq', 'valley', 'other']))).toEqual(
        new Map([
          ['ataq', 1],
          ['valley', 1],
        ]),
      )
      await s.write((tx) => store.replaceMentions(tx, doc.id, []))
      expect(await s.read((tx) => store.listNames(tx))).toEqual([])
    })

    it('keeps judgements in order and knows which fit no claim', async () => {
      const target = { kind: 'claim', document: doc.id, span: { start: 0, end: 20 }, type: 'seizure' } as const
      const judgement = (id: string): Judgement => ({ id, kind: 'accept', target, by: 'A. Analyst', at: AT })
      await s.write((tx) => store.insertJudgement(tx, judgement('j-2'), []))
      await s.write((tx) => store.insertJudgement(tx, judgement('j-1'), []))
      const listed = await s.read((tx) => store.listJudgements(tx, doc.id))
      expect(listed.map((row) => row.judgement.id)).toEqual(['j-2', 'j-1'])
      expect(listed[0]!.hash).toBe(store.judgementHash(listed[0]!.judgement))
      const fits = new Map([
        ['j-1', 'c-dated'],
        ['j-2', null],
      ])
      await s.write((tx) => store.replaceFits(tx, doc.id, fits))
      expect([...(await s.read(store.misfits))]).toEqual(['j-2'])
    })

    it('chains the log, and tells a changed, a missing and a moved entry', async () => {
      for (const subject of ['a', 'b', 'c'])
        await s.write((tx) => store.appendLog(tx, { at: AT, kind: 'add', subject, data: { z: 1, a: [2, 3] } }))
      const log = await s.read(store.listLog)
      expect(log.map((entry) => entry.seq)).toEqual([1, 2, 3])
      expect(store.logProblems(log)).toEqual([])
      const [one, two, three] = log as [store.LogEntry, store.LogEntry, store.LogEntry]
      expect(store.logProblems([one, { ...two, subject: 'x' }, three])).toEqual(['log entry 2 was changed'])
      expect(store.logProblems([one, three])).not.toEqual([])
      expect(store.logProblems([two, one, three])).not.toEqual([])
    })

    it('gives each job to one worker, and again when the worker is overdue', async () => {
      await s.write(async (tx) => {
        for (let n = 0; n < 6; n++) await store.addJob(tx, 'read', `d${n}`)
        await store.addJob(tx, 'read', 'd0')
        await store.addJob(tx, 'link', 'd0')
      })
      const taken = await Promise.all([1, 2, 3].map(() => s.take(['read'], 2, AT)))
      const subjects = taken.flat().map((job) => job.subject)
      expect(new Set(subjects).size).toBe(subjects.length)
      const rest = await s.take(['read'], 9, AT)
      expect([...subjects, ...rest.map((job) => job.subject)].sort()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5'])
      expect(await s.take(['read'], 9, AT)).toEqual([])
      const later = new Date(Date.parse(AT) + store.LEASE + 1).toISOString()
      const again = await s.take(['read'], 9, later)
      expect(again.map((job) => job.attempts)).toEqual([2, 2, 2, 2, 2, 2])
      const finished = again.map((job) => job.id)
      await s.write((tx) => store.finishJobs(tx, finished))
      expect(await s.read(store.countJobs)).toBe(1)
    })

    it('keeps cases in one database apart', async () => {
      const other = await store.createStore(await fresh(), { name: 'Other', tlp: 'clear', at: AT })
      try {
        await other.write((tx) => store.insertDocument(tx, doc, capture(doc), ''))
        expect(await other.read((tx) => store.listDocuments(tx))).toHaveLength(1)
        expect((await other.read((tx) => store.findClaims(tx, {}))).total).toBe(0)
        expect(await other.read(store.listLog)).toEqual([])
      } finally {
        await other.close()
      }
    })

    it('lets two programs write to one case', async () => {
      const twin = await store.openStore(s.location)
      try {
        const append = (where: store.Store, subject: string) =>
          where.write((tx) => store.appendLog(tx, { at: AT, kind: 'read', subject, data: {} }))
        await Promise.all(Array.from({ length: 20 }, (_, n) => append(n % 2 ? s : twin, `n${n}`)))
        const log = await s.read(store.listLog)
        expect(log).toHaveLength(23)
        expect(store.logProblems(log)).toEqual([])
      } finally {
        await twin.close()
      }
    })

    it('refuses a case made by a newer version', async () => {
      const future = { number: 999, name: 'from the future', at: AT }
      await s.read(({ db }) => db.insertInto('migrations').values(future).execute())
      try {
        await expect(store.openStore(s.location)).rejects.toMatchObject({ code: 'case-version' })
      } finally {
        await s.read(({ db }) => db.withoutPlugins().deleteFrom('migrations').where('number', '=', 999).execute())
      }
      await (await store.openStore(s.location)).close()
    })
  })
}
