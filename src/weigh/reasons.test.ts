import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import { linkIncidents } from '../resolve/index.js'
import { weighIndependence } from './independence.js'
import { originOf } from './origin.js'
import { because, sayReason } from './reasons.js'
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

describe('sayReason', () => {
  it('says it in both languages', () => {
    expect(sayReason(because('named-origin', { x: 'UN' }))).toBe('goes back to UN')
    expect(sayReason(because('named-origin', { x: 'الأمم المتحدة' }), 'ar')).toBe('مردّه إلى الأمم المتحدة')
  })
  it('names ids and fields, and lists them as the language does', () => {
    const reason = because('grade-2-values', { n: 2, x: ['killed', 'place'] })
    const word = (id: string) => ({ killed: 'القتلى', place: 'المكان' })[id] ?? id
    expect(sayReason(reason, 'en')).toContain('differ on killed, place')
    expect(sayReason(reason, 'ar', word)).toContain('تختلف في القتلى، المكان')
  })
  it('names an outlet that the packs do not know as the text does', () => {
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
  it('comes with every reason of an incident', () => {
    const [a, b] = [
      told(doc('a'), 'attack', { ...strike, chain: ['stc-spokesman'], counts: { killed: 9 } }),
      told(doc('b'), 'attack', { ...strike, chain: ['stc'], counts: { killed: 11 } }),
    ]
    const weighed = weighIncident(linkIncidents([a, b], world)[0]!, [a, b], { packs: world, republications: [] })
    const { independence, grade, contradictions } = weighed
    expect(grade.because?.map((one) => sayReason(one))).toEqual(grade.reasons)
    expect(independence.groups[0]!.because).toContainEqual(expect.objectContaining({ code: 'same-body' }))
    expect(contradictions[0]?.because?.code).toBe('counts-differ')
  })
})
