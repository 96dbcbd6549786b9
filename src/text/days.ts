/** Days of the Gregorian calendar as ISO strings (`2024-05-09`), without clocks or time zones. */
const DAY_MS = 86_400_000
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** An inclusive range of ISO days. */
export interface DayRange {
  from: string
  to: string
}

function toIso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The ISO day of a year, month (1–12) and day; null where there is no such day (30 February). */
export function isoDay(year: number, month: number, day: number): string | null {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  if (year < 1000 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return toIso(ms)
}

/** Whether a string is an ISO day that exists. */
export function isIsoDay(text: string): boolean {
  const m = ISO.exec(text)
  return m !== null && isoDay(Number(m[1]), Number(m[2]), Number(m[3])) !== null
}

/** The day `n` days after (before, if negative) an ISO day. */
export function addDays(day: string, n: number): string {
  return toIso(Date.parse(day) + n * DAY_MS)
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS)
}

/** ISO 8601 number of the weekday: 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  return ((new Date(Date.parse(day)).getUTCDay() + 6) % 7) + 1
}

/** First and last day of a month (1–12). */
export function monthRange(year: number, month: number): DayRange {
  return { from: toIso(Date.UTC(year, month - 1, 1)), to: toIso(Date.UTC(year, month, 0)) }
}

/** First and last day of a year. */
export function yearRange(year: number): DayRange {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
