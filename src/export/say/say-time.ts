import type { Claim } from '../../model/index.js'
import { fillForm } from './fill-form.js'
import { reportWords } from './report-words.js'
import type { SayContext } from './say-context.js'

/** An ISO day as the language writes it: "9 May 2024". */
export function sayDay(day: string, { sayings }: SayContext): string {
  return format(day, sayings.locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** An ISO month (`2024-05`) as the language writes it: "May 2024". */
export function sayMonth(month: string, { sayings }: SayContext): string {
  return format(`${month}-01`, sayings.locale, { month: 'long', year: 'numeric' })
}

/** An inclusive range of days, shortened to one day, one month or one year where it is exactly that. */
export function sayDays(from: string, to: string, context: SayContext): string {
  const { time } = context.sayings
  if (from === to) return fillForm(time.day, { from: sayDay(from, context) })
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`)
    return fillForm(time.year, { year: from.slice(0, 4) })
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && isMonthEnd(to))
    return fillForm(time.month, { month: sayMonth(from.slice(0, 7), context) })
  return fillForm(time.range, { from: sayDay(from, context), to: sayDay(to, context) })
}

/** When a claim says that it happened: the days where they are known, else the report's own words for it. */
export function sayTime(claim: Claim, document: string | undefined, context: SayContext): string {
  const { time } = claim
  if (!time) return ''
  if (time.from && time.to) return sayDays(time.from, time.to, context)
  if (!time.text) return ''
  return fillForm(context.sayings.time.words, { words: reportWords(time.text, time, document, context) })
}

function format(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

function isMonthEnd(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.getUTCDate() === 1
}
