import { formatter } from './formatter.js'
import { t } from './words.svelte.js'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
const format = (options: Intl.DateTimeFormatOptions) =>
  formatter(Intl.DateTimeFormat, { timeZone: 'UTC', calendar: 'gregory', ...options })

/** `2023-03-10` as a reader writes it. */
export const dayText = (iso: string) => format({ day: 'numeric', month: 'short', year: 'numeric' }).format(day(iso))
/** `2023-03` as a month and year. */
export const monthText = (month: string) => format({ month: 'long', year: 'numeric' }).format(day(`${month}-01`))
/** The month alone, short. */
export const monthName = (month: string) => format({ month: 'short' }).format(day(`${month}-01`))

const lastOfMonth = (iso: string) =>
  new Date(Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7), 0)).toISOString().slice(0, 10)

/** An inclusive range of days, no more exactly than it is known: a day, a month, a year, or from … to. */
export function rangeText(from: string | null, to: string | null): string {
  if (from === null && to === null) return t('time.undated')
  if (from === null) return t('time.by', { day: dayText(to!) })
  if (to === null || from === to) return dayText(from)
  if (from.endsWith('-01') && to === lastOfMonth(from)) return monthText(from.slice(0, 7))
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return format({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(day(from), day(to))
}
