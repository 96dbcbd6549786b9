import { describe, expect, test } from 'vitest'
import { firstBehind } from './span.js'

describe('the first that ends behind an offset', () => {
  const spans = [
    { start: 2, end: 4 },
    { start: 4, end: 9 },
    { start: 12, end: 13 },
  ]
  test.each([
    ['before all', 0, 0],
    ['within the first', 3, 0],
    ['where the first ends: half-open, so the next', 4, 1],
    ['between two', 10, 2],
    ['behind all: the length', 13, 3],
  ])('%s', (_, offset, index) => expect(firstBehind(spans, offset)).toBe(index))

  test('finds nothing in an empty list', () => expect(firstBehind([], 5)).toBe(0))
})
