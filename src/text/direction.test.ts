import { expect, test } from 'vitest'
import { direction, isolate } from './direction.js'

test.each([
  ['الحديدة port', 'rtl'],
  ['12 «صنعاء»', 'rtl'],
  ['Aden عدن', 'ltr'],
  ['2024 …', 'ltr'],
  ['ﷺ', 'rtl'],
] as const)('%s runs %s', (text, expected) => {
  expect(direction(text)).toBe(expected)
})

test('isolates wrap and keep the text', () => {
  expect(isolate('عدن')).toBe('\u2068عدن\u2069')
})
