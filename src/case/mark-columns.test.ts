import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { IncidentMark } from './keep-standings.js'
import { joinMarks, markColumns, pickMarks } from './mark-columns.js'

const word = fc.constantFrom('attack', 'talks', 'Rimal', 'Sidra', 'coast')
const day = fc.constantFrom('2023-05-02', '2023-06-30', null)

const marks = fc.array(
  fc.record({
    id: fc.uuid(),
    type: fc.constantFrom('attack', 'meeting', 'arrest'),
    title: fc.array(word).map((parts) => ({ en: parts.join(' · '), ar: parts.map((one) => `${one}-ar`).join(' · ') })),
    time: fc.record({ from: day, to: day, basis: fc.constantFrom('stated', 'published', 'none') }),
    places: fc.uniqueArray(word),
    claims: fc.nat(9),
    independence: fc.record({ atLeast: fc.nat(3), atMost: fc.nat(9), camps: fc.nat(2) }),
    contradicted: fc.boolean(),
  }),
) as fc.Arbitrary<IncidentMark[]>

it('joins marks of several parts to what all of them together would be', () => {
  fc.assert(
    fc.property(fc.array(marks), (parts) => {
      expect(joinMarks(parts.map(markColumns))).toEqual(markColumns(parts.flat()))
    }),
  )
})

it('picks marks as if there were no others', () => {
  fc.assert(
    fc.property(marks, fc.nat(3), (all, n) => {
      const wanted = (i: number) => i % 3 === n
      expect(pickMarks(markColumns(all), wanted)).toEqual(markColumns(all.filter((_, i) => wanted(i))))
    }),
  )
})
