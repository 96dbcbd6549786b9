import fc from 'fast-check'
import type { LinkClaim } from '../../src/resolve/index.js'
import { doc, told } from './linking.js'

const ACTORS = ['houthis', 'aqap', 'stc', 'giants', 'un', 'yemen-army', 'Ansar Bawazir']
const PLACES = ['ye-abyan', 'ye-mudiyah-district', 'ye-lawdar-district', 'ye-seiyun-city', 'yemen', 'Tawila Square']
const CHAINS = [
  [],
  ['un'],
  ['un-poe'],
  ['party: stc'],
  ['agency: gulf-wire', 'anonymous: a guard'],
  ['official: a local official'],
  ['outlet: north-tv'],
]
const TYPES = [
  'attack',
  'armed-clash',
  'prisoner-release',
  'prisoner-exchange',
  'escape',
  'meeting',
  'coordination',
] as const
const STATUSES = ['asserted', 'asserted', 'alleged', 'planned', 'denied', 'negated'] as const

const row = fc.record({
  type: fc.constantFrom(...TYPES),
  status: fc.constantFrom(...STATUSES),
  by: fc.subarray(ACTORS, { maxLength: 2 }),
  to: fc.subarray(ACTORS, { maxLength: 1 }),
  at: fc.subarray(PLACES, { maxLength: 2 }),
  when: fc.constantFrom(undefined, undefined, '2024-03-05', '2024-03-06', '2024-03', '2024-04-02', '2024'),
  day: fc.constantFrom(undefined, '2024-03-06', '2024-03-09', '2024-04-03'),
  outlet: fc.constantFrom(undefined, 'north-news', 'south-post'),
  chain: fc.constantFrom(...CHAINS),
  number: fc.constantFrom<(number | [number, null])[]>(2, 12, 13, 20, [24, null]),
  document: fc.nat(5),
})

/** A few claims of a few documents, close enough in time and party that many of them meet. */
export const anyClaims: fc.Arbitrary<LinkClaim[]> = fc.array(row, { maxLength: 14 }).map((rows) =>
  rows.map(({ type, day, outlet, when, number, document, ...rest }, i) => {
    const source = doc(`d${document}`, { ...(day && { day }), ...(outlet && { outlet }) })
    const key = type === 'attack' || type === 'armed-clash' ? 'killed' : 'released'
    return told(source, type, { ...rest, id: `c${i}`, counts: { [key]: number }, ...(when && { when }) })
  }),
)
