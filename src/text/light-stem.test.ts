import { expect, test } from 'vitest'
import { lightStem } from './light-stem.js'

test.each([
  ['عملية', 'العمليات', 'وعملياتها', 'للعملية'],
  ['الحوثيين', 'والحوثيون', 'الحوثية', 'حوثي'],
  ['مقاتل', 'المقاتلين', 'مقاتلون', 'بالمقاتلين', 'مقاتلها'],
  ['قيادية', 'القيادي', 'والقيادية'],
])('forms of one word meet: %s %s %s', (...forms) => {
  const stems = new Set(forms.map((f) => lightStem(f)))
  expect(stems.size).toBe(1)
})

test('short words are not stripped to nothing', () => {
  expect(lightStem('في')).toBe('في')
  expect(lightStem('والد')).toBe('الد')
  expect(lightStem('يد')).toBe('يد')
})

test('different words keep apart; other scripts are only folded', () => {
  expect(lightStem('أسرى')).not.toBe(lightStem('أسلحة'))
  expect(lightStem('Prisoners')).toBe('prisoners')
})
