import type { Claim } from '../../model/index.js'
import { fillForm } from './fill-form.js'
import { reportWords } from './report-words.js'
import type { SayContext } from './say-context.js'

const dayOf = madeFor({ day: 'numeric', month: 'long', year: 'numeric' })
const monthOf = madeFor({ month: 'long', year: 'numeric' })

/** An ISO day as the language writes it: "9 May 2024". */
export function sayDay(day: string, { sayings }: SayContext): string {
  return dayOf(day, sayings.locale)
}

/** An ISO month (`2024-05`) as the language writes it: "May 2024". */
export function sayMonth(month: string, { sayings }: SayContext): string {
  return monthOf(`${month}-01`, sayings.locale)
}

/** The year (`2024`) or the month (`2024-05`) that a range of days is, where it is exactly one. */
function wholeOf(from: string, to: string): string | undefined {
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)]
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year
  return from === `${month}-01` && to.startsWith(month) && isMonthEnd(to) ? month : undefined
}

/** An inclusive range of days, shortened to one day, one month or one year where it is exactly that. */
export function sayDays(from: string, to: string, context: SayContext): string {
  const { time } = context.sayings
  if (from === to) return fillForm(time.day, { from: sayDay(from, context) })
  const whole = wholeOf(from, to)
  if (whole?.length === 4) return fillForm(time.year, { year: whole })
  if (whole) return fillForm(time.month, { month: sayMonth(whole, context) })
  return fillForm(time.range, { from: sayDay(from, context), to: sayDay(to, context) })
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}`
const RANGES = new RegExp(`(${DAY}) ?– ?(${DAY})`, 'g')
const DAYS = new RegExp(DAY, 'g')
const MONTHS = /(?<![\d-])\d{4}-\d{2}(?![\d-])/g

/**
 * A text with its ISO days and months as the language writes them, and a range that is one month or one year as that; bare,
 * Arabic lines would turn them round.
 */
export function sayDaysIn(text: string, context: SayContext): string {
  return text
    .replace(RANGES, (range, from: string, to: string) => wholeOf(from, to) ?? range)
    .replace(DAYS, (day) => sayDay(day, context))
    .replace(MONTHS, (month) => sayMonth(month, context))
}

/** When a claim says that it happened: the days where they are known, else the report's own words for it. */
export function sayTime(claim: Claim, document: string | undefined, context: SayContext): string {
  const { time } = claim
  if (!time) return ''
  if (time.from && time.to) return sayDays(time.from, time.to, context)
  if (!time.text) return ''
  return fillForm(context.sayings.time.words, { words: reportWords(time.text, time, document, context) })
}

/** Says an ISO day so, in the locale asked for: what writes it is made once for each, which takes longer than writing. */
function madeFor(options: Intl.DateTimeFormatOptions) {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (day: string, locale: string): string => {
    const own =
      made.get(locale) ?? new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' })
    made.set(locale, own)
    return own.format(new Date(`${day}T00:00:00Z`))
  }
}

function isMonthEnd(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.getUTCDate() === 1
}
