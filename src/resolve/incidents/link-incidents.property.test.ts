import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../../test/support/any-claims.js'
import { world } from '../../../test/support/linking.js'
import { linkClaims, linkIncidents } from './link-incidents.js'

it('links any claims alike in any order, each happening into one incident', () => {
  fc.assert(
    fc.property(anyClaims, (claims) => {
      const { incidents, unsure } = linkClaims(claims, world)
      const happenings = claims.filter((c) => c.claim.type !== 'coordination').map((c) => c.claim.id)
      expect(incidents.flatMap((i) => i.claims).sort()).toEqual(happenings.sort())
      expect(new Set(incidents.map((i) => i.id)).size).toBe(incidents.length)
      for (const i of incidents) expect(i.reasons.length).toBe(i.claims.length - 1)
      expect(linkClaims([...claims].reverse(), world)).toEqual({ incidents, unsure })
      expect(linkIncidents(claims, world)).toEqual(incidents)
    }),
    { numRuns: 150 },
  )
})
