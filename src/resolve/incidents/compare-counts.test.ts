import { describe, expect, it } from 'vitest'
import { count } from '../../../test/support/linking.js'
import { countsCompatible } from './compare-counts.js'

describe('countsCompatible', () => {
  it.each<[string, Parameters<typeof count>[0], Parameters<typeof count>[0], boolean]>([
    ['the same number', 12, 12, true],
    ['two numbers', 12, 13, false],
    ['"dozens" and 31', [24, null], 31, true],
    ['«عشرات» and 24', [20, null], 24, true],
    ['"dozens" and 12', [24, null], 12, false],
    ['"at most 10" and 8', [null, 10], 8, true],
    ['"at most 10" and 11', [null, 10], 11, false],
    ['10 to 15 and 14 to 20', [10, 15], [14, 20], true],
    ['100 and 97', 100, 97, true],
    ['100 and 90', 100, 90, false],
    ['30 and 31: small numbers are not rounded', 30, 31, false],
    ['a number that is not round, and one near it', 103, 101, false],
  ])('%s', (_, a, b, expected) => {
    expect(countsCompatible(count(a), count(b))).toBe(expected)
    expect(countsCompatible(count(b), count(a))).toBe(expected)
  })
})
