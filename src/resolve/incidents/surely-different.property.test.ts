import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../../test/support/any-claims.js'
import { world } from '../../../test/support/linking.js'
import { claimFacts } from './claim-facts.js'
import { scorePair } from './score-pair.js'
import { SurelyDifferent } from './surely-different.js'

it('calls only such pairs surely different as the full comparison calls different', () => {
  let [sure, compared] = [0, 0]
  fc.assert(
    fc.property(anyClaims, fc.boolean(), (claims, oneText) => {
      const repeats = () => oneText
      const facts = claims.map((c) => claimFacts(c, world))
      const different = new SurelyDifferent(facts, world, repeats)
      for (const [i, a] of facts.entries())
        for (const [j, b] of facts.entries()) {
          if (i >= j || a.family !== b.family) continue
          compared += 1
          if (!different.says(i, j)) continue
          sure += 1
          expect(scorePair(a, b, world, repeats).outcome).toBe('different')
        }
    }),
    { numRuns: 1000 },
  )
  expect(sure / compared).toBeGreaterThan(0.1)
})
