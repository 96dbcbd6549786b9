import { addDays, type DayRange } from './days.js'

const FORMAT = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
/** Mean length of a lunar year and month, and a Gregorian day close to 1 Muharram of the year 1. */
const YEAR_DAYS = 354.36707
const MONTH_DAYS = 29.530589
const EPOCH = '0622-07-19'

/** Year, month and day of an ISO day in the Umm al-Qura calendar. */
export function gregorianToHijri(day: string): { year: number; month: number; day: number } {
  const parts: Record<string, string> = {}
  for (const part of FORMAT.formatToParts(Date.parse(day))) parts[part.type] = part.value
  return { year: Number.parseInt(parts.year ?? '', 10), month: Number(parts.month), day: Number(parts.day) }
}

/**
 * The Gregorian days of a Hijri month, or of one day of it, in the Umm al-Qura calendar (the civil calendar of Saudi
 * Arabia; a sighting of the moon can differ by a day). Null where the calendar has no such day.
 */
export function hijriToGregorian(year: number, month: number, day?: number): DayRange | null {
  if (!Number.isInteger(year) || year < 1 || year > 1600 || month < 1 || month > 12) return null
  const from = find(year, month, day ?? 1)
  if (from === null) return null
  if (day !== undefined) return { from, to: from }
  return { from, to: find(year, month, 30) ?? addDays(from, 28) }
}

// Intl formats this calendar and does not parse it: guess from mean lengths, then look at the days around the guess.
function find(year: number, month: number, day: number): string | null {
  const guess = addDays(EPOCH, Math.round((year - 1) * YEAR_DAYS + (month - 1) * MONTH_DAYS + day - 1))
  for (const delta of [0, -1, 1, -2, 2, -3, 3, -4, 4]) {
    const candidate = addDays(guess, delta)
    const h = gregorianToHijri(candidate)
    if (h.year === year && h.month === month && h.day === day) return candidate
  }
  return null
}
