import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import { linkIncidents } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { dyad } from './dyad.js'
import { summariseDyads } from './summarise-dyads.js'

const context: WeighContext = { packs: world, republications: [] }
const claims = [
  told(doc('a'), 'prisoner-release', {
    id: 'release',
    by: ['houthis'],
    to: ['aqap'],
    when: '2021-01-19',
    chain: ['un'],
  }),
  told(doc('b.ar', { language: 'ar', day: '2021-01-20' }), 'prisoner-release', {
    id: 'release-ar',
    by: ['houthis'],
    to: ['aqap'],
    when: '2021-01',
    chain: ['party: stc'],
  }),
  told(doc('c'), 'attack', { id: 'attack', by: ['aqap'], to: ['houthis'], at: ['ye-al-bayda'], when: '2021-02-03' }),
  told(doc('d'), 'coordination', { id: 'relation', by: ['houthis', 'aqap'], chain: ['un-poe'] }),
  told(doc('e'), 'meeting', {
    id: 'denied',
    by: ['houthis', 'aqap'],
    when: '2021-03-01',
    status: 'denied',
    chain: ['party: houthis'],
  }),
  told(doc('f'), 'attack', { id: 'on-both', by: ['stc'], to: ['houthis', 'aqap'], when: '2021-02-10' }),
  told(doc('g'), 'attack', { id: 'unit', by: ['aqap'], to: ['giants'], when: '2021-05-10' }),
]
const incidents = linkIncidents(claims, world)

describe('dyad', () => {
  it('puts cooperation and violence in cells of channel and month', () => {
    const { cells } = dyad('houthis', 'aqap', incidents, claims, context)
    expect(cells.map((c) => [c.channel, c.month, c.incidents.length, c.claims.join(' ')])).toEqual([
      ['talks', '2021-03', 0, 'denied'],
      ['prisoners', '2021-01', 1, 'release release-ar'],
      ['violence', '2021-02', 1, 'attack'],
      ['other', 'undated', 0, 'relation'],
    ])
    expect(cells[1]!.independence).toMatchObject({ atLeast: 2, atMost: 2 })
    expect(cells[1]!.byIncident).toEqual([{ incident: cells[1]!.incidents[0], atLeast: 2, atMost: 2, camps: 2 }])
    expect(cells.map(({ relations }) => relations?.atLeast)).toEqual([0, undefined, undefined, 1])
  })
  it('never adds up the origins of different incidents', () => {
    const tellers = ['un', 'party: stc', 'yemen-army']
    const told3 = tellers.map((teller, i) =>
      told(doc(`m${i}`, { day: `2021-07-${10 + i * 8}` }), 'meeting', {
        id: `m${i}`,
        by: ['houthis', 'aqap'],
        when: `2021-07-0${1 + i * 4}`,
        chain: [teller],
      }),
    )
    const again = told(doc('m3', { day: '2021-07-11' }), 'meeting', {
      id: 'm3',
      by: ['houthis', 'aqap'],
      when: '2021-07-01',
      chain: ['party: stc'],
    })
    const talks = (items: typeof told3) => {
      const [cell] = dyad('houthis', 'aqap', linkIncidents(items, world), items, context).cells
      return { ...cell!, each: cell!.byIncident.map(({ atLeast, atMost }) => `${atLeast}–${atMost}`).sort() }
    }
    expect(talks(told3)).toMatchObject({ independence: { atLeast: 3, atMost: 3 }, each: ['1–1', '1–1', '1–1'] })
    expect(talks([...told3, again]).each).toEqual(['1–1', '1–1', '2–2'])
  })
  it('is the same whichever actor comes first', () => {
    expect(dyad('aqap', 'houthis', incidents, claims, context).cells).toEqual(
      dyad('houthis', 'aqap', incidents, claims, context).cells,
    )
  })
  it("takes a unit's doings into the ledger of its force", () => {
    expect(dyad('aqap', 'stc', incidents, claims, context).cells.flatMap((c) => c.claims)).toContain('unit')
  })
  it('has nothing between two victims of a third', () => {
    const all = dyad('houthis', 'aqap', incidents, claims, context).cells.flatMap((c) => c.claims)
    expect(all).not.toContain('on-both')
  })
  it('counts as one, in each cell, whom another cell shows to pass on the other', () => {
    const more = [
      told(doc('p1'), 'arms-transfer', {
        id: 'p1',
        by: ['houthis'],
        to: ['aqap'],
        when: '2021-06-03',
        chain: ['un-poe'],
      }),
      told(doc('p2'), 'arms-transfer', { id: 'p2', by: ['houthis'], to: ['aqap'], when: '2021-06-03', chain: ['stc'] }),
      told(doc('p3'), 'meeting', { id: 'p3', by: ['houthis', 'aqap'], when: '2021-09', chain: ['un-poe', 'stc'] }),
    ]
    const arms = (items: typeof more) =>
      dyad('houthis', 'aqap', linkIncidents(items, world), items, context).cells.find((c) => c.channel === 'arms')!
    expect(arms(more.slice(0, 2)).independence).toMatchObject({ atLeast: 2, atMost: 2 })
    expect(arms(more).independence).toMatchObject({ atLeast: 1, atMost: 2 })
    expect(arms(more).independence.groups[0]!.because?.map((b) => b.code)).toContain('passes-on')
  })
  it('leaves out what is not believed', () => {
    const { cells } = dyad('houthis', 'aqap', incidents, claims, { ...context, leaveOut: { origins: ['un'] } })
    expect(cells.flatMap((c) => c.claims)).not.toContain('relation')
  })
})

describe('summariseDyads', () => {
  const rows = summariseDyads(incidents, claims, context)
  it('puts the best supported pair first', () => {
    expect(rows[0]).toMatchObject({
      a: 'aqap',
      b: 'houthis',
      incidents: 2,
      claims: 5,
      channels: ['prisoners', 'violence', 'other'],
    })
  })
  it('names a pair of units once, and the pair of their forces only where it has more', () => {
    expect(rows.map((r) => `${r.a} ${r.b}`)).toEqual(expect.arrayContaining(['aqap giants', 'aqap stc', 'houthis stc']))
    const onlyUnit = summariseDyads(
      incidents,
      claims.filter((c) => c.claim.id === 'unit'),
      context,
    )
    expect(onlyUnit.map((r) => `${r.a} ${r.b}`)).toEqual(['aqap giants'])
  })
})
