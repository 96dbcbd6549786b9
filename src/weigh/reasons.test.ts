import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import { because } from '../model/index.js'
import { linkIncidents } from '../resolve/index.js'
import { weighIndependence } from './independence.js'
import { originOf } from './origin.js'
import { reasoned, reasonedOnce } from './reasons.js'
import { weighIncident } from './weigh-incident.js'

const strike = { by: ['aqap'], to: ['stc'], at: ['ye-abyan'], when: '2024-08-16' }

describe('originOf', () => {
  it('calls a report of an unknown outlet by its file, wherever that lies', () => {
    expect(originOf(told(doc('/home/somebody/reports/leaflet.txt'), 'attack', strike), world)).toMatchObject({
      kind: 'unknown',
      name: 'leaflet.txt',
    })
  })
})

describe('reasons', () => {
  it('have their English text beside their code', () => {
    const reason = because('named-origin', { x: ['stc', 'a guard'] })
    expect(reasoned([reason, reason], world)).toEqual({ reasons: ['goes back to stc and a guard'], because: [reason] })
    expect(reasonedOnce(world, 'days-differ')).toEqual({
      reason: 'the stated days do not meet',
      because: because('days-differ'),
    })
  })
  it('are said by their codes and values where the world has no sayings', () => {
    const silent = { ...world, ontology: { types: world.ontology.types } }
    expect(reasonedOnce(silent, 'edit-dropped', { n: 1, m: 2 }).reason).toBe('edit-dropped 1 2')
  })
  it('name an outlet that the packs do not know as the text does', () => {
    const twice = ['a', 'b'].map((path) =>
      told(doc(path, { day: '2024-08-16', outlet: 'Dune Letter' }), 'attack', {
        ...strike,
        chain: ['anonymous: a guard'],
      }),
    )
    expect(weighIndependence(twice, { packs: world, republications: [] }).groups[0]?.reason).toContain(
      'given by Dune Letter within a week',
    )
  })
  it('come with every part of an incident', () => {
    const [a, b] = [
      told(doc('a'), 'attack', { ...strike, chain: ['stc-spokesman'], counts: { killed: 9 } }),
      told(doc('b'), 'attack', { ...strike, chain: ['stc'], counts: { killed: 11 } }),
    ]
    const weighed = weighIncident(linkIncidents([a, b], world)[0]!, [a, b], { packs: world, republications: [] })
    const { independence, grade, contradictions } = weighed
    expect(reasoned(grade.because!, world).reasons).toEqual(grade.reasons)
    expect(independence.groups[0]!.because).toContainEqual(expect.objectContaining({ code: 'same-body' }))
    expect(contradictions[0]?.because?.code).toBe('counts-differ')
  })
})
