import { expect, it } from 'vitest'
import { wholeWords } from './whole-words.js'

it.each([
  ['a pronoun behind its particle', 'قال إنه أفرج عنهم', 'ه أفرج', 'إنه أفرج'],
  ['a verb behind its conjunction', 'وأفرجت عنهم.', 'أفرجت عنهم', 'وأفرجت عنهم'],
  ['marks of vowels', 'إنَّهُ أفرج', 'هُ أفرج', 'إنَّهُ أفرج'],
  ['whole words as they are', 'They freed ten. Then', 'freed ten', 'freed ten'],
  ['an end within a word', 'They freed ten prisoners', 'freed ten pris', 'freed ten prisoners'],
  ['punctuation ends a word', "the group's men", "'s men", "'s men"],
])('%s', (_, text, part, expected) => {
  const start = text.indexOf(part)
  const wide = wholeWords(text, { start, end: start + part.length })
  expect(text.slice(wide.start, wide.end)).toBe(expected)
})
