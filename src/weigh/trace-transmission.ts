import type { FirstReport, Transmission } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { findCircles } from './circles.js'
import type { WeighContext } from './context.js'
import { originOf } from './origin.js'
import { findPassings, publishedOn } from './passings.js'
import { printer } from './tellers.js'

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** Whether a report that is not among the earliest may still have been: its day is not known, or not well enough. */
function mayPrecede(item: LinkClaim, day: string | null): boolean {
  const { published } = item.document
  const last = publishedOn(item)
  return day !== null && (last === undefined || (last > day && published !== undefined && published.from <= day))
}

/** The earliest reports and whom they name; reports of one day are not told apart. */
function firstReport(items: readonly LinkClaim[], { packs }: WeighContext): FirstReport {
  const days = items.flatMap((item) => publishedOn(item) ?? [])
  const day = days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
  const earliest = items.filter((item) => (publishedOn(item) ?? null) === day)
  const by = new Map(earliest.map((item) => printer(item, packs)).map((teller) => [teller.id, teller]))
  const origins = earliest
    .map((item) => originOf(item, packs))
    .filter(({ kind }) => kind === 'named' || kind === 'unnamed')
  return {
    day,
    documents: [...new Set(earliest.map(({ document }) => document.id))].sort(order),
    by: [...by.keys()].sort(order).map((id) => by.get(id)!),
    origins: [...new Set(origins.map(({ name }) => name))].sort(order),
    perhapsEarlier: new Set(items.flatMap((i) => (mayPrecede(i, day) ? [i.document.id] : []))).size,
  }
}

/**
 * How the claims of one incident were passed on: who told it first as far as the case goes, who takes over from whom (by
 * quoting, or by repeating a text), and where that goes round in a circle. The order of the claims does not matter.
 */
export function traceTransmission(items: readonly LinkClaim[], context: WeighContext): Transmission {
  const passings = findPassings(items, context)
  return { first: firstReport(items, context), passings, circles: findCircles(passings, items, context) }
}
