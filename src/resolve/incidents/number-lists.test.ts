import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, Int32s, type Lists, toLists, turned } from './number-lists.js'

const all = (lists: Lists) =>
  Array.from({ length: countOf(lists) }, (_, i) => [...lists.items.subarray(lists.from[i], lists.from[i + 1])])

describe('lists of numbers', () => {
  it('say in which lists each number stands', () => {
    expect(all(turned(toLists([[2, 0], [], [2]]), 4))).toEqual([[0], [], [0, 2], []])
  })

  it('are the same, each rising, when turned twice', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), { maxLength: 12 })
    fc.assert(
      fc.property(sets, (given) => {
        const rising = given.map((list) => [...list].sort((a, b) => a - b))
        expect(all(turned(turned(toLists(given), 10), given.length))).toEqual(rising)
      }),
    )
  })

  it('grow by what is pushed', () => {
    const numbers = new Int32s()
    for (let n = 0; n < 3000; n++) numbers.push(n)
    expect([numbers.length, [...numbers.all()]]).toEqual([3000, Array.from({ length: 3000 }, (_, n) => n)])
  })
})
