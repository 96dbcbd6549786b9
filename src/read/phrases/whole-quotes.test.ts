import { expect, it } from 'vitest'
import { wholeQuotes } from './whole-quotes.js'

it.each([
  ['the site "Ostby Today" said', 'the site "Ostby Today', 'the site "Ostby Today"'],
  ['وذكرت صحيفة «الضفة» أن', 'صحيفة «الضفة', 'صحيفة «الضفة»'],
  ['the leader “Adel Munif” said', 'the leader “Adel Munif', 'the leader “Adel Munif”'],
  // Nothing is open, or what is open closes further on.
  ['"Adel Munif" said', 'Adel Munif', 'Adel Munif'],
  ['the paper “Ostby” said', 'the paper “Ostby”', 'the paper “Ostby”'],
  ['the site "Ostby Today" said', 'the site "Ostby', 'the site "Ostby'],
])('%s: %s', (text, words, expected) => {
  const start = text.indexOf(words)
  const { start: from, end } = wholeQuotes(text, { start, end: start + words.length })
  expect(text.slice(from, end)).toBe(expected)
})
