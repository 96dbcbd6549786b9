import { expect, test } from 'vitest'
import { direction, isolate, showForced } from './direction.js'

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

test('marks that force an order are shown, one for one', () => {
  expect(showForced('a\u202egpj.exe\u202c \u202bعدن\u202c')).toBe('a⇠gpj.exe\u202c \u202bعدن\u202c')
})
