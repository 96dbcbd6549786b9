import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { stepsOver } from '../../test/case-steps.js'
import { type Case, createCase } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-blocks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXTS: Record<string, string> = {
  a: 'Rimal Post\n2024-02-04\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, killing 4, Salim Sami said.',
  b: 'Sidra News\n2024-02-05\nHarbour Front attacked Coast Guard in Rimal on 2024-02-03, killing 6.',
  c: 'Delta Wire\n2024-02-05\nNight Watch attacked Coast Army in Rimal on 2024-02-03, killing 4.',
  d: 'Rimal Post\n2024-03-01\nHarbour Front met Valley Union in Sidra on 2024-02-28.',
  e: 'Delta Wire\n2024-03-02\nValley Union met Harbour Front in Sidra on 2024-02-28. Night Watch attacked Valley Union in Sidra on 2024-03-01.',
  f: 'Sidra News\n2024-03-02\nValley Union met Harbour Front in Sidra on 2024-02-28. Night Watch attacked Valley Union in Sidra on 2024-03-01.',
}
// Copies of what a tells, in other outlets.
TEXTS.g = TEXTS.a!.replace('Rimal Post', 'Coast Daily')
TEXTS.h = TEXTS.a!.replace('Rimal Post', 'Valley Herald').replace('2024-02-04', '2024-02-06')

let serial = 0
async function caseOf(names: readonly string[]): Promise<Case> {
  serial += 1
  const kase = await createCase(
    join(folder, `${serial}`),
    { name: 'Blocks', tlp: 'clear' },
    { steps: stepsOver(TEXTS) },
  )
  // One at a time: each is linked before the next is there.
  for (const name of names) await kase.add([name])
  return kase
}
const incidents = async (kase: Case) =>
  (await kase.incidents({ limit: 1000 })).items.map(({ id, claims }) => `${id} ${[...claims].sort().join(' ')}`).sort()
const repeats = async (kase: Case) =>
  (await kase.republications()).map(({ kind, documents }) => [kind, ...documents.map((d) => d.path).sort()].join(' '))

describe('a case that grows document by document', () => {
  it('holds the same incidents, entities and repeated texts in whatever order they came', async () => {
    const orders = ['abcdef', 'fedcba', 'cafebd']
    const all = []
    for (const order of orders) {
      const kase = await caseOf([...order])
      const entities = (await kase.entities({})).map(({ id, documents }) => `${id} ${documents}`).sort()
      all.push({ incidents: await incidents(kase), repeats: await repeats(kase), entities })
      await kase.close()
    }
    expect(all[0]!.repeats).toEqual(['copy e f'])
    expect(all[0]!.incidents.length).toBeGreaterThan(2)
    expect(all[1]).toEqual(all[0])
    expect(all[2]).toEqual(all[0])
  })

  it.each(['a', 'b', 'g', 'h'])('holds without "%s", forgotten, what a case that never had it holds', async (gone) => {
    const all = ['a', 'b', 'c', 'g', 'h']
    const [kase, without] = [await caseOf(all), await caseOf(all.filter((name) => name !== gone))]
    const id = (await kase.documents()).find(({ path }) => path === gone)!.id
    await kase.forget(id, 'not ours to keep', 'A. Analyst')
    expect(await incidents(kase)).toEqual(await incidents(without))
    await kase.close()
    await without.close()
  })

  it('follows a claim that is rejected, and goes back when that is taken back', async () => {
    const kase = await caseOf([...'abcgh'])
    const before = await incidents(kase)
    for (const { document, evidence, type } of (await kase.claims()).items) {
      const target = { kind: 'claim', document, span: evidence, type } as const
      const judged = await kase.judge({ kind: 'reject', target, by: 'A. Analyst' })
      expect(await incidents(kase)).not.toEqual(before)
      await kase.judge({ kind: 'reject', target, by: 'A. Analyst', reverses: judged.id })
      expect(await incidents(kase)).toEqual(before)
    }
    await kase.close()
  })

  it('follows what an analyst decides of a name, and goes back when it is taken back', async () => {
    const kase = await caseOf([...'abc'])
    const before = await incidents(kase)
    const target = { kind: 'pair', of: 'entity', a: 'harbour-front', b: 'Night Watch' } as const
    const judged = await kase.judge({ kind: 'same', target, by: 'A. Analyst' })
    const { items } = await kase.claims({ actor: 'harbour-front' })
    expect(items.map(({ path }) => path).sort()).toEqual(['a', 'b', 'c'])
    expect(await incidents(kase)).toHaveLength(1)
    expect((await kase.verify()).problems).toEqual([])
    await kase.judge({ kind: 'same', target, by: 'A. Analyst', reverses: judged.id })
    expect(await incidents(kase)).toEqual(before)
    await kase.judge({ kind: 'different', target: { ...target, b: 'Harbour Front' }, by: 'A. Analyst' })
    expect((await kase.claims({ actor: 'harbour-front' })).total).toBe(0)
    expect((await kase.verify()).problems).toEqual([])
    await kase.close()
  })

  it('refuses a judgement on entities that are not there', async () => {
    const kase = await caseOf(['a'])
    const of = (a: string, b: string) => ({ kind: 'pair', of: 'entity', a, b }) as const
    for (const target of [of('nobody', 'no one'), of('harbour-front', 'e-0000000000000000')])
      await expect(kase.judge({ kind: 'same', target, by: 'A. Analyst' })).rejects.toMatchObject({
        code: 'judgement-invalid',
      })
    await kase.close()
  })
})
