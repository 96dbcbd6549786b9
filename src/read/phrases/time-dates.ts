import { isComma, isDayNumber, ledBy, sense, type TimeItem } from './time-items.js'
import type { DateMeaning, Parsed, When } from './time-meaning.js'
import { relative } from './time-relative.js'
import type { TimeGrammar } from './time-words.js'

/** Over words that may stand inside a time expression: "on", "of", an article. */
export const skip = (items: readonly TimeItem[], i: number) => {
  let k = i
  while (sense(items[k], 'in', 'article') && !sense(items[k], 'month', 'weekday', 'unit')) k++
  return k
}
/** The same, and over «من». */
export const skipOf = (items: readonly TimeItem[], i: number) => skip(items, sense(items[i], 'from') ? i + 1 : i)

const isYear = (n: number | null | undefined): n is number => n != null && n >= 1300 && n < 2200 && Number.isInteger(n)

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** "25-1-2026", "2024/05/12", "٢٠/٣/٢٠٢٠", "17.05.2012". */
export function figures(items: readonly TimeItem[], i: number, g: TimeGrammar): Parsed | null {
  const [, d, m, y] = DOTTED.exec(items[i]?.norm ?? '') ?? []
  if (d) return dateOf(Number(y), Number(m), Number(d), i + 1)
  const [a, s, b, t, c] = items.slice(i, i + 5)
  if (!a?.figures || !b?.figures || !c?.figures || !s || !t || s.norm !== t.norm || !/^[-/.]$/u.test(s.norm))
    return null
  if (a.end !== s.start || b.end !== t.start || a.number === null || b.number === null || c.number === null) return null
  if (isYear(a.number)) return dateOf(a.number, b.number, c.number, i + 5)
  if (!isYear(c.number)) return null
  const dayFirst = g.numericOrder === 'day-first' || a.number > 12
  return dayFirst && b.number <= 12
    ? dateOf(c.number, b.number, a.number, i + 5)
    : dateOf(c.number, a.number, b.number, i + 5)
}

function dateOf(year: number, month: number, day: number, next: number): Parsed | null {
  if (month < 1 || month > 12 || !isDayNumber(day)) return null
  return { meaning: { is: 'date', year, month, day, calendar: year < 1700 ? 'hijri' : 'gregorian' }, next }
}

/** "May 21, 2012", "21 May", «العاشر من فبراير الماضي», "last May", "12 March of last year". */
export function date(items: readonly TimeItem[], at: number): Parsed | null {
  let { when, at: i } = ledBy(items, at, 'month')
  let day: number | undefined
  const n = items[i]?.number
  if (isDayNumber(n) && !sense(items[i], 'month')) {
    // «العاشر من فبراير»
    const k = skipOf(items, i + 1)
    if (sense(items[k], 'month') && (items[i]!.ordinal || belongs(items, i + 1, k))) {
      day = n
      i = k
    }
  }
  // «شهر أغسطس»: the word month before a month's name.
  if (sense(items[i], 'unit')?.unit === 'month' && sense(items[i + 1], 'month')) i++
  const month = sense(items[i], 'month')
  if (!month?.value || !items[i]!.capital) return null
  let next = i + 1
  // «كانون الثاني / يناير»: one month under two names.
  if (items[next]?.norm === '/' && sense(items[next + 1], 'month')) next += 2
  const after = items[next]
  if (day === undefined && isDayNumber(after?.number) && after!.figures) {
    day = after!.number!
    next++
  }
  const year = yearBehind(items, next)
  if (year) next = year.next
  const trailing = year ? undefined : sense(items[next], 'last', 'this', 'next')
  if (trailing) {
    when = trailing.kind as When
    next++
  }
  // A bare month name that no time word leads up to is likelier another word ("may", "March on").
  if (day === undefined && !year && when === undefined && !leads(items, at)) return null
  const meaning: DateMeaning = {
    is: 'date',
    month: month.value,
    calendar: month.calendar ?? 'gregorian',
    ...year?.said,
    ...(day ? { day } : {}),
    ...(when ? { when } : {}),
  }
  return { meaning, next }
}

/** "seized five in December": behind a bare number, only "of" makes it a day of the month. */
const belongs = (items: readonly TimeItem[], from: number, to: number) =>
  items.slice(from, to).every((x) => sense(x, 'of', 'article', 'from') || !sense(x, 'in'))

const STEPS: Record<When, number> = { last: -1, this: 0, next: 1 }

/** ", 2012", "of 2012", «عام 2012م», "last year", «من العام نفسه» behind a month. */
function yearBehind(items: readonly TimeItem[], at: number) {
  let y = isComma(items[at]) ? at + 1 : at
  y = skipOf(items, y)
  const unit = relative(items, y)
  if (unit?.meaning.is === 'unit' && unit.meaning.unit === 'year')
    return { said: { yearStep: STEPS[unit.meaning.when], yearFrom: unit.meaning.from }, next: unit.next }
  if (sense(items[y], 'year-word') || sense(items[y], 'unit')?.unit === 'year') y++
  if (!isYear(items[y]?.number) || !items[y]!.figures) return undefined
  return { said: { year: items[y]!.number! }, next: sense(items[y + 1], 'era', 'hijri') ? y + 2 : y + 1 }
}

const leads = (items: readonly TimeItem[], i: number) =>
  sense(items[i], 'unit') !== undefined ||
  items[i]?.joined === true ||
  sense(items[i - 1], 'in', 'since', 'until', 'between', 'and', 'from', 'to', 'early', 'mid', 'late', 'unit', 'by') !==
    undefined

/** "on Friday", "last Friday", «الجمعة الماضية», "Friday April 8". */
export function weekdayTime(items: readonly TimeItem[], at: number, g: TimeGrammar): Parsed | null {
  let { when, at: i } = ledBy(items, at, 'weekday')
  if (sense(items[i], 'unit')?.unit === 'day' && sense(items[i + 1], 'weekday')) i++
  const day = sense(items[i], 'weekday')
  if (!day?.value || !items[i]!.capital) return null
  let next = i + 1
  while (sense(items[next], 'part')) next++
  const k = isComma(items[next]) || items[next]?.norm === '(' ? next + 1 : next
  const exact = figures(items, skip(items, k), g) ?? date(items, skip(items, k))
  if (exact?.meaning.is === 'date' && exact.meaning.day !== undefined)
    return items[k - 1]?.norm === '(' && items[exact.next]?.norm === ')' ? { ...exact, next: exact.next + 1 } : exact
  const trailing = sense(items[next], 'last', 'this', 'next')
  if (trailing) {
    when = trailing.kind as When
    next++
  }
  return { meaning: { is: 'weekday', day: day.value, ...(when && when !== 'this' ? { when } : {}) }, next }
}

/** "in 2019", «العام 2014», "2014 AD". A bare figure is a year only behind a word of time. */
export function yearTime(items: readonly TimeItem[], at: number): Parsed | null {
  let i = at
  const named = sense(items[i], 'year-word') !== undefined || sense(items[i], 'unit')?.unit === 'year'
  if (named) i++
  const n = items[i]?.number
  if (!isYear(n) || !items[i]!.figures) return null
  const marked = sense(items[i + 1], 'era', 'hijri')
  const led =
    sense(items[at - 1], 'in', 'since', 'until', 'by', 'early', 'mid', 'late', 'from', 'to', 'between', 'and') !==
    undefined
  if (!named && !marked && !(led && n >= 1900)) return null
  const calendar = marked?.kind === 'hijri' || n < 1700 ? 'hijri' : 'gregorian'
  return { meaning: { is: 'year', year: n, calendar }, next: marked ? i + 2 : i + 1 }
}
