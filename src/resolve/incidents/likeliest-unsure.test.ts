import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../../test/support/any-claims.js'
import { world } from '../../../test/support/linking.js'
import { likeliestUnsure } from './likeliest-unsure.js'
import { linkClaims } from './link-incidents.js'

it('lists the likeliest of the pairs that could not be decided, as many as are asked for', () => {
  fc.assert(
    fc.property(anyClaims, fc.integer({ min: 1, max: 12 }), (claims, most) => {
      const { unsure } = linkClaims(claims, world)
      expect(likeliestUnsure(claims, world, () => false, 10_000)).toEqual(unsure)
      expect(likeliestUnsure(claims, world, () => false, most)).toEqual(unsure.slice(0, most))
    }),
    { numRuns: 100 },
  )
})
