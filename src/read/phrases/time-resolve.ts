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
import type { DateMeaning, Edge, Part, TimeContext, TimeMeaning, Unit, UnitMeaning, When } from './time-meaning.js'

export type Resolved = Pick<TimeExpression, 'from' | 'to' | 'precision'>

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
      return resolveUnit(m, c)
    case 'day-of': {
      const month = resolveUnit(m.month, c).from
      return month ? day(isoDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), m.day)) : UNKNOWN
    }
    case 'counted':
      return countFrom(m.from === 'today' ? dayRange(c.today) : c.anchor, m.unit, m.n)
    case 'length':
      return lengthOf(m.n, m.unit, m.ahead, c)
    case 'part':
      return partOf(resolveTime(m.whole, c), m.part, m.n)
    case 'season':
      return seasonOf(m, c)
    case 'vague':
      return UNKNOWN
    case 'range': {
      const to = m.to ? resolveTime(m.to, c) : null
      // "between 5 and 7 May 2022": the first end borrows what only the second one says.
      const from = m.from ? resolveTime(borrow(m.from, m.to), c) : null
      if ((from && !from.from) || (to && !to.to)) return UNKNOWN
      // "between Sunday and Tuesday", said on a Monday: the Sunday before.
      const early =
        from?.from && to?.to && from.from > to.to && m.from?.is === 'weekday' ? addDays(from.from, -7) : from?.from
      return { from: early ?? null, to: to?.to ?? null, precision: 'range' }
    }
  }
}

const day = (d: string | null): Resolved => (d ? { from: d, to: d, precision: 'day' } : UNKNOWN)

function borrow(from: TimeMeaning, to: TimeMeaning | undefined): TimeMeaning {
  if (from.is !== 'date' || to?.is !== 'date' || from.year !== undefined || from.yearStep !== undefined) return from
  const { year, yearStep, yearFrom } = to
  return { ...from, ...(year === undefined ? {} : { year }), ...(yearStep === undefined ? {} : { yearStep, yearFrom }) }
}

function hijriYear(y: number): DayRange | null {
  const first = hijriToGregorian(y, 1)
  const last = hijriToGregorian(y, 12)
  return first && last ? { from: first.from, to: last.to } : null
}

function resolveDate(m: DateMeaning, c: TimeContext): Resolved {
  const own = m.yearFrom === 'anchor' ? c.anchor && Number(c.anchor.from.slice(0, 4)) : c.year
  const stepped = m.yearStep === undefined || own === null ? undefined : own + m.yearStep
  const year = m.year ?? stepped ?? yearFor(m, c)
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
  if (!today) return c.year ?? yearTold(m.month, c.told)
  const y = Number(today.slice(0, 4))
  const at = isoDay(y, m.month, m.day ?? 1)
  if (!at) return y
  if (m.when === 'next') return at > today ? y : y + 1
  // A day or two ahead is the reader's time zone or tomorrow's paper, not last year.
  if (daysBetween(today, at) > 31) return y - 1
  return y
}

/** How many months before the last one told the next may lie, of one year with it. */
const BACK = 6

/** "In September 2023 … On 4 November": the year of the last time that the text gave with one, or the next where it tells on over the new year. */
function yearTold(month: number, told: DayRange | null): number | null {
  if (!told) return null
  const [first, last] = [told.from, told.to].map((d) => Number(d.slice(5, 7)))
  const year = Number(told.to.slice(0, 4))
  return first === last && first! - month > BACK ? year + 1 : year
}

function nearestWeekday(today: string, wanted: number, when?: When): string {
  const ahead = (wanted - weekday(today) + 7) % 7
  if (when === 'next') return addDays(today, ahead === 0 ? 7 : ahead)
  const behind = (7 - ahead) % 7
  return addDays(today, -(when === 'last' && behind === 0 ? 7 : behind))
}

/** The year, month, week or day that holds the day it is counted from, or the one before or after it. */
function resolveUnit({ unit, when, edge, from }: UnitMeaning, c: TimeContext): Resolved {
  const step = when === 'last' ? -1 : when === 'next' ? 1 : 0
  const origin = from === 'today' ? dayRange(c.today) : c.anchor
  if (unit === 'year') {
    const y = origin ? Number(origin.from.slice(0, 4)) : from === 'today' ? c.year : null
    if (y === null) return UNKNOWN
    return edge ? range(thirdOf(y + step, edge), 'range') : range(yearRange(y + step), 'year')
  }
  if (!origin) return UNKNOWN
  if (unit === 'month') return range(monthsFrom(origin.from, step), 'month')
  // Of a month nobody can say which its week or day is.
  if (origin.from !== origin.to) return UNKNOWN
  if (unit !== 'week') return day(addDays(origin.from, unit === 'day' ? step : 0))
  const monday = addDays(origin.from, 1 - weekday(origin.from) + 7 * step)
  return range({ from: monday, to: addDays(monday, 6) }, 'range')
}

const dayRange = (d: string | null): DayRange | null => (d ? { from: d, to: d } : null)

/** The month so many months after that of a day. */
function monthsFrom(d: string, n: number): DayRange {
  const index = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + n
  return monthRange(Math.floor(index / 12), (index % 12) + 1)
}

/** Beginning, middle and end of a year are its four-month thirds. */
function thirdOf(year: number, edge: Edge): DayRange {
  const first = edge === 'early' ? 1 : edge === 'mid' ? 5 : 9
  return { from: monthRange(year, first).from, to: monthRange(year, first + 3).to }
}

/** So many units after a day, before it where negative: a week is good to three days, a month or year to itself. */
function countFrom(origin: DayRange | null, unit: Unit, n: number | null): Resolved {
  if (!origin || n === null) return UNKNOWN
  if (unit === 'month') return range(monthsFrom(origin.from, n), 'month')
  if (unit === 'year') return range(yearRange(Number(origin.from.slice(0, 4)) + n), 'year')
  if (origin.from !== origin.to) return UNKNOWN
  if (unit === 'week')
    return range({ from: addDays(origin.from, 7 * n - 3), to: addDays(origin.from, 7 * n + 3) }, 'range')
  return day(addDays(origin.from, unit === 'day' ? n : Math.trunc(n / HOURS)))
}

const HOURS = 24

/** So many units up to the document's day, or from it on. */
function lengthOf(n: number | null, unit: Unit, ahead: boolean, { today }: TimeContext): Resolved {
  if (!today || n === null) return UNKNOWN
  const sign = ahead ? 1 : -1
  const other =
    unit === 'month' || unit === 'year'
      ? sameDay(today, sign * n * (unit === 'year' ? 12 : 1))
      : addDays(today, sign * (unit === 'week' ? 7 * n : unit === 'day' ? n : Math.ceil(n / HOURS)))
  return range(ahead ? { from: today, to: other } : { from: other, to: today }, 'range')
}

/** The same day of another month, or that month's last. */
function sameDay(d: string, months: number): string {
  const month = monthsFrom(d, months)
  return isoDay(Number(month.from.slice(0, 4)), Number(month.from.slice(5, 7)), Number(d.slice(8))) ?? month.to
}

/** Halves and quarters of a year or month, weeks of a month; counted from the end where negative. */
function partOf({ from, to, precision }: Resolved, part: Part, n: number): Resolved {
  if (!from || !to) return UNKNOWN
  const year = Number(from.slice(0, 4))
  if (precision === 'year' && part !== 'week') {
    const [parts, length] = part === 'half' ? [2, 6] : [4, 3]
    const at = n > 0 ? n : parts + 1 + n
    if (at < 1 || at > parts) return UNKNOWN
    return range({ from: monthRange(year, length * (at - 1) + 1).from, to: monthRange(year, length * at).to }, 'range')
  }
  if (precision !== 'month' || part === 'quarter') return UNKNOWN
  const days = part === 'half' ? 15 : 7
  if (n < 0) return range({ from: addDays(to, 1 - days), to }, 'range')
  const first = addDays(from, days * (n - 1))
  const last = part === 'half' && n === 2 ? to : addDays(first, days - 1)
  return first > to ? UNKNOWN : range({ from: first, to: last < to ? last : to }, 'range')
}

/** The months of a season of a year, or the last such, or the next. */
function seasonOf(
  { months: [first, last], year, when }: Extract<TimeMeaning, { is: 'season' }>,
  c: TimeContext,
): Resolved {
  const of = (y: number) => range({ from: monthRange(y, first).from, to: monthRange(y, last).to }, 'range')
  if (year !== undefined) return of(year)
  if (!c.today) return UNKNOWN
  const own = Number(c.today.slice(0, 4))
  if (when === 'this') return of(own)
  if (when === 'next') return of(monthRange(own, first).from > c.today ? own : own + 1)
  return of(monthRange(own, last).to < c.today ? own : own - 1)
}
