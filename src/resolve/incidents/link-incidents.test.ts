import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exchange, SCENARIOS } from '../../../test/support/incident-scenarios.js'
import { doc, told, world } from '../../../test/support/linking.js'
import { linkClaims, linkIncidents } from './link-incidents.js'

const sets = (groups: string[][]) => groups.map((g) => [...g].sort().join(' ')).sort()

describe('linkIncidents', () => {
  it.each(SCENARIOS)('$name', ({ happenings, unsure }) => {
    const { incidents, unsure: pairs } = linkClaims(happenings.flat(), world)
    expect(sets(incidents.map((i) => i.claims))).toEqual(sets(happenings.map((h) => h.map((c) => c.claim.id))))
    expect(pairs.length > 0).toBe(unsure ?? false)
  })

  it('keeps every happening apart when all reports lie in one case', () => {
    const own = [0, 1, 4, 5, 8, 9].map((n) => SCENARIOS[n]!)
    const incidents = linkIncidents(
      own.flatMap((s) => s.happenings.flat()),
      world,
    )
    const together = new Set(incidents.map((i) => [...i.claims].sort().join(' ')))
    for (const { name, happenings } of own) {
      for (const h of happenings)
        expect(together, name).toContain(
          h
            .map((c) => c.claim.id)
            .sort()
            .join(' '),
        )
    }
  })

  it('gives the same result in whatever order the claims come', () => {
    const all = SCENARIOS.flatMap((s) => s.happenings.flat())
    const expected = linkClaims(all, world)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(linkClaims(shuffled, world)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('forms no incident of a relation', () => {
    expect(linkIncidents([told(doc('r'), 'coordination', exchange)], world)).toEqual([])
  })

  it('says why, pair by pair', () => {
    const [incident] = linkIncidents(SCENARIOS[1]!.happenings[0]!, world)
    expect(incident!.reasons).toHaveLength(1)
    expect(incident!.reasons[0]!.because).toContainEqual({ code: 'counts-apart', params: { x: 'freed', n: 12, m: 13 } })
  })
})
