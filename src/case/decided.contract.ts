import { describe, expect, it } from 'vitest'
import { by, caseStage } from '../../test/case-stage.js'
import type { Judgement } from '../model/index.js'
import type { CaseClaim } from './case.js'

/** What analysts decided can be looked back on, where it stands and as a whole, and is taken back from there. */
export function decidedSuite(name: string, fresh: () => Promise<string>): void {
  describe(name, () => {
    const { make, again } = caseStage(fresh)
    const pair = (of: 'claim' | 'incident' | 'entity', a: string, b: string): Judgement['target'] => ({
      ...{ kind: 'pair', of, a, b },
    })
    const onClaim = ({ id, document, evidence, type }: CaseClaim): Judgement['target'] => ({
      ...{ kind: 'claim', document, type, claim: id, span: { start: evidence.start, end: evidence.end } },
    })

    it('lists what was decided, the newest first, with what took it back, page by page, also when opened anew', async () => {
      const kase = await make()
      const [claim] = (await kase.claims({ outlet: 'Rimal Post', type: 'attack' })).items
      const rejected = await kase.judge({ kind: 'reject', target: onClaim(claim!), by, why: 'another day' })
      const accepted = await kase.judge({ kind: 'accept', target: onClaim(claim!), by: 'B. Coder' })
      const back = await kase.takeBack(accepted.id, by)
      const other = await again(kase)
      const { items, total } = await other.decided()
      expect([items.map(({ judgement }) => judgement.id), total]).toEqual([[accepted.id, rejected.id], 2])
      expect(items[0]!.takenBack).toEqual(back)
      expect(items[1]!.takenBack).toBeUndefined()
      expect(items[1]).toMatchObject({
        judgement: { why: 'another day' },
        sides: [{ claims: 1, claim: { id: claim!.id } }],
      })
      expect((await other.decided({ by })).items.map(({ judgement }) => judgement.id)).toEqual([rejected.id])
      const first = await other.decided({ limit: 1 })
      expect((await other.decided({ limit: 1, cursor: first.next! })).items[0]!.judgement.id).toBe(rejected.id)
      await expect(other.decided({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'usage' })
      // What only took back is itself taken back: the decision stands again, and can be taken back again.
      await other.takeBack(back.id, by)
      expect((await other.decided()).items[0]!.takenBack).toBeUndefined()
      await other.takeBack(accepted.id, by)
      expect((await other.decided()).items[0]!.takenBack).toBeDefined()
      await expect(other.takeBack(accepted.id, by)).rejects.toMatchObject({ code: 'judgement-invalid' })
      expect((await other.verify()).problems).toEqual([])
    })

    it('names beside a claim the judgements that stand on it, also on one that was added by hand', async () => {
      const kase = await make(['one', 'two', 'empty'])
      const [claim, quiet] = (await kase.claims()).items
      const accepted = await kase.judge({ kind: 'accept', target: onClaim(claim!), by, why: 'the ministry confirms' })
      const corrected = await kase.judge({ kind: 'correct', target: onClaim(claim!), by, claim: { status: 'denied' } })
      const { id, kind, at, why } = accepted
      expect((await kase.claim(claim!.id)).judgements).toEqual([
        { id, kind, by, at, why },
        { id: corrected.id, kind: 'correct', by, at: corrected.at },
      ])
      await kase.takeBack(corrected.id, by)
      expect((await kase.claim(claim!.id)).judgements).toHaveLength(1)
      expect((await kase.claim(quiet!.id)).judgements).toBeUndefined()
      const empty = (await kase.documents()).find(({ path }) => path === 'empty')!
      const span = { start: 0, end: 31 }
      const evidence = { ...span, text: 'The harvest was good this year.' }
      const target = { kind: 'claim' as const, document: empty.id, type: 'attack' as const, span }
      const added = await kase.judge({ kind: 'add', target, by, claim: { evidence } })
      const hand = (await kase.claims({ document: empty.id })).items[0]!
      expect(hand.judgements?.map((one) => one.id)).toEqual([added.id])
      await kase.takeBack(added.id, by)
      expect((await kase.claims({ document: empty.id })).total).toBe(0)
    })

    it('lists on an incident what joined and parted its claims, and nothing else', async () => {
      const kase = await make(['one', 'near', 'talks', 'other'])
      const of = async (outlet: string, type: 'attack' | 'meeting') => (await kase.claims({ outlet, type })).items[0]!
      const [one, talks] = [await of('Rimal Post', 'attack'), await of('Rimal Post', 'meeting')]
      const near = (await kase.claims({ place: 'sidra', type: 'attack', actor: 'harbour-front' })).items[0]!
      const joined = await kase.judge({ kind: 'same', target: pair('incident', one.incident!, near.incident!), by })
      const held = async () => (await kase.claim(one.id)).incident!
      const on = async (incident: string) =>
        (await kase.decided({ incident })).items.map(({ judgement }) => judgement.id)
      expect((await kase.incident(await held())).claims.sort()).toEqual([one.id, near.id].sort())
      expect(await on(await held())).toEqual([joined.id])
      expect(await on(talks.incident!)).toEqual([])
      const [entry] = (await kase.decided({ incident: await held() })).items
      expect(entry!.sides.map(({ claim }) => claim?.id)).toEqual([one.id, near.id])
      expect(entry!.sides[0]!.incident?.id).toBe(await held())
      await kase.judge({ kind: 'accept', target: onClaim(one), by })
      expect(await on(await held())).toEqual([joined.id])
      await kase.takeBack(joined.id, by)
      expect((await kase.claim(near.id)).incident).not.toBe(await held())
      expect(await on(await held())).toEqual([])
    })

    it('parts one claim from all others of its incident by one judgement, and joins it to another', async () => {
      const kase = await make(['one', 'two', 'near', 'talks'])
      const all = (await kase.claims({ type: 'attack' })).items
      const [one, two] = [all.find(({ path }) => path === 'one')!, all.find(({ path }) => path === 'two')!]
      const near = all.find(({ path }) => path === 'near')!
      await kase.judge({ kind: 'same', target: pair('incident', one.incident!, near.incident!), by })
      const whole = (await kase.claim(one.id)).incident!
      expect((await kase.incident(whole)).claims).toHaveLength(3)
      // Whatever of the two hangs together with it more.
      const apart = await kase.judge({ kind: 'different', target: pair('claim', one.id, whole), by })
      const incident = async (claim: CaseClaim) => (await kase.claim(claim.id)).incident!
      expect((await kase.incident(await incident(one))).claims).toEqual([one.id])
      expect(
        [...(await kase.decided({ incident: await incident(one) })).items].map(({ judgement }) => judgement.id),
      ).toContain(apart.id)
      const [meeting] = (await kase.claims({ type: 'meeting' })).items
      const joined = await kase.judge({ kind: 'same', target: pair('claim', one.id, meeting!.incident!), by })
      expect((await kase.incident(await incident(one))).claims.sort()).toEqual([one.id, meeting!.id].sort())
      expect(await incident(two)).not.toBe(await incident(one))
      await kase.takeBack(joined.id, by)
      await kase.takeBack(apart.id, by)
      expect(await incident(one)).toBe(await incident(near))
      // Of one thing alone nothing can be said.
      const alone = kase.judge({ kind: 'different', target: pair('claim', meeting!.id, await incident(meeting!)), by })
      await expect(alone).rejects.toMatchObject({ code: 'judgement-invalid' })
      expect((await kase.verify()).problems).toEqual([])
    })

    it('lists on an entity what was joined to it and parted from it, each by its own name', async () => {
      const kase = await make()
      const joined = await kase.judge({ kind: 'same', target: pair('entity', 'coast-army', 'coast-guard'), by })
      const parted = await kase.judge({
        kind: 'different',
        target: pair('entity', 'harbour-front', 'Harbour Front'),
        by,
      })
      const on = async (entity: string) => (await kase.decided({ entity })).items
      const names = (await on('coast-guard'))[0]!.sides.map(({ entity }) => entity?.names[0]?.name)
      expect(names).toEqual(['Coast Army', 'Coast Guard'])
      expect((await on('coast-army')).map(({ judgement }) => judgement.id)).toEqual([joined.id])
      expect((await on('harbour-front'))[0]).toMatchObject({
        judgement: { id: parted.id },
        sides: [{}, { words: 'Harbour Front' }],
      })
      const own = (await kase.claims({ type: 'attack' })).items[0]!.agents[0]!.entity!
      expect(own).not.toBe('harbour-front')
      expect((await on(own)).map(({ judgement }) => judgement.id)).toEqual([parted.id])
      expect((await on('harbour-front'))[0]!.sides[1]!.meant).toBe(own)
      expect(await on('valley-union')).toEqual([])
      expect([...(await kase.entitiesApart(['coast-guard', 'nobody'])).keys()]).toEqual(['coast-guard'])
      await kase.takeBack(joined.id, by)
      expect((await kase.entity('coast-army')).joined).toBeUndefined()
      expect(await on('coast-army')).toEqual([])
    })
  })
}
