import { expect, test } from 'vitest'
import { parseNumeral } from './numerals.js'

test.each([
  ['0', 0],
  ['86', 86],
  ['1,250', 1250],
  ['12,345,678', 12345678],
  ['7.62', 7.62],
  ['1.200.000', 1200000],
  ['12,5', 12.5],
  ['1 250', 1250],
  ['٢٠', 20],
  ['١٢٬٥٠٠', 12500],
  ['٣٫٥', 3.5],
  ['١٠،٠٠٠', 10000],
  ['۴۵', 45],
  [' 9 ', 9],
])('%j is %d', (text, value) => {
  expect(parseNumeral(text)).toBe(value)
})

test.each([[''], ['x'], ['1,23,4'], ['12-13'], ['1.2.3'], ['5th'], ['1,250.'], ['٣٫']])('%j is no numeral', (text) => {
  expect(parseNumeral(text)).toBeNull()
})
