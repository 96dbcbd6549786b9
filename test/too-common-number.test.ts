import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { documents, type MadeUp, packs, stepsOf } from '../bench/made-up-claims.js'
import { createCase } from '../src/case/index.js'
import { type LinkClaim, linkIncidents } from '../src/resolve/index.js'

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

/** The same, but three of them tell of one release: on a day of January, in that quarter, on a day of March. */
function withChain(count: number): MadeUp[] {
  const spans = [
    ['2014-01-10', '2014-01-10'],
    ['2014-01-01', '2014-03-31'],
    ['2014-03-20', '2014-03-20'],
  ] as const
  return reports(count).map((made, n) => {
    const [from, to] = spans[n] ?? []
    if (!from || !to) return made
    const time = { text: '', start: 70, end: 80, from, to, precision: 'day' as const }
    return { ...made, claims: made.claims.map((claim) => ({ ...claim, time })) }
  })
}

const lines = (incidents: readonly { id: string; claims: readonly string[] }[]) =>
  incidents.map(({ id, claims }) => `${id} ${[...claims].sort().join(' ')}`).sort()

it('divides what hangs together by the blocks of the whole case, in whatever order it came', async () => {
  const made = withChain(43)
  const inMemory = (some: readonly MadeUp[]) => {
    const claims = some.flatMap(({ document, claims: own }) => own.map((claim): LinkClaim => ({ claim, document })))
    return lines(linkIncidents(claims, packs))
  }
  const [chain, rest] = [made.slice(0, 3), made.slice(3)]
  // Two days of two months are parted where they are compared: by a number that few share.
  expect(inMemory(chain)).toHaveLength(2)
  expect(inMemory(made)).toHaveLength(1 + rest.length)
  for (const [name, groups] of [
    ['once', [made]],
    ['chain first', [chain, rest]],
    ['chain last', [rest, chain]],
  ] as const) {
    const kase = await createCase(join(folder, name), { name, tlp: 'clear' }, { steps: stepsOf(made) })
    const there: MadeUp[] = []
    for (const group of groups) {
      await kase.add(group.map(({ document }) => document.path))
      there.push(...group)
      expect(lines((await kase.incidents({ limit: 1000 })).items), name).toEqual(inMemory(there))
    }
    await kase.close()
  }
})
