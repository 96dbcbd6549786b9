import { describe, expect, it } from 'vitest'
import { fitOf, fitsSurely } from './rank-hits.js'

describe('how a search fits a name', () => {
  it.each([
    ['a word of a name', ['karim'], ['Karim al-Naser'], 'whole'],
    ['in the other case', ['KARIM'], ['Karim'], 'whole'],
    ['with its article', ['naser'], ['Karim al-Naser'], 'whole'],
    ['an Arabic word, however it is spelt', ['ناصر'], ['كريم الناصر'], 'whole'],
    ['a word of one of several names', ['karim'], ['جبهة كريم', 'Karim Front'], 'whole'],
    ['a beginning', ['nas'], ['Karim al-Naser'], 'begins'],
    ['a beginning, in the plural', ['karimi'], ['Karimis'], 'begins'],
    ['alike in sound', ['karim'], ['مصادر كريمة'], 'sounds'],
    ['one word whole and one alike', ['karim', 'nasser'], ['Karim al-Naser'], 'sounds'],
    ['both words', ['karim', 'naser'], ['Karim al-Naser'], 'whole'],
    ['a whole word and a beginning', ['karim', 'na'], ['Karim al-Naser'], 'begins'],
    ['words of two names', ['karim', 'naser'], ['Karim', 'Naser'], 'sounds'],
    ['no names', ['karim'], [], 'sounds'],
  ] as const)('%s', (_, asked, names, fit) => expect(fitOf(asked, names)).toBe(fit))
})

describe('whether one word of several surely fits a name', () => {
  it.each([
    ['rimi', 'الريمي', true],
    ['الريمي', 'Qasim al-Rimi', true],
    ['Rimi', 'Qasim al-Rimi', true],
    ['rim', 'Qasim al-Rimi', true],
    ['قاسم', 'قاسم الريمي', true],
    // Alike in sound within one script, where nothing else is there to tell.
    ['Rimi', 'Coast Army', false],
    ['Qasim', 'GSIM', false],
    // The other script says nothing of the kind.
    ['Rimi', 'الجيش', false],
    ['الريمي', 'Coast Guard', false],
  ])('%s: %s', (word, name, expected) => expect(fitsSurely(word, name)).toBe(expected))
})
