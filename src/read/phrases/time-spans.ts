import { date, skip, weekdayTime, yearTime } from './time-dates.js'
import { isDayNumber, isEnd, sense, type TimeItem } from './time-items.js'
import type { Parsed, TimeMeaning } from './time-meaning.js'
import type { TimeGrammar } from './time-words.js'

const isDash = (item: TimeItem | undefined) => item !== undefined && /^[-–—]$/u.test(item.norm)

/** Several days, months or years in one breath: "3 and 4 May", "May 3-5", "Sunday and Monday", "2014–15". */
export function span(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  return daysBefore(items, i) ?? daysBehind(items, i) ?? weekdays(items, i, g) ?? months(items, i) ?? years(items, i)
}

/** Where the second of two begins, behind a dash, "and" or "to"; undefined where nothing joins them. */
function second(items: readonly TimeItem[], k: number): number | undefined {
  if (items[k]?.joined) return k
  return isDash(items[k]) || sense(items[k], 'and', 'to') ? k + 1 : undefined
}

const range = (from: TimeMeaning, to: TimeMeaning, next: number): Parsed => ({
  meaning: { is: 'range', from, to },
  next,
})

/** "3 and 4 May 2023", «يومي 3 و4 مايو». */
function daysBefore(items: readonly TimeItem[], at: number): Parsed | null {
  const i = sense(items[at], 'both') ? at + 1 : at
  const first = items[i]?.number
  const k = isDayNumber(first) && !sense(items[i], 'month') ? second(items, i + 1) : undefined
  if (k === undefined || !isDayNumber(items[k]?.number)) return null
  const to = date(items, k)
  if (to?.meaning.is !== 'date' || to.meaning.day === undefined || to.meaning.day <= first!) return null
  return range({ ...to.meaning, day: first! }, to.meaning, to.next)
}

/** "May 3-5, 2023", "May 3 and 4". */
function daysBehind(items: readonly TimeItem[], i: number): Parsed | null {
  if (!sense(items[i], 'month') || !items[i]!.capital || !isDayNumber(items[i + 1]?.number)) return null
  const k = second(items, i + 2)
  const last = k === undefined ? undefined : items[k]?.number
  if (k === undefined || !isDayNumber(last) || !items[k]!.figures || last <= items[i + 1]!.number!) return null
  // "May 3 and 12 people": what follows is counted.
  if (sense(items[k - 1], 'and') && !isEnd(items[k + 1]) && !sense(items[k + 1], 'in')) return null
  const to = date([...items.slice(0, i + 1), ...items.slice(k)], i)
  if (to?.meaning.is !== 'date') return null
  return range({ ...to.meaning, day: items[i + 1]!.number! }, to.meaning, to.next + (k - i - 1))
}

/** "Sunday and Monday", «يومي الأحد والاثنين», "Sunday-Monday". */
function weekdays(items: readonly TimeItem[], at: number, g: TimeGrammar): Parsed | null {
  const both = sense(items[at], 'both') !== undefined
  const i = both ? at + 1 : at
  const from = sense(items[i], 'weekday')
  const k = from?.value && items[i]!.capital ? second(items, i + 1) : undefined
  const to = k === undefined ? undefined : sense(items[k], 'weekday')
  if (k === undefined || !to?.value || !items[k]!.capital) return null
  // «الأحد والاثنين» without a word for both may be the days of two events.
  if (items[k]!.joined && !both) return null
  const end = weekdayTime(items, k, g)
  return end?.meaning.is === 'weekday' ? range({ ...end.meaning, day: from!.value! }, end.meaning, end.next) : null
}

/** "March-May 2023", "in July and September 2024", «في يوليو وسبتمبر 2024». */
function months(items: readonly TimeItem[], i: number): Parsed | null {
  const from = sense(items[i], 'month')
  const k = from?.value && items[i]!.capital ? second(items, i + 1) : undefined
  if (!from?.value || k === undefined || !sense(items[k], 'month')) return null
  const to = date(items, k)
  if (to?.meaning.is !== 'date' || to.meaning.day !== undefined || to.meaning.year === undefined) return null
  if (to.meaning.month <= from.value) return null
  return range({ ...to.meaning, month: from.value }, to.meaning, to.next)
}

/** "2014-2015", "2014–15", behind a word of time. */
function years(items: readonly TimeItem[], i: number): Parsed | null {
  const from = yearTime(items, i)
  const end = from && items[from.next + 1]
  if (from?.meaning.is !== 'year' || !end?.figures || !isDash(items[from.next])) return null
  const { year } = from.meaning
  const short = end.number === (year % 100) + 1
  const to = short ? year + 1 : (end.number ?? 0)
  if (to <= year || to > year + 30) return null
  return range(from.meaning, { ...from.meaning, year: to }, from.next + 2)
}

/** "between 5 and …", "from 3 to …": a day whose month stands with the other end. */
export function dayOnly(items: readonly TimeItem[], i: number): Parsed | null {
  const n = items[i]?.number
  return isDayNumber(n) ? { meaning: { is: 'date', month: 0, day: n, calendar: 'gregorian' }, next: i + 1 } : null
}

/** "between January and …": a month whose year stands with the other end. */
export function monthOnly(items: readonly TimeItem[], i: number): Parsed | null {
  const month = sense(items[i], 'month')
  if (!month?.value || !items[i]!.capital) return null
  return { meaning: { is: 'date', month: month.value, calendar: month.calendar ?? 'gregorian' }, next: i + 1 }
}

/** "between 2018 and …", «بين عامي 2018 و…»: a bare year. */
export function yearOnly(items: readonly TimeItem[], i: number): Parsed | null {
  const k = skip(items, sense(items[i], 'both') ? i + 1 : i)
  const n = items[k]?.number
  if (n == null || n < 1900 || n >= 2200 || !items[k]!.figures) return null
  return { meaning: { is: 'year', year: n, calendar: 'gregorian' }, next: k + 1 }
}
