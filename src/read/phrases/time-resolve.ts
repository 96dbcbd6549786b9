import {
  addDays,
  type DayRange,
  daysBetween,
  hijriToGregorian,
  isoDay,
  monthRange,
  weekday,
  yearRange,
} from '../../text/index.js'
import type { TimeExpression } from '../analysis.js'

/** A time as it is meant, before the document's day gives it a year. */
export type TimeMeaning =
  | {
      is: 'date'
      year?: number
      month: number
      day?: number
      edge?: Edge
      when?: When
      calendar: 'gregorian' | 'hijri'
    }
  | { is: 'year'; year: number; edge?: Edge; calendar: 'gregorian' | 'hijri' }
  | { is: 'weekday'; day: number; when?: When }
  | { is: 'offset'; days: number }
  | { is: 'unit'; unit: Unit; when: When; edge?: Edge }
  | { is: 'ago'; n: number | null; unit: Unit }
  | { is: 'later'; n: number; unit: Unit }
  | { is: 'range'; from?: TimeMeaning; to?: TimeMeaning }

export type Edge = 'early' | 'mid' | 'late'
export type When = 'last' | 'this' | 'next'
export type Unit = 'day' | 'week' | 'month' | 'year'
export type Resolved = Pick<TimeExpression, 'from' | 'to' | 'precision'>

/** What relative times are counted from: the document's own day, and the last day that the text gave. */
export interface TimeContext {
  today: string | null
  /** The document's month or year where its day is not known. */
  year: number | null
  anchor: DayRange | null
}

const UNKNOWN: Resolved = { from: null, to: null, precision: 'unknown' }
const range = (r: DayRange, precision: Resolved['precision']): Resolved => ({ ...r, precision })

/** Resolves a meaning as far as it can be without guessing; what cannot be known is `unknown`, never assumed. */
export function resolveTime(m: TimeMeaning, c: TimeContext): Resolved {
  switch (m.is) {
    case 'date':
      return resolveDate(m, c)
    case 'year': {
      const year = m.calendar === 'hijri' ? hijriToGregorian(m.year, 1) && hijriYear(m.year) : yearRange(m.year)
      if (!year) return UNKNOWN
      return m.edge ? range(thirdOf(Number(year.from.slice(0, 4)), m.edge), 'range') : range(year, 'year')
    }
    case 'weekday':
      return c.today ? day(nearestWeekday(c.today, m.day, m.when)) : UNKNOWN
    case 'offset':
      return c.today ? day(addDays(c.today, m.days)) : UNKNOWN
    case 'unit':
      return resolveUnit(m.unit, m.when, m.edge, c)
    case 'ago':
      if (!c.today || m.n === null) return UNKNOWN
      return back(c.today, m.unit, m.n)
    case 'later':
      if (!c.anchor || c.anchor.from !== c.anchor.to) return UNKNOWN
      return back(c.anchor.from, m.unit, -m.n)
    case 'range': {
      const to = m.to ? resolveTime(m.to, c) : null
      // "between 5 and 7 May 2022": the first end borrows what only the second one says.
      const from = m.from ? resolveTime(borrow(m.from, m.to), c) : null
      if ((from && !from.from) || (to && !to.to)) return UNKNOWN
      return { from: from?.from ?? null, to: to?.to ?? null, precision: 'range' }
    }
  }
}

const day = (d: string | null): Resolved => (d ? { from: d, to: d, precision: 'day' } : UNKNOWN)

function borrow(from: TimeMeaning, to: TimeMeaning | undefined): TimeMeaning {
  if (from.is !== 'date' || to?.is !== 'date') return from
  return { ...from, ...(from.year === undefined && to.year !== undefined ? { year: to.year } : {}) }
}

function hijriYear(y: number): DayRange | null {
  const first = hijriToGregorian(y, 1)
  const last = hijriToGregorian(y, 12)
  return first && last ? { from: first.from, to: last.to } : null
}

function resolveDate(m: Extract<TimeMeaning, { is: 'date' }>, c: TimeContext): Resolved {
  const year = m.year ?? yearFor(m, c)
  if (year === null) return UNKNOWN
  if (m.calendar === 'hijri') {
    const r = hijriToGregorian(year, m.month, m.day)
    return r ? range(r, m.day ? 'day' : 'month') : UNKNOWN
  }
  if (m.day !== undefined) return day(isoDay(year, m.month, m.day))
  return range(monthRange(year, m.month), 'month')
}

/** A month without a year is the last such month before the document's day ("next": the first one after). */
function yearFor(m: { month: number; day?: number; when?: When; calendar: string }, c: TimeContext): number | null {
  if (m.calendar === 'hijri') return null
  const today = c.today
  if (!today) return c.year
  const y = Number(today.slice(0, 4))
  const at = isoDay(y, m.month, m.day ?? 1)
  if (!at) return y
  if (m.when === 'next') return at > today ? y : y + 1
  // A day or two ahead is the reader's time zone or tomorrow's paper, not last year.
  if (daysBetween(today, at) > 31) return y - 1
  return y
}

function nearestWeekday(today: string, wanted: number, when?: When): string {
  const ahead = (wanted - weekday(today) + 7) % 7
  if (when === 'next') return addDays(today, ahead === 0 ? 7 : ahead)
  const behind = (7 - ahead) % 7
  return addDays(today, -(when === 'last' && behind === 0 ? 7 : behind))
}

function resolveUnit(unit: Unit, when: When, edge: Edge | undefined, c: TimeContext): Resolved {
  const step = when === 'last' ? -1 : when === 'next' ? 1 : 0
  if (unit === 'year') {
    const y = c.today ? Number(c.today.slice(0, 4)) : c.year
    if (y === null) return UNKNOWN
    return edge ? range(thirdOf(y + step, edge), 'range') : range(yearRange(y + step), 'year')
  }
  if (!c.today) return UNKNOWN
  if (unit === 'day') return day(addDays(c.today, step))
  if (unit === 'week') {
    const monday = addDays(c.today, 1 - weekday(c.today) + 7 * step)
    return range({ from: monday, to: addDays(monday, 6) }, 'range')
  }
  const index = Number(c.today.slice(0, 4)) * 12 + Number(c.today.slice(5, 7)) - 1 + step
  return range(monthRange(Math.floor(index / 12), (index % 12) + 1), 'month')
}

/** Beginning, middle and end of a year are its four-month thirds. */
function thirdOf(year: number, edge: Edge): DayRange {
  const first = edge === 'early' ? 1 : edge === 'mid' ? 5 : 9
  return { from: monthRange(year, first).from, to: monthRange(year, first + 3).to }
}

function back(from: string, unit: Unit, n: number): Resolved {
  if (unit === 'day') return day(addDays(from, -n))
  if (unit === 'week') return range({ from: addDays(from, -7 * n - 3), to: addDays(from, -7 * n + 3) }, 'range')
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 - (unit === 'month' ? n : 12 * n)
  const y = Math.floor(index / 12)
  return unit === 'year' ? range(yearRange(y), 'year') : range(monthRange(y, (index % 12) + 1), 'month')
}
