import fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { doc, told, world } from '../../test/support/linking.js'
import type { Contradiction, Republication } from '../model/index.js'
import type { Packs } from '../packs/index.js'
import { type KnownWorld, type LinkClaim, linkIncidents } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { findContradictions } from './contradictions.js'
import { weighIndependence } from './independence.js'
import { leaveOut } from './leave-out.js'
import { originOf } from './origin.js'
import { weighIncident } from './weigh-incident.js'

const context: WeighContext = { packs: world, republications: [] }
const strike = { by: ['aqap'], to: ['stc'], at: ['ye-abyan'], when: '2024-08-16' }
const said = (path: string, chain: string[], options: Parameters<typeof doc>[1] = {}, more: object = {}) =>
  told(doc(path, { day: '2024-08-16', ...options }), 'attack', { ...strike, chain, ...more })
const repeat = (kind: Republication['kind'], ...claims: LinkClaim[]): Republication => ({
  kind,
  documents: claims.map((c) => ({ id: c.document.id, path: c.document.path })),
  evidence: 'test',
})

describe('weighIndependence', () => {
  const un = said('a', ['un'], { outlet: 'gulf-wire' })
  const cases: [string, LinkClaim[], Republication[], { atLeast: number; atMost: number; camps: number }][] = [
    ['nobody', [], [], { atLeast: 0, atMost: 0, camps: 0 }],
    [
      'one named origin in two outlets',
      [un, said('b', ['agency: gulf-wire', 'un'], { outlet: 'south-post' })],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      'two named origins',
      [un, said('c', ['party: houthis'], { outlet: 'north-news' })],
      [],
      { atLeast: 2, atMost: 2, camps: 2 },
    ],
    ['a body and its panel', [un, said('d', ['un-poe'])], [], { atLeast: 1, atMost: 2, camps: 1 }],
    [
      'a group and its spokesman',
      [said('e', ['official: stc-spokesman']), said('f', ['party: stc'])],
      [],
      { atLeast: 1, atMost: 2, camps: 1 },
    ],
    [
      'a group, and its spokesman whom nobody knows by name',
      [said('e1', ['party: houthis']), said('f1', ['official: Houthis spokesman Colonel Hani Bawazir'])],
      [],
      { atLeast: 1, atMost: 2, camps: 1 },
    ],
    [
      'two officials of one body, by the words of their offices',
      [said('e2', ['official: AQAP commander Salim Bawazir']), said('f2', ['official: Hani Omar of AQAP'])],
      [],
      { atLeast: 1, atMost: 2, camps: 1 },
    ],
    [
      'officials of two bodies',
      [said('e3', ['official: AQAP commander Salim Bawazir']), said('f3', ['official: Hani Omar of the STC'])],
      [],
      { atLeast: 2, atMost: 2, camps: 2 },
    ],
    [
      'a panel, and a government that the panel quotes elsewhere',
      [said('d1', ['un-poe']), said('d2', ['un-poe', 'party: yemen-government'])],
      [],
      { atLeast: 1, atMost: 2, camps: 2 },
    ],
    [
      'a panel, and a government that is quoted from a report',
      [said('d5', ['un-poe']), said('d6.ar', ['document: التقرير', 'party: yemen-government'])],
      [],
      { atLeast: 1, atMost: 2, camps: 2 },
    ],
    [
      'a panel, and its report',
      [said('d3', ['un-poe']), said('d4', ['un-poe', 'document: its yearly report'])],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      'a panel, and confidential sources that only the panel has',
      [said('d7', ['un-poe']), said('d8', ['un-poe', 'anonymous: confidential sources'])],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      'a panel, and confidential sources of somebody else',
      [said('d9', ['un-poe']), said('d10', ['party: houthis', 'anonymous: confidential sources'])],
      [],
      { atLeast: 1, atMost: 2, camps: 1 },
    ],
    [
      'an agency, and a paper that quotes it without its source',
      [un, said('u1', ['agency: gulf-wire'], { outlet: 'south-post', day: '2024-08-17' })],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      '… where the agency had two sources',
      [
        un,
        said('u2', ['party: houthis'], { outlet: 'gulf-wire' }),
        said('u3', ['agency: gulf-wire'], { outlet: 'south-post', day: '2024-08-17' }),
      ],
      [],
      { atLeast: 2, atMost: 3, camps: 2 },
    ],
    [
      '… or named one only later',
      [
        said('u4', ['un'], { outlet: 'gulf-wire', day: '2024-08-18' }),
        said('u5', ['agency: gulf-wire'], { outlet: 'south-post', day: '2024-08-17' }),
      ],
      [],
      { atLeast: 1, atMost: 2, camps: 1 },
    ],
    [
      'a circle: a paper, one that quotes it, and the paper quoting that one',
      [
        said('u6', ['anonymous: a local official'], { outlet: 'south-post' }),
        said('u7', ['outlet: south-post'], { outlet: 'gulf-wire', day: '2024-08-17' }),
        said('u8', ['outlet: gulf-wire'], { outlet: 'south-post', day: '2024-08-18' }),
      ],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      'two outlets in their own voice',
      [said('g', [], { outlet: 'south-post' }), said('h', [], { outlet: 'north-news' })],
      [],
      { atLeast: 1, atMost: 2, camps: 2 },
    ],
    [
      'two outlets of one owner in their own voice',
      [said('i', [], { outlet: 'north-tv' }), said('j', [], { outlet: 'north-news' })],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      'a named origin and an own voice',
      [un, said('k', [], { outlet: 'south-post' })],
      [],
      { atLeast: 1, atMost: 2, camps: 2 },
    ],
    ['no outlet, no source', [said('l', []), said('m', [])], [], { atLeast: 1, atMost: 2, camps: 0 }],
    [
      'an outlet twice in its own voice',
      [said('n', [], { outlet: 'south-post' }), said('o', [], { outlet: 'south-post', day: '2024-08-20' })],
      [],
      { atLeast: 1, atMost: 1, camps: 1 },
    ],
    [
      'unnamed sources of two outlets',
      [
        said('p', ['anonymous: a security source'], { outlet: 'south-post' }),
        said('q.ar', ['anonymous: مصدر أمني'], { outlet: 'north-news', language: 'ar' }),
      ],
      [],
      { atLeast: 1, atMost: 2, camps: 2 },
    ],
    [
      "one agency's unnamed source in two papers of one day",
      [
        said('r', ['agency: gulf-wire', 'anonymous: a local official']),
        said('s', ['agency: gulf-wire', 'anonymous: a local official'], { day: '2024-08-17' }),
      ],
      [],
      { atLeast: 1, atMost: 1, camps: 0 },
    ],
    [
      'the same words for an unnamed source of one agency, a month apart',
      [
        said('t', ['agency: gulf-wire', 'anonymous: a local official']),
        said('u', ['agency: gulf-wire', 'anonymous: a local official'], { day: '2024-09-20' }),
      ],
      [],
      { atLeast: 1, atMost: 2, camps: 0 },
    ],
    [
      'two unnamed sources that one report tells apart',
      [
        said('v', ['anonymous: a tribal elder'], { outlet: 'south-post' }),
        said('v', ['anonymous: a soldier'], { outlet: 'south-post' }),
      ],
      [],
      { atLeast: 1, atMost: 2, camps: 1 },
    ],
    [
      'a named origin and an unnamed source, who may be the same man',
      [un, said('w', ['anonymous: an informed source'], { outlet: 'south-post' })],
      [],
      { atLeast: 1, atMost: 2, camps: 2 },
    ],
  ]
  it.each(cases)('%s', (_, claims, republications, expected) => {
    expect(weighIndependence(claims, { ...context, republications })).toMatchObject(expected)
  })

  it('takes a translation that lost its source back to the source, and says so', () => {
    const original = said('x.ar', ['anonymous: مصدر محلي'], { outlet: 'south-post', language: 'ar' })
    const translated = said('x.en', [], { outlet: 'gulf-wire' })
    const apart = weighIndependence([original, translated], context)
    const joined = weighIndependence([original, translated], {
      ...context,
      republications: [repeat('translation', original, translated)],
    })
    expect([apart.atMost, joined.atMost]).toEqual([2, 1])
    expect(joined.groups).toHaveLength(1)
    expect(joined.groups[0]!.reason).toContain('translation')
  })

  it('does not fuse two named origins because one text repeats the other', () => {
    const [a, b] = [said('y1', ['un']), said('y2', ['party: stc'])]
    expect(weighIndependence([a, b], { ...context, republications: [repeat('near-copy', a, b)] }).atMost).toBe(2)
  })

  it('gives the worked example of docs/method.md', () => {
    const a = said('ex-a', ['agency: gulf-wire', 'anonymous: a local official'], { outlet: 'south-post' })
    const b = said('ex-b', [], { outlet: 'north-news' })
    const c = said('ex-c.ar', ['official: stc-spokesman'], { language: 'ar' })
    const d = said('ex-d.en', ['official: stc-spokesman'])
    const e = said('ex-e', [], { outlet: 'a site' })
    const texts = { ...context, republications: [repeat('copy', a, b), repeat('translation', c, d)] }
    expect(weighIndependence([a, b, c, d, e], texts)).toMatchObject({ atLeast: 1, atMost: 3 })
    const director = said('ex-f', ['official: Dr. Nadia Bahumaid'])
    expect(weighIndependence([a, b, c, d, e, director], texts)).toMatchObject({ atLeast: 2, atMost: 4 })
  })

  it.each([
    ['official: a local military official', 'unnamed'],
    ['official: Colonel Hani Bawazir', 'named'],
    ['official: مسؤول محلي', 'unnamed'],
    ['expert: Bawazir', 'named'],
    ['official: stc-spokesman', 'named'],
    ['organization: وزارة الصحة', 'named'],
    ['witness: residents', 'unnamed'],
    ['agency: gulf-wire', 'voice'],
  ])('takes "%s" for %s', (hop, kind) => {
    expect(originOf(said('hop', [hop]), world).kind).toBe(kind)
  })

  it('knows a name in a script without capitals by the given names of people in the packs', () => {
    const person = {
      id: 'p',
      kind: 'person' as const,
      names: [{ name: 'هاني باوزير', lang: 'ar', kind: 'full' as const }],
      from: 'pack' as const,
    }
    const known = { ...world, entities: new Map([...world.entities, ['p', person]]) }
    const colonel = said('hop', ['official: العقيد هاني باحميد'])
    expect([originOf(colonel, known).kind, originOf(colonel, world).kind]).toEqual(['named', 'unnamed'])
  })

  it('counts no denial', () => {
    const denied = said('z', ['party: houthis'], {}, { status: 'denied' })
    expect(weighIndependence([un, denied], context)).toMatchObject({ atLeast: 1, atMost: 1 })
  })

  it('has as many origins in its groups as it counts at most, whatever the order', () => {
    const all = [...new Set(cases.flatMap(([, claims]) => claims))]
    const expected = weighIndependence(all, context)
    expect(expected.groups.flatMap((g) => g.origins)).toHaveLength(expected.atMost)
    fc.assert(
      fc.property(fc.subarray(all), (some) => {
        const { atLeast, atMost, groups } = weighIndependence(some, context)
        expect(atLeast).toBeLessThanOrEqual(atMost)
        expect(groups.flatMap((g) => g.origins)).toHaveLength(atMost)
        expect(groups.flatMap((g) => g.claims).sort()).toEqual(some.map((c) => c.claim.id).sort())
      }),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(weighIndependence(shuffled, context)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})

describe('findContradictions', () => {
  const kinds = (claims: LinkClaim[]) =>
    findContradictions(claims, context).map((c: Contradiction) => `${c.kind} ${c.field}`)
  const killed = (path: string, value: number | [number | null, number | null], chain: string[], day = '2024-08-16') =>
    said(path, chain, { day, outlet: 'south-post' }, { counts: { killed: value } })

  const cases: [string, LinkClaim[], string[]][] = [
    ['12 against 14', [killed('a', 12, ['un']), killed('b', 14, ['party: stc'])], ['value killed']],
    ['"dozens" and 31', [killed('a', [24, null], ['un']), killed('b', 31, ['party: stc'])], []],
    ['"more than 26" and 30', [killed('a', [26, null], ['un']), killed('b', 30, ['party: stc'])], []],
    ['"more than 26" against 20', [killed('a', [26, null], ['un']), killed('b', 20, ['party: stc'])], ['value killed']],
    ['about 100 as a round number, and 97', [killed('a', 100, ['un']), killed('b', 97, ['party: stc'])], []],
    [
      '12, and later 16 by the same origin',
      [killed('a', 12, ['party: stc']), killed('b', 16, ['party: stc'], '2024-08-17')],
      ['update killed'],
    ],
    [
      '12, and later 16 by its spokesman',
      [killed('a', 12, ['party: stc']), killed('b', 16, ['official: stc-spokesman'], '2024-08-17')],
      ['update killed'],
    ],
    [
      '16, and later 12 by the same origin',
      [killed('a', 16, ['party: stc']), killed('b', 12, ['party: stc'], '2024-08-17')],
      ['value killed'],
    ],
    [
      '12, and later 16 by another',
      [killed('a', 12, ['party: stc']), killed('b', 16, ['un'], '2024-08-17')],
      ['value killed'],
    ],
    ['a denial', [said('a', ['un']), said('b', ['party: aqap'], {}, { status: 'denied' })], ['denial status']],
    ['a denial with nobody who says it', [said('b', ['party: aqap'], {}, { status: 'denied' })], []],
    ['a district in its governorate', [said('a', [], {}, { at: ['ye-mudiyah-district'] }), said('b', [])], []],
    [
      'two districts',
      [
        said('a', [], {}, { at: ['ye-mudiyah-district'] }),
        said('b', [], {}, { at: ['ye-lawdar-district', 'ye-abyan'] }),
      ],
      ['value place'],
    ],
    ['a day in its month', [said('a', []), said('b', [], {}, { when: '2024-08' })], []],
    ['two days', [said('a', []), said('b', [], {}, { when: '2024-08-17' })], ['value date']],
    ['a unit and its force', [said('a', [], {}, { to: ['giants'] }), said('b', [])], []],
    ['two attackers', [said('a', [], {}, { by: ['houthis'] }), said('b', [])], ['value agents']],
    [
      'who attacked whom',
      [said('a', [], {}, { by: ['houthis'], to: ['stc'] }), said('b', [], {}, { by: ['stc'], to: ['houthis'] })],
      ['direction direction'],
    ],
    [
      'who attacked whom, by a unit of one side',
      [said('a', [], {}, { by: ['houthis'], to: ['stc'] }), said('b', [], {}, { by: ['giants'], to: ['houthis'] })],
      ['direction direction'],
    ],
    [
      'a third attacker is another matter',
      [said('a', [], {}, { by: ['houthis'], to: ['stc'] }), said('b', [], {}, { by: ['aqap'], to: ['houthis'] })],
      ['value agents', 'value counterparts'],
    ],
    [
      'a clash has no direction',
      [
        told(doc('c1'), 'armed-clash', { by: ['houthis', 'stc'] }),
        told(doc('c2'), 'armed-clash', { by: ['stc', 'houthis'] }),
      ],
      [],
    ],
    [
      'a release and an escape',
      [
        told(doc('f1.ar', { language: 'ar' }), 'escape', { by: ['aqap'], counts: { escaped: 10 } }),
        told(doc('f2.ar', { language: 'ar' }), 'prisoner-release', {
          by: ['yemen-army'],
          to: ['aqap'],
          counts: { released: 10 },
        }),
      ],
      ['outcome outcome'],
    ],
  ]
  it.each(cases)('%s', (_, claims, expected) => {
    expect(kinds(claims)).toEqual(expected)
    expect(kinds([...claims].reverse())).toEqual(expected)
  })

  describe('versions of one address', () => {
    const first = doc('v1', { outlet: 'south-post', day: '2024-08-16' })
    const second = {
      ...doc('v2', { outlet: 'south-post', day: '2024-08-16' }),
      version: { number: 2, previous: first.id },
    }
    const elsewhere = doc('w', { outlet: 'north-news', day: '2024-08-16' })
    const attack = (document: LinkClaim['document'], more: object) => told(document, 'attack', { ...strike, ...more })
    const rows = (claims: LinkClaim[], versions?: WeighContext['versions']) =>
      findContradictions(claims, { ...context, versions }).map(
        ({ kind, field, values }) => `${kind} ${field}: ${values.map((v) => v.value).join(' / ')}`,
      )
    it.each<[string, LinkClaim[], string[]]>([
      [
        'a toll that was changed',
        [attack(first, { counts: { killed: 12 } }), attack(second, { counts: { killed: 9 } })],
        ['edit killed: 12 / 9'],
      ],
      [
        'a toll that grew is an edit too',
        [attack(first, { counts: { killed: 12 } }), attack(second, { counts: { killed: 16 } })],
        ['edit killed: 12 / 16'],
      ],
      [
        'a place that was changed',
        [attack(first, {}), attack(second, { at: ['ye-shabwa'] })],
        ['edit place: ye-abyan / ye-shabwa'],
      ],
      [
        'an actor that was changed',
        [attack(first, {}), attack(second, { by: ['houthis'] })],
        ['edit agents: aqap / houthis'],
      ],
      [
        'the same said again',
        [attack(first, { counts: { killed: 12 } }), attack(second, { counts: { killed: 12 } })],
        [],
      ],
      [
        'the text of another address differs from both in its own right',
        [
          attack(first, { counts: { killed: 12 } }),
          attack(second, { counts: { killed: 9 } }),
          attack(elsewhere, { counts: { killed: 20 } }),
        ],
        ['value killed: 12 / 20 / 9', 'edit killed: 12 / 9'],
      ],
    ])('%s', (_, claims, expected) => {
      expect(rows(claims)).toEqual(expected)
      expect(rows([...claims].reverse())).toEqual(expected)
    })
    const places = new Map([
      [first.id, { address: first.id, number: 1, next: second.id }],
      [second.id, { address: first.id, number: 2 }],
    ])
    it('says that the later text no longer tells of it', () => {
      expect(rows([attack(first, {})], places)).toEqual(['edit claim: version 1 / not in version 2'])
      expect(rows([attack(second, {})], places)).toEqual([])
      expect(rows([attack(first, {}), attack(second, {})], places)).toEqual([])
    })
    it('says nothing of a later text that is not read yet', () => {
      const waiting = new Map([[first.id, { address: first.id, number: 1 }]])
      expect(rows([attack(first, {})], waiting)).toEqual([])
    })
  })

  it('shows vague words as bounds, never as numbers that nobody gave', () => {
    const [row] = findContradictions([killed('a', [26, null], ['un']), killed('b', 20, ['party: stc'])], context)
    expect(row!.values.map((v) => v.value)).toEqual(['20', '26+'])
  })
})

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

describe('leaveOut', () => {
  it('leaves a claim out wherever in its chain the outlet stands', () => {
    const relayed = said('a', ['agency: gulf-wire', 'un'], { outlet: 'south-post' })
    expect(leaveOut([relayed], { outlets: ['gulf-wire'] }, context)).toEqual([])
    expect(leaveOut([relayed], { outlets: ['north-news'] }, context)).toEqual([relayed])
  })
  it('leaves out an unnamed source by its description, and no other', () => {
    const [one, other] = [said('a', ['anonymous: a security source']), said('b', ['anonymous: a tribal elder'])]
    const third = said('c', ['agency: gulf-wire', 'anonymous: A security source'])
    expect(leaveOut([one, other, third], { origins: ['a security source'] }, context)).toEqual([other])
  })
  it('leaves out an outlet that a text takes for any organization', () => {
    const relayed = said('a', ['organization: Harbour Courier'])
    expect(leaveOut([relayed], { outlets: ['Harbour Courier'] }, context)).toEqual([])
  })
  it('leaves out what a body says when the body above it is not believed', () => {
    const panel = said('a', ['un-poe'])
    expect(leaveOut([panel], { origins: ['un'] }, context)).toEqual([])
  })
})
