import { formatter, locale } from './formatter.js'
import { screen } from './screen.svelte.js'
import { t } from './words.svelte.js'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)

/** Where the months of the Gregorian calendar are called as in Damascus. */
const LEVANTINE = 'ar-SY-u-nu-latn'

/** Formats of the Gregorian calendar, in the names of months that the reader asked for: for axes and columns, which are its months. */
export const gregorian = (options: Intl.DateTimeFormatOptions) =>
  formatter(
    Intl.DateTimeFormat,
    { timeZone: 'UTC', calendar: 'gregory', ...options },
    screen.lang === 'ar' && screen.calendar === 'levantine' ? LEVANTINE : locale(),
  )

/** Hijri days as Umm al-Qura counts them (`islamic-umalqura` of CLDR); by sighting the moon they may be one off. */
const hijri = (options: Intl.DateTimeFormatOptions) =>
  formatter(Intl.DateTimeFormat, { timeZone: 'UTC', calendar: 'islamic-umalqura', ...options })

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
/** Short names of Hijri months are known to few. */
const HIJRI_DAY: Intl.DateTimeFormatOptions = { ...DAY, month: 'long' }

const isHijri = () => screen.calendar === 'hijri'
const days = () => (isHijri() ? hijri(HIJRI_DAY) : gregorian(DAY))
/** The letters of the era stay with their year. */
const withEra = (text: string) => text.replace(/ (?=\p{Letter}+$)/u, '\u00a0')

/** `2023-03-10` as a reader writes it, in the calendar asked for. */
export const dayText = (iso: string) => withEra(days().format(day(iso)))
/** `2023-03` as a month and year. */
export const monthText = (month: string) => gregorian({ month: 'long', year: 'numeric' }).format(day(`${month}-01`))
/** A day that is known to the year, the month or the day: `2011`, `2011-03`, `2011-03-10`. */
export const partDayText = (part: string) =>
  part.length === 4 ? rangeText(`${part}-01-01`, `${part}-12-31`) : part.length === 7 ? monthRange(part) : dayText(part)
const monthRange = (month: string) => rangeText(`${month}-01`, lastOfMonth(`${month}-01`))
/** The month alone, short. */
export const monthName = (month: string) => gregorian({ month: 'short' }).format(day(`${month}-01`))

const lastOfMonth = (iso: string) =>
  new Date(Date.UTC(+iso.slice(0, 4), +iso.slice(5, 7), 0)).toISOString().slice(0, 10)

/**
 * An inclusive range of days, no more exactly than it is known: a day, a month, a year, or from … to. In the Hijri calendar a
 * month or a year is the months or years that it lies in.
 */
export function rangeText(from: string | null, to: string | null): string {
  if (from === null && to === null) return t('time.undated')
  if (from === null) return t('time.by', { day: dayText(to!) })
  if (to === null || from === to) return dayText(from)
  const within = (options: Intl.DateTimeFormatOptions) => withEra(hijri(options).formatRange(day(from), day(to)))
  if (from.endsWith('-01') && to === lastOfMonth(from))
    return isHijri() ? within({ month: 'long', year: 'numeric' }) : monthText(from.slice(0, 7))
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`)
    return isHijri() ? within({ year: 'numeric' }) : from.slice(0, 4)
  return withEra(days().formatRange(day(from), day(to)))
}
