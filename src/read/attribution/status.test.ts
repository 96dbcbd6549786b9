import { describe, expect, test } from 'vitest'
import type { ClaimStatus } from '../../model/index.js'
import type { NounGroup, Predicate } from '../analysis.js'
import { ratchet } from '../known-failures.js'
import { predicate, sentence } from '../testing.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { statusOf } from './status.js'

const grammar = {
  saying: new Map([
    ['say/verb', 'say'],
    ['deny/verb', 'deny'],
    ['accuse/verb', 'accuse'],
  ]),
  governors: new Map([
    ['agree/verb', 'planned'],
    ['plan/noun', 'planned'],
    ['expect/verb', 'predicted'],
    ['believe/verb', 'alleged'],
    ['fail/verb', 'negated'],
    ['cancel/verb', 'negated'],
    ['manage/verb', 'asserted'],
    ['deny/verb', 'denied'],
  ]),
  modals: new Map([
    ['may', 'predicted'],
    ['perhaps', 'predicted'],
    ['would', 'planned'],
    ['would have', 'negated'],
    ['will', 'planned'],
    ['allegedly', 'alleged'],
    ['reportedly', 'asserted'],
  ]),
  lacking: new Set(['without']),
  achieving: new Set(['manage/verb']),
  beforeIt: new Set(['before']),
  thatWords: new Set(['that']),
  untrueBehind: new Set(['no truth in']),
  quoted: new Set(['about']),
  terms: [],
  unconfirmed: [['unconfirmed']],
} as unknown as AttributionGrammar

type Link = [lemma: string, as: NonNullable<Predicate['governor']>['as'], more?: Partial<Predicate>]

/** The status of a release that hangs on the given governors, the nearest first. */
function status(own: Partial<Predicate>, links: Link[] = [], kinds: Attribution['kind'][] = []): ClaimStatus {
  const text = `release ${links.map(([lemma]) => lemma).join(' ')}`
  const chain = [predicate(text, 'release', own), ...links.map(([lemma, , more]) => predicate(text, lemma, more))]
  chain.forEach((p, i) => {
    const link = links[i]
    if (link) p.governor = { predicate: i + 1, as: link[1] }
  })
  const s = sentence({ start: 0, end: text.length }, chain)
  const over = kinds.map((kind) => ({ kind, sentence: s, speakers: [] as NounGroup[] }) as Attribution)
  return statusOf('asserted', chain[0]!, s, over, grammar)
}

const infinitive: Partial<Predicate> = { form: 'infinitive', tense: undefined as never }
const negated: Partial<Predicate> = { negated: true }

describe('of the predicate itself', () => {
  test.each([
    ['released', {}, 'asserted'],
    ['did not release', negated, 'negated'],
    ['will release', { tense: 'future' }, 'planned'],
    ['may release', { modality: ['may'], tense: 'present' }, 'predicted'],
    ['perhaps released: of the past nothing is foretold', { modality: ['perhaps'], tense: 'past' }, 'alleged'],
    ['would have released', { modality: ['would', 'would have'], tense: 'past' }, 'negated'],
    ['allegedly released', { modality: ['allegedly'] }, 'alleged'],
    ['reportedly released: being told is no hedge', { modality: ['reportedly'] }, 'asserted'],
    ['will not release', { tense: 'future', negated: true }, 'negated'],
    ['will allegedly release', { tense: 'future', modality: ['allegedly'] }, 'alleged'],
    ['a word that hedges nothing', { modality: ['quickly'] }, 'asserted'],
  ] as [string, Partial<Predicate>, ClaimStatus][])('%s', (_, own, expected) => {
    expect(status(own)).toBe(expected)
  })
})

describe('of what governs it', () => {
  const rows: [name: string, own: Partial<Predicate>, links: Link[], expected: ClaimStatus][] = [
    ['agreed to release', infinitive, [['agree', 'complement']], 'planned'],
    ['are expected to release', infinitive, [['expect', 'complement']], 'predicted'],
    ['are believed to have released', infinitive, [['believe', 'complement']], 'alleged'],
    ['failed to release', infinitive, [['fail', 'complement']], 'negated'],
    ['the release was cancelled', { pos: 'noun' }, [['cancel', 'object']], 'negated'],
    ['managed to release', infinitive, [['manage', 'complement']], 'asserted'],
    ['a plan of release', { pos: 'noun' }, [['plan', 'of', { pos: 'noun' }]], 'planned'],
    ['met in order to release', infinitive, [['meet', 'purpose']], 'planned'],
    ['did not agree to release', infinitive, [['agree', 'complement', negated]], 'negated'],
    [
      'would agree to fail to release',
      infinitive,
      [
        ['fail', 'complement'],
        ['agree', 'complement'],
      ],
      'negated',
    ],
    // What stands beside, before or after it leaves it alone.
    ['released them after they agreed', {}, [['agree', 'adverbial']], 'asserted'],
    ['the men, whose release they agreed on, fled', { pos: 'noun' }, [['agree', 'relative']], 'asserted'],
    ['agreed and released', {}, [['agree', 'conjunct']], 'asserted'],
    ['said that they released', {}, [['say', 'content']], 'asserted'],
    ['did not say that they released', {}, [['say', 'content', negated]], 'alleged'],
    [
      'plans to say that they released',
      {},
      [
        ['say', 'content'],
        ['plan', 'of', { pos: 'noun' }],
      ],
      'asserted',
    ],
    ['a verb that governs nothing', infinitive, [['persuade', 'complement']], 'asserted'],
    ['did not fail to release: two negations make a fact', infinitive, [['fail', 'complement', negated]], 'asserted'],
  ]
  test.each(rows)('%s', (name, own, links, expected) => {
    ratchet(`statusOf: ${name}`, () => expect(status(own, links)).toBe(expected))
  })
})

describe('of the saying over it', () => {
  test.each([
    ['say', 'asserted'],
    ['confirm', 'asserted'],
    ['announce', 'asserted'],
    ['quote', 'asserted'],
    ['claim', 'alleged'],
    ['accuse', 'alleged'],
    ['believe', 'alleged'],
    ['deny', 'denied'],
  ] as [Attribution['kind'], ClaimStatus][])('%s', (kind, expected) => {
    expect(status({}, [], [kind])).toBe(expected)
  })

  test('X said that Y denied it: denied', () => expect(status({}, [], ['say', 'deny'])).toBe('denied'))
  test('X denied that they will: denied', () => expect(status({ tense: 'future' }, [], ['deny'])).toBe('denied'))
  test('a governor that goes in a circle comes to an end', () => {
    const text = 'release agree'
    const [a, b] = [predicate(text, 'release'), predicate(text, 'agree')]
    a.governor = { predicate: 1, as: 'complement' }
    b.governor = { predicate: 0, as: 'complement' }
    expect(statusOf('asserted', a, sentence({ start: 0, end: 13 }, [a, b]), [], grammar)).toBe('planned')
  })
})
