import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doc, told, world } from '../../../test/support/linking.js'
import type { EntityKind, Mention, Reading } from '../../model/index.js'
import type { LinkClaim } from '../known-world.js'
import { resolveEntities } from './resolve-entities.js'

const mention = (text: string, kind: EntityKind, entities: string[] = [], id = text): Mention => ({
  text,
  kind,
  entities,
  id,
  start: 0,
  end: text.length,
})

function reading(
  path: string,
  mentions: Mention[],
  options: Parameters<typeof doc>[1] = {},
  claims: LinkClaim[] = [],
): Reading {
  const document = { ...doc(path, options), reader: { version: 'test', packs: 'test' } }
  return { document, mentions, claims: claims.map((c) => c.claim), unread: [] }
}
const named = (readings: Reading[], kind: EntityKind) =>
  resolveEntities(readings, world)
    .filter((e) => e.kind === kind)
    .map((e) =>
      e.names
        .map((n) => n.name)
        .sort()
        .join(' = '),
    )
    .sort()

describe('resolveEntities', () => {
  it('joins one name in both scripts, in any order of its words', () => {
    const readings = [
      reading('a', [mention('Qasim Bawazir', 'person')]),
      reading('b.ar', [mention('قاسم باوزير', 'person')], { language: 'ar' }),
      reading('c', [mention('Bawazir, Qassem', 'person')]),
      reading('d', [mention('Qasim Bahumaid', 'person')]),
    ]
    expect(named(readings, 'person')).toEqual(['Bawazir, Qassem = Qasim Bawazir = قاسم باوزير', 'Qasim Bahumaid'])
  })
  it('joins a name with and without its titles, in both scripts; not what merely begins like one', () => {
    const readings = [
      reading('a', [mention('Colonel Qasim Bawazir', 'person'), mention('General Command', 'actor')]),
      reading('b', [mention('Qasim Bawazir', 'person'), mention('Command', 'actor')]),
      reading('c.ar', [mention('العقيد قاسم باوزير', 'person')], { language: 'ar' }),
    ]
    expect(named(readings, 'person')).toEqual(['Colonel Qasim Bawazir = Qasim Bawazir = العقيد قاسم باوزير'])
    expect(named(readings, 'actor')).toEqual(['Command', 'General Command'])
  })
  it('keeps a single name with a title within its report', () => {
    const readings = [
      reading('a', [mention('Sheikh Qasim', 'person')]),
      reading('b', [mention('Sheikh Qasim', 'person')]),
    ]
    expect(named(readings, 'person')).toEqual(['Sheikh Qasim', 'Sheikh Qasim'])
  })
  it('keeps single names and initials within their report', () => {
    const readings = [
      reading('a', [mention('Qasim', 'person'), mention('Q.B.', 'person')]),
      reading('b', [mention('Qasim', 'person'), mention('Q.B.', 'person')]),
    ]
    expect(named(readings, 'person')).toEqual(['Q.B.', 'Q.B.', 'Qasim', 'Qasim'])
  })
  it('names a referent by the fullest of its mentions, and holds a new person private', () => {
    const mentions = [mention('Bawazir', 'person', [], 'm1'), mention('Qasim Bawazir', 'person', [], 'm1')]
    const [person] = resolveEntities([reading('a', mentions)], world)
    expect(person).toMatchObject({ names: [{ name: 'Qasim Bawazir' }], standing: 'private', from: 'report' })
  })
  it('does not join a person with a place of the same name', () => {
    const readings = [reading('a', [mention('Salim Hadi', 'person')]), reading('b', [mention('Salim Hadi', 'place')])]
    expect(resolveEntities(readings, world)).toHaveLength(2)
  })
  it('gives pack entities the spellings that outlets use; an ambiguous mention belongs to none', () => {
    const readings = [
      reading('a', [mention('Aqap', 'actor', ['aqap']), mention('Tanzim', 'actor', ['aqap'])], {
        outlet: 'south-post',
      }),
      reading('b', [mention('the movement', 'actor', ['stc', 'houthis'])]),
    ]
    expect(resolveEntities(readings, world)).toMatchObject([
      { id: 'aqap', names: [{ name: 'aqap' }, { name: 'Tanzim', kind: 'spelling', outlet: 'south-post' }] },
    ])
  })
  it('lists pack entities that only a claim or its chain names', () => {
    const claim = told(doc('a'), 'meeting', { by: ['houthis', 'aqap'], chain: ['un-poe'] })
    expect(resolveEntities([reading('a', [], {}, [claim])], world).map((e) => e.id)).toEqual([
      'aqap',
      'houthis',
      'un-poe',
    ])
  })

  const source = (path: string, words: string, options: Parameters<typeof doc>[1]) => {
    const claim = told(doc(path, options), 'meeting', { chain: [`anonymous: ${words}`] })
    return reading(path, [], options, [claim])
  }
  it('holds unnamed sources apart by description, outlet and day', () => {
    const base = { outlet: 'south-post', day: '2024-01-05' }
    const readings = [
      source('a', 'a security source', base),
      source('b', 'a security source', base),
      source('c', 'a tribal source', base),
      source('d', 'a security source', { ...base, outlet: 'north-news' }),
      source('e', 'a security source', { ...base, day: '2024-03-05' }),
    ]
    expect(resolveEntities(readings, world).map((e) => e.kind)).toEqual(Array(4).fill('unnamed-source'))
  })

  it('gives the same entities in whatever order the readings come', () => {
    const readings = [
      reading('a', [mention('Qasim Bawazir', 'person'), mention('Tanzim', 'actor', ['aqap'])], {
        outlet: 'south-post',
      }),
      reading('b.ar', [mention('قاسم باوزير', 'person'), mention('tanzim', 'actor', ['aqap'])], {
        outlet: 'south-post',
        language: 'ar',
      }),
      reading('c', [mention('Bawazir, Qassem', 'person')]),
      source('d', 'A security source', { outlet: 'south-post', day: '2024-01-05' }),
      source('e', 'a security source', { outlet: 'south-post', day: '2024-01-05' }),
    ]
    const expected = resolveEntities(readings, world)
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (shuffled) => {
        expect(resolveEntities(shuffled, world)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})
