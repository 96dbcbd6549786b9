import fc from 'fast-check'
import { expect, it } from 'vitest'
import { context, repeat, said } from '../../test/support/weighing.js'
import type { Independence } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { dyad } from './dyad.js'
import { weighIndependence } from './independence.js'
import { leaveOut } from './leave-out.js'
import { summariseDyads } from './summarise-dyads.js'

const VOICES = ['un', 'un-poe', 'party: stc', 'party: houthis', 'official: stc-spokesman', 'yemen-army']
const ENDS = [
  ...VOICES,
  'anonymous: a guard',
  'official: a local official',
  'agency: gulf-wire',
  'document: its report',
]

const row = fc.record({
  chain: fc
    .tuple(fc.subarray(VOICES, { maxLength: 2 }), fc.subarray(ENDS, { maxLength: 1 }))
    .map((parts) => parts.flat()),
  outlet: fc.constantFrom(undefined, 'north-news', 'south-post', 'gulf-wire'),
  day: fc.constantFrom('2024-08-16', '2024-08-19', '2024-09-30'),
  status: fc.constantFrom('asserted', 'asserted', 'alleged', 'planned', 'denied'),
})
const anyClaims = fc
  .array(row, { minLength: 2, maxLength: 9 })
  .map((rows) =>
    rows.map(({ chain, outlet, day, status }, i) =>
      said(`d${i}`, chain, { day, ...(outlet && { outlet }) }, { status }),
    ),
  )

const within = (some: Independence, all: Independence) => {
  expect(some.atLeast).toBeLessThanOrEqual(all.atLeast)
  expect(some.atMost).toBeLessThanOrEqual(all.atMost)
  expect(some.camps).toBeLessThanOrEqual(all.camps)
  expect(some.atLeast).toBeLessThanOrEqual(some.atMost)
  expect(some.groups.flatMap((g) => g.origins)).toHaveLength(some.atMost)
}
const saysSo = ({ claim }: LinkClaim) => claim.status === 'asserted' || claim.status === 'alleged'

it('never raises a bound by believing fewer, as long as somebody says that it happened', () => {
  fc.assert(
    fc.property(anyClaims, fc.tuple(fc.nat(), fc.nat()), fc.infiniteStream(fc.boolean()), (claims, [x, y], kept) => {
      const [a, b] = [claims[x % claims.length]!, claims[y % claims.length]!]
      const known = { ...context, republications: a === b ? [] : [repeat('copy', a, b)] }
      const some = claims.filter(() => kept.next().value)
      const fewer = some.filter(() => kept.next().value)
      if (!fewer.some(saysSo)) return
      const [all, less, least] = [claims, some, fewer].map((own) => weighIndependence(own, known, claims))
      within(less!, all!)
      within(least!, less!)
    }),
    { numRuns: 1500 },
  )
})

it('… in the ledger and in the overview of pairs, by whomever is left out', () => {
  fc.assert(
    fc.property(anyClaims, fc.subarray([...VOICES, 'gulf-wire', 'north-news']), (claims, out) => {
      const told = claims.filter(saysSo)
      const left = { ...context, leaveOut: { origins: out.map((voice) => voice.replace(/^.*: /, '')) } }
      if (leaveOut(told, left.leaveOut, left).length === 0) return
      const [row, less] = [context, left].map((how) => summariseDyads([], told, how)[0]!)
      within(less!.independence, row!.independence)
      const [cell, fewer] = [context, left].map((how) => dyad('aqap', 'stc', [], told, how).cells[0]!)
      within(fewer!.independence, cell!.independence)
    }),
    { numRuns: 300 },
  )
})
