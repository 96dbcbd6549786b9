import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../../test/support/linking.js'
import type { LinkClaim } from '../known-world.js'
import { meetingOf } from './block-keys.js'

const keys = ({ claim, document }: LinkClaim) => meetingOf(claim, document, world).blocks
const meet = (a: LinkClaim, b: LinkClaim) => keys(a).some((k) => keys(b).includes(k))
const by = { by: ['houthis'], to: ['aqap'] }

describe('meetingOf', () => {
  it.each<[string, LinkClaim, LinkClaim, boolean]>([
    [
      'a release and an escape of one month',
      told(doc('a'), 'prisoner-release', { ...by, when: '2022-04-14' }),
      told(doc('b'), 'escape', { by: ['aqap'], when: '2022-04-15' }),
      true,
    ],
    [
      'a release and an attack',
      told(doc('a'), 'prisoner-release', { ...by, when: '2022-04-14' }),
      told(doc('b'), 'attack', { ...by, when: '2022-04-14' }),
      false,
    ],
    [
      'the last of January and the first of February',
      told(doc('a'), 'meeting', { ...by, when: '2022-01-31' }),
      told(doc('b'), 'meeting', { ...by, when: '2022-02-01' }),
      true,
    ],
    [
      'half a year apart',
      told(doc('a'), 'meeting', { ...by, when: '2022-01-31' }),
      told(doc('b'), 'meeting', { ...by, when: '2022-07-01' }),
      false,
    ],
    [
      'years apart, but one number',
      told(doc('a'), 'kidnapping', { ...by, when: '2022-02', counts: { abducted: 5 } }),
      told(doc('b', { day: '2023-08-12' }), 'kidnapping', { ...by, counts: { abducted: 5 } }),
      true,
    ],
    [
      'a unit and its force',
      told(doc('a'), 'attack', { by: ['giants'], when: '2022-02-03' }),
      told(doc('b'), 'attack', { to: ['stc'], when: '2022-02-03' }),
      true,
    ],
    [
      'no party in common, but the place',
      told(doc('a'), 'attack', { by: ['aqap'], at: ['ye-mudiyah-district'], when: '2022-02-03' }),
      told(doc('b'), 'attack', { to: ['stc'], at: ['ye-abyan'], when: '2022-02-03' }),
      true,
    ],
    [
      'nothing in common but the country',
      told(doc('a'), 'attack', { by: ['aqap'], at: ['ye-abyan'], when: '2022-02-03' }),
      told(doc('b'), 'attack', { to: ['stc'], at: ['ye-shabwa'], when: '2022-02-03' }),
      false,
    ],
    [
      'a group that nobody knows, in two scripts',
      told(doc('a'), 'attack', { by: ['Ansar Bawazir'], when: '2022-02-03' }),
      told(doc('b'), 'attack', { by: ['أنصار باوزير'], when: '2022-02-03' }),
      true,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(meet(a, b)).toBe(expected)
  })
  it('gives none to a relation', () => {
    expect(keys(told(doc('a'), 'coordination', by))).toEqual([])
  })
})
