import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import type { Republication } from '../model/index.js'
import { type LinkClaim, linkIncidents } from '../resolve/index.js'
import { weighIncident } from './weigh-incident.js'

const one = (claims: LinkClaim[], republications: Republication[] = []) => {
  const incidents = linkIncidents(claims, world)
  expect(incidents).toHaveLength(1)
  return weighIncident(incidents[0]!, claims, { packs: world, republications })
}
const repeated = (kind: Republication['kind'], ...claims: LinkClaim[]): Republication => ({
  kind,
  documents: claims.map(({ document }) => ({ id: document.id, path: document.path })),
  evidence: 'test',
})

describe('a release told by four reports', () => {
  const release = { by: ['aqap'], to: ['un'], counts: { released: 5 } }
  const wire = told(doc('wire', { day: '2023-08-13', credit: 'gulf-wire' }), 'prisoner-release', {
    ...release,
    chain: ['agency: gulf-wire', 'un'],
  })
  const reprint = told(doc('reprint', { day: '2023-08-12' }), 'prisoner-release', {
    ...release,
    chain: ['agency: gulf-wire', 'un'],
  })
  const shortened = told(doc('shortened'), 'prisoner-release', { ...release, chain: ['un'] })
  const other = told(doc('other', { day: '2023-08-12', outlet: 'south-post' }), 'prisoner-release', {
    ...release,
    chain: ['anonymous: UN officials'],
  })

  it('is one incident with one origin that is established', () => {
    const weighed = one([wire, reprint, shortened, other], [repeated('near-copy', wire, reprint)])
    expect(weighed.independence).toMatchObject({ atLeast: 1, atMost: 2 })
    expect(weighed.contradictions).toEqual([])
    expect(weighed.time).toEqual({ from: null, to: '2023-08-12', basis: 'published' })
  })
})

describe('a bombing told in both languages, with a toll that rises', () => {
  const bombing = {
    to: ['stc'],
    at: ['ye-mudiyah-district', 'ye-abyan'],
    when: '2024-08-16',
    mode: 'suicide-bombing' as const,
  }
  const agency = told(doc('agency', { day: '2024-08-16' }), 'attack', {
    ...bombing,
    counts: { killed: [14, null] },
    chain: ['agency: gulf-wire', 'official: a local security official'],
  })
  const first = told(doc('first.ar', { day: '2024-08-16', language: 'ar' }), 'attack', {
    ...bombing,
    counts: { killed: 12 },
    chain: ['party: stc'],
  })
  const later = told(doc('later.ar', { day: '2024-08-17', language: 'ar' }), 'attack', {
    ...bombing,
    by: ['aqap'],
    counts: { killed: 16, injured: 18 },
    chain: ['official: stc-spokesman'],
  })
  const translated = told(doc('later.en', { day: '2024-08-17' }), 'attack', {
    ...bombing,
    by: ['aqap'],
    counts: { killed: 16, injured: 18 },
    chain: ['official: stc-spokesman'],
  })
  const weighed = one([agency, first, later, translated], [repeated('translation', later, translated)])

  it('has one origin established and three at most', () => {
    expect(weighed.independence).toMatchObject({ atLeast: 1, atMost: 3, camps: 1 })
  })
  it('tells the update of a toll from the contradiction of two tellers', () => {
    const rows = weighed.contradictions.map((c) => [c.kind, c.field, ...c.values.map((v) => v.value)])
    expect(rows).toEqual([
      ['value', 'killed', '12', '14+'],
      ['update', 'killed', '12', '16'],
    ])
  })
  it('is possibly true, no more', () => {
    expect(weighed.grade.information).toBe('3')
  })
})

describe('ten prisoners who escaped in one report and were released in another', () => {
  const escaped = told(doc('escape.ar', { day: '2022-04-16', language: 'ar' }), 'escape', {
    by: ['aqap'],
    at: ['ye-seiyun-city'],
    when: '2022-04-14',
    counts: { escaped: 10 },
    chain: ['official: مسؤولون أمنيون'],
  })
  const released = told(doc('release.ar', { day: '2022-04-29', language: 'ar' }), 'prisoner-release', {
    by: ['yemen-army'],
    to: ['aqap'],
    at: ['ye-seiyun-city'],
    counts: { released: 10 },
    chain: ['anonymous: مصادر مطلعة'],
  })

  it('is one incident whose outcome is disputed', () => {
    const weighed = one([escaped, released])
    expect(weighed.contradictions.map((c) => c.kind)).toEqual(['outcome'])
    expect(weighed.independence).toMatchObject({ atLeast: 1, atMost: 2 })
    expect(weighed.grade.information).toBe('4')
  })
})
