import { expect, test } from 'vitest'
import { addDays, daysBetween, isIsoDay, isoDay, monthRange, weekday, yearRange } from './days.js'
import { gregorianToHijri, hijriToGregorian } from './hijri.js'

test('days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
  expect(weekday('2024-05-06')).toBe(1)
  expect(weekday('2024-05-12')).toBe(7)
  expect(monthRange(2023, 2)).toEqual({ from: '2023-02-01', to: '2023-02-28' })
  expect(monthRange(2024, 12)).toEqual({ from: '2024-12-01', to: '2024-12-31' })
  expect(yearRange(2021)).toEqual({ from: '2021-01-01', to: '2021-12-31' })
})

test('days that do not exist', () => {
  expect(isoDay(2023, 2, 29)).toBeNull()
  expect(isoDay(2023, 13, 1)).toBeNull()
  expect(isoDay(2024, 2, 29)).toBe('2024-02-29')
  expect(isIsoDay('2024-02-30')).toBe(false)
  expect(isIsoDay('2024-2-3')).toBe(false)
})

test.each([
  // Beginnings of years and Ramadans as the Umm al-Qura calendar was published.
  [1440, 1, 1, '2018-09-11'],
  [1441, 9, 1, '2020-04-24'],
  [1443, 1, 1, '2021-08-09'],
  [1445, 9, 1, '2024-03-11'],
  [1446, 1, 1, '2024-07-07'],
])('%i-%i-%i AH is %s', (y, m, d, day) => {
  expect(hijriToGregorian(y, m, d)).toEqual({ from: day, to: day })
  expect(gregorianToHijri(day)).toEqual({ year: y, month: m, day: d })
})

test('every month of three centuries begins the day after the last one ended', () => {
  let end: string | undefined
  for (let month = 0; month < 300 * 12; month += 1) {
    const range = hijriToGregorian(1300 + Math.floor(month / 12), (month % 12) + 1)!
    if (end !== undefined) expect(range.from).toBe(addDays(end, 1))
    expect([29, 30]).toContain(daysBetween(range.from, range.to) + 1)
    end = range.to
  }
})

test('days that the Hijri calendar does not have', () => {
  expect(hijriToGregorian(1445, 13)).toBeNull()
  expect(hijriToGregorian(1445, 9, 31)).toBeNull()
  expect(hijriToGregorian(1445, 10, 30)).toBeNull()
  expect(hijriToGregorian(1700, 1)).toBeNull()
})
