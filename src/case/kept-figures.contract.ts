import { describe, expect, it } from 'vitest'
import { by, caseStage, NAMES } from '../../test/case-stage.js'
import { world } from '../../test/case-steps.js'
import { asBefore } from '../../test/support/older-case.js'
import { expectAsSlowly } from '../../test/support/slow-way.js'

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

    it('is there in a case that an older program made', async () => {
      const kase = await make()
      const answers = async (one: typeof kase) =>
        JSON.stringify([
          ...[await one.summary(), await one.dyads(), await one.network(), await one.sources()],
          ...[await one.queue(), await one.entityPage()],
        ])
      const before = await answers(kase)
      expect(await answers(await again(kase))).toBe(before)
      await asBefore(kase.location, 9)
      const opened = await again(kase)
      expect(await answers(opened)).toBe(before)
      expect((await opened.verify()).problems).toEqual([])
    })
  })
}
