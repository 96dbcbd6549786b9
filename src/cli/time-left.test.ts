import { describe, expect, it } from 'vitest'
import { timeLeft } from './time-left.js'

/** One mark a second at a pace, after others. */
const marks = (perSecond: number, seconds: number, from = { at: 0, done: 0 }) =>
  Array.from({ length: seconds + 1 }, (_, i) => ({ at: from.at + i * 1000, done: from.done + i * perSecond }))

describe('time left', () => {
  it.each([
    ['is not said at the beginning', marks(10, 3), 1000, ''],
    ['is not said while next to nothing is done', marks(1, 20), 100_000, ''],
    ['is said roughly', marks(10, 20), 5000, 'about 8 min left'],
    ['rounds long times more', marks(10, 60), 30_000, 'about 50 min left'],
    ['in hours', marks(10, 120), 72_000, 'about 2 h left'],
    ['near the end', marks(10, 20), 210, 'less than a minute left'],
    ['is not said where nothing moves', marks(0, 90, { at: 0, done: 50 }), 100, ''],
  ])('%s', (_, given, total, expected) => {
    expect(timeLeft(given, total)).toBe(expected)
  })
  it('follows the pace of the last minute', () => {
    const fast = marks(100, 60)
    const slow = marks(1, 700, { at: 60_000, done: 6000 })
    expect(timeLeft([...fast, ...slow], 6700 + 300)).toBe('about 5 min left')
  })
  it('is no longer while documents are linked, during which none is done', () => {
    const added = marks(10, 100)
    const linked = marks(0, 40, { at: 101_000, done: 1000 })
    const more = marks(10, 100, { at: 142_000, done: 1000 })
    const again = marks(0, 55, { at: 243_000, done: 2000 })
    expect(timeLeft([...added, ...linked, ...more, ...again], 10_000)).toBe('about 25 min left')
  })
})
