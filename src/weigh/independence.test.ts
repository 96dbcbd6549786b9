import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { world } from '../../test/support/linking.js'
import { context, repeat, said } from '../../test/support/weighing.js'
import type { Republication } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { weighIndependence } from './independence.js'
import { originOf } from './origin.js'

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
      'one man with and without his rank',
      [said('t1', ['official: Colonel Salim Bawazir']), said('t2', ['official: Salim Bawazir'])],
      [],
      { atLeast: 1, atMost: 1, camps: 0 },
    ],
    [
      'two authors who sign their texts and give no source',
      [said('w1', ['author: Salim Bawazir']), said('w2', ['author: Hani Omar'], { outlet: 'north-news' })],
      [],
      { atLeast: 1, atMost: 2, camps: 0 },
    ],
    [
      'two of whom only one name and different titles are told',
      [said('t5', ['official: Sheikh Hamid']), said('t6', ['official: Colonel Hamid'])],
      [],
      { atLeast: 2, atMost: 2, camps: 0 },
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
      'two that a panel quotes do not rest on one another for it',
      [
        said('d20', ['party: houthis']),
        said('d21', ['un-poe', 'party: houthis']),
        said('d22', ['un-poe', 'party: stc']),
      ],
      [],
      { atLeast: 2, atMost: 2, camps: 2 },
    ],
    [
      '… and the panel may rest on either',
      [said('d23', ['un-poe']), said('d24', ['un-poe', 'party: houthis']), said('d25', ['un-poe', 'party: stc'])],
      [],
      { atLeast: 2, atMost: 3, camps: 3 },
    ],
    [
      'two that quote each other',
      [said('d26', ['party: stc', 'party: houthis']), said('d27', ['party: houthis', 'party: stc'])],
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
