import { scaleUtc } from 'd3-scale'
import { gregorian } from '../days.js'

/** A mark of the axis: where, in ms, what it is called, and what begins there that is larger (a year, a day). */
export interface Tick {
  at: number
  text: string
  larger?: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Ticks from hours to decades, as many as fit, each called by the smallest part that changes. */
export function ticks(from: number, to: number, width: number): Tick[] {
  const found = scaleUtc([new Date(from), new Date(to)], [0, width]).ticks(Math.max(2, Math.floor(width / 90)))
  const step = found.length > 1 ? +found[1]! - +found[0]! : DAY
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = gregorian(options)
    return (date: Date) => made.format(date)
  }
  const [small, large] =
    step < DAY
      ? [
          format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
          format({ day: 'numeric', month: 'short', year: 'numeric' }),
        ]
      : step < 28 * DAY
        ? [format({ day: 'numeric' }), format({ month: 'short', year: 'numeric' })]
        : step < 360 * DAY
          ? [format({ month: 'short' }), format({ year: 'numeric' })]
          : [format({ year: 'numeric' }), undefined]
  let before = ''
  return found.map((date) => {
    const larger = large?.(date)
    const changed = larger !== undefined && larger !== before
    if (larger !== undefined) before = larger
    return { at: +date, text: small(date), ...(changed ? { larger } : {}) }
  })
}

/** The narrowest stretch that can be looked at, and how far beyond what is known one can look out. */
export const NARROWEST = 6 * HOUR

/** An ISO day of an instant. */
export const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)
