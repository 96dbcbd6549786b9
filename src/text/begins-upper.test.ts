import { expect, test } from 'vitest'
import { beginsUpper } from './begins-upper.js'

test.each([
  ['Aden', true],
  ['Ägypten', true],
  ['aden', false],
  ['ägypten', false],
  ['عدن', false],
  ['3 Aden', false],
  ['@den', false],
  ['[den', false],
  ['', false],
])('%j begins with a capital letter: %s', (text, expected) => {
  expect(beginsUpper(text)).toBe(expected)
})
