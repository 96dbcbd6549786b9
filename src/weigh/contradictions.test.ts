import { describe, expect, it } from 'vitest'
import { doc, told } from '../../test/support/linking.js'
import { context, said, strike } from '../../test/support/weighing.js'
import type { Contradiction } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { findContradictions } from './contradictions.js'

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
