import type { DayRange } from '../../text/index.js'

/** A time as it is meant, before the document's day gives it a year. */
export type TimeMeaning =
  | DateMeaning
  | { is: 'year'; year: number; edge?: Edge; calendar: Calendar }
  | { is: 'weekday'; day: number; when?: When }
  | { is: 'offset'; days: number }
  | UnitMeaning
  /** "the fifth of this month": a day of the month of a unit. */
  | { is: 'day-of'; day: number; month: UnitMeaning }
  /** "two days ago", "a week later": so many units from today or from the last day that the text gave; back where negative. */
  | { is: 'counted'; n: number | null; unit: Unit; from: Since }
  /** "the past two weeks", «الساعات الماضية»: so many units up to today, or from today on. */
  | { is: 'length'; n: number | null; unit: Unit; ahead: boolean }
  /** "the first half of 2023", "the last week of April": a part of a year or month, counted from its end where negative. */
  | { is: 'part'; n: number; part: Part; whole: TimeMeaning }
  | { is: 'season'; months: [first: number, last: number]; year?: number; when?: When }
  | { is: 'range'; from?: TimeMeaning; to?: TimeMeaning }
  /** "in recent days": a time, and nobody can say which. */
  | { is: 'vague' }

export interface DateMeaning {
  is: 'date'
  year?: number
  /** "12 March last year", "May of the same year": years from the document's own, or from the last one that the text gave. */
  yearStep?: number
  yearFrom?: Since
  month: number
  day?: number
  edge?: Edge
  when?: When
  calendar: Calendar
  /** Called today. */
  today?: true
}

/** "last week", «الشهر الجاري»; `from` says whether the day of the document or of the text is in "this" one. */
export interface UnitMeaning {
  is: 'unit'
  unit: Unit
  when: When
  edge?: Edge
  from: Since
}

export type Calendar = 'gregorian' | 'hijri'
export type Edge = 'early' | 'mid' | 'late'
export type When = 'last' | 'this' | 'next'
export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year'
export type Part = 'half' | 'quarter' | 'week'
/** What a relative time is counted from: the document's own day, or the last day that its text gave. */
export type Since = 'today' | 'anchor'

/** The days from which relative times are counted. */
export interface TimeContext {
  today: string | null
  /** The document's month or year where its day is not known. */
  year: number | null
  anchor: DayRange | null
  /** The last day, month or year that the text gave. */
  told: DayRange | null
}

/** A time expression as read from some items. */
export interface Parsed {
  meaning: TimeMeaning
  /** Index after the last item taken. */
  next: number
}
