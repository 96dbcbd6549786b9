import { describe, expect, it } from 'vitest'
import { bounds, boundsFit, daysFit, numberIn, precisionOf, qualifierOf } from '../../web/src/review/correction.js'

describe('a correction by hand', () => {
  it.each([
    [null, null, 'unknown'],
    ['2021-11-03', '2021-11-03', 'day'],
    ['2021-11-01', '2021-11-30', 'month'],
    ['2024-02-01', '2024-02-29', 'month'],
    ['2023-02-01', '2023-02-27', 'range'],
    ['2021-01-01', '2021-12-31', 'year'],
    ['2021-02-01', '2021-12-31', 'range'],
    ['2021-11-03', '2021-12-02', 'range'],
    [null, '2021-12-02', 'range'],
  ] as const)('days from %s to %s are known as: %s', (from, to, precision) => {
    expect(precisionOf(from, to)).toBe(precision)
  })

  it('days fit only in their order', () => {
    expect([daysFit('2021-11-03', '2021-11-02'), daysFit('2021-11-03', null), daysFit(null, null)]).toEqual([
      false,
      true,
      true,
    ])
  })

  it.each([
    ['exactly', 4, null, { min: 4, max: 4 }],
    ['least', 20, null, { min: 20, max: null }],
    ['most', 9, null, { min: null, max: 9 }],
    ['between', 4, 6, { min: 4, max: 6 }],
  ] as const)('%s %s is kept as bounds, and read back', (qualifier, first, second, kept) => {
    expect(bounds(qualifier, first, second)).toEqual(kept)
    expect(qualifierOf(kept)).toBe(qualifier)
    expect(boundsFit(kept)).toBe(true)
  })

  it.each([
    { min: null, max: null },
    { min: 6, max: 4 },
    { min: -1, max: null },
    { min: Number.NaN, max: Number.NaN },
  ])('$min to $max is no number of things', (kept) => expect(boundsFit(kept)).toBe(false))

  it.each([
    ['killing 4 guards', 4],
    ['1,250 crates', 1250],
    ['٣٥ جندياً', 35],
    ['dozens', null],
  ])('«%s» has the number %s', (words, number) => expect(numberIn(words)).toBe(number))
})
