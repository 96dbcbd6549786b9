import { describe, expect, test } from 'vitest'
import type { NounGroup } from '../analysis.js'
import { ratchet } from '../known-failures.js'
import { analysis, functions, group, mention, predicate, sentence } from '../testing.js'
import { type KnownActors, nounKey } from './actors.js'
import { resolveReferents } from './referents.js'

const UNKNOWN: KnownActors = {
  observes: () => false,
  isState: () => false,
  isOfficial: () => false,
  calledBy: () => new Set(),
}
const nobodySays = () => undefined

const names = (text: string, g: NounGroup) => (g.referents ?? []).map((r) => text.slice(r.start, r.end))

/** Two sentences: in the first, `subject` does something to `object`; in the second, `anaphor` is the subject. */
function second(text: string, subject: NounGroup, object: NounGroup | null, anaphor: NounGroup, cut: number) {
  const one = sentence({ start: 0, end: cut }, [
    predicate(text, text.slice(subject.end + 1).split(' ')[0]!, {
      functions: functions({ S: [subject], O: object ? [object] : [] }),
    }),
  ])
  const two = sentence({ start: cut + 1, end: text.length }, [
    predicate(text, 'fled', { functions: functions({ S: [anaphor] }) }),
  ])
  const mentions = [
    ...['Dawn Movement', 'River Brigade'].flatMap((n) => (text.includes(n) ? [mention(text, n, 'actor', n)] : [])),
    ...(text.includes('Adel Munif') ? [mention(text, 'Adel Munif', 'person', 'adel-munif')] : []),
  ]
  for (const g of [subject, ...(object ? [object] : [])]) {
    const i = mentions.findIndex((m) => m.start >= g.start && m.end <= g.end)
    if (i >= 0) g.mention = i
  }
  resolveReferents(analysis(text, [one, two], mentions), nobodySays, UNKNOWN)
  return names(text, anaphor)
}

const body = { classes: ['group'] }
const person = { classes: ['person'] }
const they = { pronoun: { person: 3, number: 'plural' } } as const
const it = { pronoun: { person: 3, number: 'singular' } } as const
const he = { pronoun: { person: 3, number: 'singular', gender: 'masculine' } } as const

describe('pronouns', () => {
  test('"it" is the body that acted before', () => {
    const text = 'The Dawn Movement attacked a wall. It fled.'
    const got = second(text, group(text, 'The Dawn Movement', body), group(text, 'a wall'), group(text, 'It', it), 34)
    expect(got).toEqual(['The Dawn Movement'])
  })

  test('the subject of the clause before comes first', () => {
    const text = 'The Dawn Movement attacked the River Brigade. It fled.'
    const object = group(text, 'the River Brigade', body)
    expect(second(text, group(text, 'The Dawn Movement', body), object, group(text, 'It', it), 45)).toEqual([
      'The Dawn Movement',
    ])
  })

  test('"they" are many', () => {
    const text = 'Nine gunmen attacked a judge. They fled.'
    const gunmen = group(text, 'Nine gunmen', { ...person, quantity: { start: 0, end: 4, min: 9, max: 9 } })
    expect(second(text, gunmen, group(text, 'a judge', person), group(text, 'They', they), 29)).toEqual(['Nine gunmen'])
  })

  test('"he" is a person, though a body acted', () => {
    const text = 'The Dawn Movement released Adel Munif. He fled.'
    const got = second(
      text,
      group(text, 'The Dawn Movement', body),
      group(text, 'Adel Munif', person),
      group(text, 'He', he),
      38,
    )
    ratchet('referents: "he" is a person, though a body acted', () => expect(got).toEqual(['Adel Munif']))
  })

  test('"we" and "you" refer to nobody in the report', () => {
    const text = 'The Dawn Movement attacked a wall. We fled.'
    const we = group(text, 'We', { pronoun: { person: 1, number: 'plural' } })
    expect(second(text, group(text, 'The Dawn Movement', body), null, we, 34)).toEqual([])
  })

  test('an object pronoun is not its own subject', () => {
    const text = 'The River Brigade came. The Dawn Movement attacked it.'
    const brigade = group(text, 'The River Brigade', { ...body, mention: 0 })
    const movement = group(text, 'The Dawn Movement', { ...body, mention: 1 })
    const pronoun = group(text, 'it.', it)
    pronoun.end -= 1
    const mentions = [mention(text, 'River Brigade', 'actor', 'river'), mention(text, 'Dawn Movement', 'actor', 'dawn')]
    const one = sentence({ start: 0, end: 23 }, [predicate(text, 'came', { functions: functions({ S: [brigade] }) })])
    const two = sentence({ start: 24, end: 54 }, [
      predicate(text, 'attacked', { functions: functions({ S: [movement], O: [pronoun] }) }),
    ])
    resolveReferents(analysis(text, [one, two], mentions), nobodySays, UNKNOWN)
    expect(names(text, pronoun)).toEqual(['The River Brigade'])
  })

  test('a pronoun before anybody is named stays open', () => {
    const text = 'It fled. The Dawn Movement came.'
    const pronoun = group(text, 'It', it)
    const movement = group(text, 'The Dawn Movement', { ...body, mention: 0 })
    const one = sentence({ start: 0, end: 8 }, [predicate(text, 'fled', { functions: functions({ S: [pronoun] }) })])
    const two = sentence({ start: 9, end: 32 }, [predicate(text, 'came', { functions: functions({ S: [movement] }) })])
    resolveReferents(analysis(text, [one, two], [mention(text, 'Dawn Movement', 'actor', 'dawn')]), nobodySays, UNKNOWN)
    expect(names(text, pronoun)).toEqual([])
  })
})

describe('descriptions', () => {
  const the = (text: string, words: string, lemma: string, more = {}) =>
    group(text, words, { ...body, definite: true, lemma, ...more })

  test('"the group" is the body spoken of before', () => {
    const text = 'The Dawn Movement attacked a wall. The group fled.'
    const named = the(text, 'The group', 'group', { classes: ['group', 'body'] })
    expect(second(text, group(text, 'The Dawn Movement', body), null, named, 34)).toEqual(['The Dawn Movement'])
  })

  test('"the militia" is whom the packs call so, however new another name is', () => {
    const text = 'The River Brigade met the Dawn Movement. The militia fled.'
    const [brigade, movement] = [group(text, 'The River Brigade', body), group(text, 'the Dawn Movement', body)]
    const militia = the(text, 'The militia', 'militia', { classes: ['group', 'body'] })
    const calledBy = (id: string) => new Set(id === 'river' ? [nounKey('militia')] : [])
    brigade.mention = 0
    movement.mention = 1
    const mentions = [mention(text, 'River Brigade', 'actor', 'river'), mention(text, 'Dawn Movement', 'actor', 'dawn')]
    const one = sentence({ start: 0, end: 40 }, [
      predicate(text, 'met', { functions: functions({ S: [brigade], O: [movement] }) }),
    ])
    const two = sentence({ start: 41, end: 58 }, [predicate(text, 'fled', { functions: functions({ S: [militia] }) })])
    resolveReferents(analysis(text, [one, two], mentions), nobodySays, { ...UNKNOWN, calledBy })
    expect(names(text, militia)).toEqual(['The River Brigade'])
  })

  test('a government is no "militia"', () => {
    const text = 'The Dawn Movement attacked a wall. The militia fled.'
    const movement = group(text, 'The Dawn Movement', { ...body, mention: 0 })
    const militia = the(text, 'The militia', 'militia', { classes: ['group', 'body'] })
    const one = sentence({ start: 0, end: 34 }, [
      predicate(text, 'attacked', { functions: functions({ S: [movement] }) }),
    ])
    const two = sentence({ start: 35, end: 52 }, [predicate(text, 'fled', { functions: functions({ S: [militia] }) })])
    const mentions = [mention(text, 'Dawn Movement', 'actor', 'dawn')]
    resolveReferents(analysis(text, [one, two], mentions), nobodySays, { ...UNKNOWN, isOfficial: () => true })
    expect(names(text, militia)).toEqual([])
  })

  test('"the army" is not just anybody named before', () => {
    const text = 'The Dawn Movement attacked a wall. The army fled.'
    expect(second(text, group(text, 'The Dawn Movement', body), null, the(text, 'The army', 'army'), 34)).toEqual([])
  })

  test('"the movement" is not whoever acts on it in the same clause', () => {
    const text = 'The River Brigade supplied the movement.'
    const brigade = group(text, 'The River Brigade', { ...body, mention: 0 })
    const movement = the(text, 'the movement', 'movement')
    const f = functions({ S: [brigade], O: [movement] })
    const one = sentence({ start: 0, end: text.length }, [predicate(text, 'supplied', { functions: f })])
    resolveReferents(analysis(text, [one], [mention(text, 'River Brigade', 'actor', 'river')]), nobodySays, UNKNOWN)
    ratchet('referents: a description is not the subject of its own clause', () =>
      expect(names(text, movement)).toEqual([]),
    )
  })

  test('"a group" is a new one', () => {
    const text = 'The Dawn Movement attacked a wall. A group fled.'
    const anaphor = group(text, 'A group', body)
    expect(second(text, group(text, 'The Dawn Movement', body), null, anaphor, 34)).toEqual([])
  })

  test('"the movement" is the one that is called a movement, though another came later', () => {
    const text = 'The Dawn Movement attacked the River Brigade. The movement fled.'
    const got = second(
      text,
      group(text, 'The Dawn Movement', { ...body, lemma: 'dawn movement' }),
      group(text, 'the River Brigade', { ...body, lemma: 'river brigade' }),
      the(text, 'The movement', 'movement'),
      45,
    )
    ratchet('referents: "the movement" is the one called so', () => expect(got).toEqual(['The Dawn Movement']))
  })

  test('"the two sides" are the last two bodies, in the order of the text', () => {
    const text = 'The Dawn Movement attacked the River Brigade. Both sides fled.'
    const both = group(text, 'Both sides', { classes: ['group', 'both'], definite: true })
    const got = second(text, group(text, 'The Dawn Movement', body), group(text, 'the River Brigade', body), both, 45)
    expect(got).toEqual(['The Dawn Movement', 'the River Brigade'])
  })

  test('"both sides" with one body named stay open', () => {
    const text = 'The Dawn Movement attacked a wall. Both sides fled.'
    const both = group(text, 'Both sides', { classes: ['group', 'both'], definite: true })
    expect(second(text, group(text, 'The Dawn Movement', body), null, both, 34)).toEqual([])
  })

  test('a description with a genitive names itself', () => {
    const text = 'The Dawn Movement attacked a wall. The group of elders fled.'
    const elders = group(text, 'elders', person)
    const anaphor = the(text, 'The group of elders', 'group', { of: elders })
    expect(second(text, group(text, 'The Dawn Movement', body), null, anaphor, 34)).toEqual([])
  })
})
