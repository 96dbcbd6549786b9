import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyClaims } from '../../test/support/any-claims.js'
import { world } from '../../test/support/linking.js'
import type { Republication } from '../model/index.js'
import { linkIncidents } from '../resolve/index.js'
import { dyad } from './dyad.js'
import { summariseDyads } from './summarise-dyads.js'
import { weighIncident } from './weigh-incident.js'

const pair = fc.tuple(
  fc.constantFrom<Republication['kind'][]>('copy', 'translation', 'common-source'),
  fc.nat(5),
  fc.nat(5),
)

it('weighs any incident alike in any order, with origins and claims that add up', () => {
  fc.assert(
    fc.property(anyClaims, fc.array(pair, { maxLength: 3 }), (claims, pairs) => {
      const documents = [...new Map(claims.map(({ document }) => [document.id, document])).values()]
      const republications = pairs.flatMap(([kind, a, b]): Republication[] => {
        const [x, y] = [documents[a], documents[b]]
        return x && y && x !== y
          ? [{ kind, documents: [x, y].map(({ id, path }) => ({ id, path })), evidence: '' }]
          : []
      })
      const context = { packs: world, republications }
      const incidents = linkIncidents(claims, world)
      for (const incident of incidents) {
        const weighed = weighIncident(incident, claims, context)
        const { atLeast, atMost, groups } = weighed.independence
        expect(atLeast).toBeLessThanOrEqual(atMost)
        expect(groups.flatMap((g) => g.origins)).toHaveLength(atMost)
        if (atLeast < 2) expect(weighed.grade.information).not.toBe('1')
        for (const c of weighed.contradictions) expect(c.values.flatMap((v) => v.claims).length).toBeGreaterThan(1)
        expect(weighIncident(incident, [...claims].reverse(), context)).toEqual(weighed)
      }
      const rows = summariseDyads(incidents, claims, context)
      for (const row of rows) {
        const cells = dyad(row.a, row.b, incidents, claims, context).cells
        expect(cells.flatMap((c) => c.claims)).toHaveLength(row.claims)
        expect(new Set(cells.flatMap((c) => c.incidents)).size).toBe(row.incidents)
        for (const { independence, byIncident, incidents: own } of cells) {
          expect(byIncident.map(({ incident }) => incident)).toEqual(own)
          expect(independence.atLeast).toBeLessThanOrEqual(independence.atMost)
          expect(independence.groups.flatMap((g) => g.origins)).toHaveLength(independence.atMost)
        }
      }
      expect(summariseDyads(incidents, [...claims].reverse(), context)).toEqual(rows)
    }),
    { numRuns: 150 },
  )
})
