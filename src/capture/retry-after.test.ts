import { describe, expect, it } from 'vitest'
import { retryAfter } from './retry-after.js'

describe('the wait that a server asks for', () => {
  const now = Date.UTC(2024, 1, 10, 12)
  it.each([
    ['120', 120],
    [' 0 ', 0],
    ['Sat, 10 Feb 2024 12:01:30 GMT', 90],
    ['Sat, 10 Feb 2024 11:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s', (value, seconds) => {
    expect(retryAfter(value, now)).toBe(seconds)
  })
})
