import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { documents, type MadeUp, stepsOf } from '../bench/made-up-claims.js'
import { createCase } from '../src/case/index.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-common-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Reports of one release of five men, two months after one another: nothing but the number and the parties brings them together. */
function reports(count: number): MadeUp[] {
  return [...documents(count)].map(({ document, claims: [claim] }, n) => {
    const day = new Date(Date.UTC(2015, 2 * n, 15)).toISOString().slice(0, 10)
    const published = { from: day, to: day, basis: 'metadata' as const }
    const named = (entity: string, start: number) => [{ text: entity, start, end: start + 9, entity }]
    const parties = { agents: named('houthis', 0), counterparts: named('aqap', 20), places: named('ye-aden-city', 40) }
    const released = { text: '5', start: 60, end: 61, min: 5, max: 5 }
    const chain = [{ name: 'Salim Source', kind: 'official' as const }]
    return {
      document: { ...document, published },
      claims: [{ ...claim!, ...parties, type: 'prisoner-release', time: null, counts: { released }, chain }],
    }
  })
}

it('parts claims that only a number joined when too many come to share it', async () => {
  const made = reports(41)
  const kase = await createCase(join(folder, 'case'), { name: 'x', tlp: 'clear' }, { steps: stepsOf(made) })
  const add = async (from: number, to: number) => {
    await kase.add(made.slice(from, to).map(({ document }) => document.path))
    return (await kase.incidents({ limit: 1 })).total
  }
  expect(await add(0, 30)).toBe(1)
  expect(await add(30, 40)).toBe(1)
  expect(await add(40, 41)).toBe(41)
  await kase.close()
})
