import { describe, expect, expectTypeOf, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import { context, said } from '../../test/support/weighing.js'
import type { Packs } from '../packs/index.js'
import { type KnownWorld, type LinkClaim, linkIncidents } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { weighIncident } from './weigh-incident.js'

describe('weighIncident', () => {
  it('takes loaded packs as its world', () => expectTypeOf<Packs>().toExtend<KnownWorld>())

  const lorries = { at: ['ye-mudiyah-district'], when: '2024-08-16', counts: { items: 7 } }
  const grade = (...claims: LinkClaim[]) => {
    const [incident] = linkIncidents(claims, world)
    return weighIncident(incident!, claims, context).grade.information
  }
  const un = said('a', ['un'], { outlet: 'gulf-wire' })
  it.each<[string, LinkClaim[], string]>([
    ['two independent origins', [un, said('b', ['party: houthis'])], '1'],
    [
      'two origins that differ on the toll',
      [
        said('a', ['un'], {}, { counts: { killed: 12 } }),
        said('b', ['party: houthis'], {}, { counts: { killed: 14 } }),
      ],
      '2',
    ],
    [
      'two origins that differ on who did it to whom',
      [
        told(doc('x', { day: '2024-08-16' }), 'arms-transfer', {
          ...lorries,
          by: ['stc'],
          to: ['aqap'],
          chain: ['un'],
        }),
        told(doc('y', { day: '2024-08-16' }), 'arms-transfer', {
          ...lorries,
          by: ['aqap'],
          to: ['stc'],
          chain: ['party: houthis'],
        }),
      ],
      '2',
    ],
    ['one origin and an outlet of another camp', [un, said('b', [], { outlet: 'south-post' })], '3'],
    ['one named origin', [un], '3'],
    ['said and denied', [un, said('b', ['party: aqap'], {}, { status: 'denied' })], '4'],
    [
      'only alleged, and denied',
      [said('a', ['un'], {}, { status: 'alleged' }), said('b', ['party: aqap'], {}, { status: 'denied' })],
      '5',
    ],
    ['an unnamed source', [said('a', ['anonymous: a security source'], { outlet: 'south-post' })], '6'],
    ['only planned', [said('a', ['un'], {}, { status: 'planned', when: undefined })], '6'],
  ])('proposes: %s', (_, claims, expected) => {
    expect(grade(...claims)).toBe(expected)
  })

  it('never proposes better than F for a source without an assessment', () => {
    const [incident] = linkIncidents([un], world)
    expect(weighIncident(incident!, [un], context).grade).toMatchObject({ source: 'F' })
  })

  it('weighs again without what is not believed', () => {
    const claims = [
      un,
      said('b', ['party: houthis'], { outlet: 'north-news' }),
      said('c', [], { outlet: 'south-post' }),
    ]
    const [incident] = linkIncidents(claims, world)
    const without = (leave: NonNullable<WeighContext['leaveOut']>) =>
      weighIncident(incident!, claims, { ...context, leaveOut: leave }).independence
    expect(without({})).toMatchObject({ atLeast: 2, atMost: 3, camps: 3 })
    expect(without({ origins: ['houthis'] })).toMatchObject({ atLeast: 1, atMost: 2 })
    expect(without({ camps: ['stc'] })).toMatchObject({ atLeast: 2, atMost: 2 })
    expect(without({ outlets: ['gulf-wire'] })).toMatchObject({ atLeast: 1, atMost: 2 })
  })
})
