import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../../test/support/any-claims.js'
import { world } from '../../../test/support/linking.js'
import { briefOf, readBrief, writeBrief } from './claim-brief.js'
import { claimFacts } from './claim-facts.js'
import { pointsFor, scorePair } from './score-pair.js'
import { SurelyDifferent } from './surely-different.js'

it('says only of such pairs that they are two, or not to be joined, of which the full comparison says so', () => {
  let [sure, notJoined, compared] = [0, 0, 0]
  fc.assert(
    fc.property(anyClaims, fc.boolean(), fc.integer({ min: 0, max: 100 }), (claims, oneText, hundredths) => {
      const wanted = hundredths / 100
      const repeats = () => oneText
      const facts = claims.map((c) => claimFacts(c, world))
      // As a case keeps them.
      const briefs = facts.map((f) => readBrief(writeBrief(briefOf(f)), f.document.id))
      expect(briefs).toEqual(facts.map(briefOf))
      const different = new SurelyDifferent(briefs.length, briefs, world, repeats)
      for (const [i, a] of facts.entries())
        for (const [j, b] of facts.entries()) {
          if (i === j || a.family !== b.family) continue
          compared += 1
          // Claims are numbered by day and compared by id: where they stand says nothing of which is compared with which.
          const { outcome, score } = i < j ? scorePair(a, b, world, repeats) : scorePair(b, a, world, repeats)
          if (different.neverReach(i, j, pointsFor(wanted)))
            expect(outcome === 'different' || score < wanted).toBe(true)
          if (different.neverSame(i, j)) {
            notJoined += 1
            expect(outcome).not.toBe('same')
          }
          if (!different.says(i, j)) continue
          sure += 1
          expect(outcome).toBe('different')
        }
    }),
    { numRuns: 1000 },
  )
  expect(sure / compared).toBeGreaterThan(0.1)
  expect(notJoined / compared).toBeGreaterThan(0.5)
})
