const DAY_MS = 86_400_000

/** Days since 1970-01-01 of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS)
}

/** The ISO day of a day number. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** `2022-04` of a day number. */
export function monthOf(day: number): string {
  return isoDay(day).slice(0, 7)
}

/** Every month that a range of days touches, in order. */
export function monthsBetween(from: number, to: number): string[] {
  const months: string[] = []
  const last = monthOf(to)
  let [year, month] = monthOf(from).split('-').map(Number) as [number, number]
  while (true) {
    const label = `${year}-${String(month).padStart(2, '0')}`
    if (label > last) return months
    months.push(label)
    year += month === 12 ? 1 : 0
    month = (month % 12) + 1
  }
}
