import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { by, caseStage, NAMES } from '../../test/case-stage.js'
import { world } from '../../test/case-steps.js'
import { act, someActs } from '../../test/support/judge-at-random.js'
import { asBefore, forgetAnswers } from '../../test/support/older-case.js'
import { expectAsSlowly } from '../../test/support/slow-way.js'
import type { Case } from './case.js'

/** What views open with. */
const answers = async (kase: Case) => [
  ...[await kase.summary(), await kase.dyads(), await kase.pairs(), await kase.network(), await kase.sources()],
  ...[
    await kase.queue({ limit: 500 }),
    await kase.entityPage(),
    await kase.rankedEntities(),
    await kase.incidentMarks(),
  ],
]

const WITHOUT = [{ outlets: ['Rimal Post'] }, { origins: ['Salim Sami'] }, { outlets: ['Sidra Times'] }]

/** That what a case keeps for lists and figures is what weighing everything gives, on every engine. */
export function keptFiguresSuite(name: string, fresh: () => Promise<string>): void {
  describe(name, () => {
    const { make, again } = caseStage(fresh)

    it('is what weighing everything gives, as the case grows and is judged', async () => {
      const kase = await make([])
      await expectAsSlowly(kase, world, WITHOUT)
      await kase.add(NAMES)
      await expectAsSlowly(kase, world, WITHOUT)
      await kase.add(['near'])
      const claims = (await kase.claims()).items
      const { document, evidence, type, id } = claims.find(({ path }) => path === 'two')!
      const target = { kind: 'claim', claim: id, document, span: evidence, type } as const
      const rejected = await kase.judge({ kind: 'reject', target, by })
      await expectAsSlowly(kase, world, WITHOUT)
      expect((await kase.summary()).claims).toBe(claims.length - 1)
      await kase.takeBack(rejected.id, by)
      await expectAsSlowly(kase, world, WITHOUT)
      await kase.judge({ kind: 'same', target: { kind: 'pair', of: 'entity', a: 'coast-army', b: 'valley-union' }, by })
      await expectAsSlowly(await again(kase), world, [])
      await kase.forget(document, 'not ours to keep', by)
      await expectAsSlowly(kase, world, [])
      expect(JSON.stringify(await kase.dyads())).not.toContain('Coast Ministry')
    })

    it('is, after whatever an analyst judges and takes back, what it is where nothing was kept', async () => {
      const pages = ['one', 'two', 'near', 'talks']
      await fc.assert(
        fc.asyncProperty(someActs, async (acts) => {
          const [kept, bare] = [await make(pages), await make(pages)]
          await answers(kept)
          for (const one of acts) {
            await act(kept, one)
            await act(bare, one)
            await forgetAnswers(bare.location)
            expect(await answers(kept)).toEqual(await answers(bare))
          }
        }),
        { numRuns: 3 },
      )
    }, 120_000)

    it('is there in a case that an older program made', async () => {
      const kase = await make()
      const before = await answers(kase)
      expect(await answers(await again(kase))).toEqual(before)
      await asBefore(kase.location, 9)
      const opened = await again(kase)
      expect(await answers(opened)).toEqual(before)
      expect((await opened.verify()).problems).toEqual([])
    })
  })
}
