import { expect, it } from 'vitest'
import { cellOrigins } from '../../web/src/ledger/cell-origins.js'

const each = (...bounds: [number, number][]) =>
  bounds.map(([atLeast, atMost], i) => ({ incident: `i${i}`, atLeast, atMost, camps: 1 }))
const alone = (atLeast: number, atMost: number) => ({ atLeast, atMost, camps: 1 })

it.each([
  ['one incident', { byIncident: each([2, 4]) }, [1, 1, 2, 4]],
  ['eight of one origin each', { byIncident: each(...Array<[number, number]>(8).fill([1, 1])) }, [8, 0, 1, 1]],
  ['some of several', { byIncident: each([1, 5], [2, 2], [2, 3]) }, [3, 2, 2, 3]],
  [
    'relations beside an incident count for nothing here',
    { byIncident: each([1, 1]), relations: alone(3, 3) },
    [1, 0, 1, 1],
  ],
  ['relations alone', { byIncident: [], relations: alone(2, 3) }, [1, 1, 2, 3]],
  ['what is only denied', { byIncident: [], relations: alone(0, 0) }, [1, 0, 0, 0]],
] as const)('%s', (_, cell, expected) => {
  const { of, established, best } = cellOrigins(cell as unknown as Parameters<typeof cellOrigins>[0])
  expect([of, established, best.atLeast, best.atMost]).toEqual(expected)
})
