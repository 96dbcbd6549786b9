import { describe, expect, it } from 'vitest'
import { caseStage, NAMES } from '../../test/case-stage.js'
import type { Case, LeaveOut } from './case.js'

/** That whoever narrows what he looks at is told what goes, on every engine. */
export function narrowedSuite(name: string, fresh: () => Promise<string>): void {
  describe(name, () => {
    const { make } = caseStage(fresh)

    it('beside whom one can leave out stands how many claims then go, passed on by him or said', async () => {
      const kase = await make([...NAMES, 'near'])
      const left = async (a: string, b: string, leave?: LeaveOut) =>
        new Set((await kase.dyad(a, b, leave)).cells.flatMap(({ claims }) => claims)).size
      let seen = 0
      for (const { a, b } of await kase.pairs()) {
        const whole = await left(a, b)
        const voices = await kase.dyadVoices(a, b)
        for (const kind of ['outlets', 'camps', 'origins'] as const)
          for (const { value, claims } of voices[kind]) {
            seen += 1
            expect([value, whole - (await left(a, b, { [kind]: [value] }))]).toEqual([value, claims])
          }
      }
      expect(seen).toBeGreaterThan(3)
    })

    it('a place takes in what lies in it, in the list and among the marks', async () => {
      const kase = await make()
      const there = async (place: string) => {
        const { items } = await kase.incidents({ place })
        const { columns } = await kase.incidentMarks({ place })
        expect([place, columns.id]).toEqual([place, items.map(({ id }) => id)])
        return items.length
      }
      const [whole, one, other] = [await there('north'), await there('rimal'), await there('sidra')]
      expect([one > 0, other > 0, whole]).toEqual([true, true, one + other])
      expect(await there('nowhere')).toBe(0)
    })

    it('the entities of a kind, without their names, are those of its list', async () => {
      const kase = await make()
      for (const kind of ['actor', 'place'] as const) {
        const list = (await kase.entities({ kind })).map(({ id, claims, incidents }) => ({ id, claims, incidents }))
        expect(list.length).toBeGreaterThan(1)
        expect(await kase.rankedEntities(kind)).toMatchObject(list)
      }
    })

    it('a stretch of time says of how many pairs what has no given day is left out, and takes it in where asked', async () => {
      const kase = await make()
      const keys = (pairs: readonly { a: string; b: string }[]) => pairs.map(({ a, b }) => `${a} ${b}`).sort()
      const pairs = (network: Awaited<ReturnType<Case['network']>>) => keys(network.pairs)
      const all = await kase.network()
      expect(all.undated).toEqual([])
      const never = await kase.network({ from: '2030-01-01' })
      expect(pairs(never)).toEqual([])
      expect(never.undated.length).toBeGreaterThan(0)
      const within = await kase.network({ from: '2030-01-01', undated: true })
      expect(within.undated).toEqual(never.undated)
      expect(pairs(within)).toEqual(keys(never.undated))
    })
  })
}
