import { type FirstReport, order, type Republication, type Transmission } from '../model/index.js'
import type { KnownWorld, LinkClaim } from '../resolve/index.js'
import { findCircles } from './circles.js'
import type { WeighContext } from './context.js'
import { passingsAmong, printerOf, type Told, toldOf } from './passings.js'

/** Whether a report that is not among the earliest may still have been: its day is not known, or not well enough. */
function mayPrecede({ published }: Told, day: string | null): boolean {
  return day !== null && (published === undefined || (published.to > day && published.from <= day))
}

/** The earliest reports and whom they name; reports of one day are not told apart. */
function firstReport(items: readonly Told[]): FirstReport {
  const days = items.flatMap(({ published }) => published?.to ?? [])
  const day = days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b))
  const earliest = items.filter(({ published }) => (published?.to ?? null) === day)
  const by = new Map(earliest.map(printerOf).map((teller) => [teller.id, teller]))
  const origins = earliest.filter(({ kind }) => kind === 'named' || kind === 'unnamed')
  return {
    day,
    documents: [...new Set(earliest.map(({ document }) => document))].sort(order),
    by: [...by.keys()].sort(order).map((id) => by.get(id)!),
    origins: [...new Set(origins.map(({ name }) => name))].sort(order),
    perhapsEarlier: new Set(items.flatMap((i) => (mayPrecede(i, day) ? [i.document] : []))).size,
  }
}

/**
 * How the claims of one incident were passed on: who told it first as far as the case goes, who takes over from whom (by
 * quoting, or by repeating a text), and where that goes round in a circle. The order of the claims does not matter.
 */
export function traceTransmission(items: readonly LinkClaim[], { packs, republications }: WeighContext): Transmission {
  return transmissionOf(
    items.map((item) => toldOf(item, packs)),
    { packs, republications },
  )
}

/** The same of what is known already of how each claim was passed on. */
export function transmissionOf(
  items: readonly Told[],
  { packs, republications }: { packs: KnownWorld; republications: readonly Republication[] },
): Transmission {
  const passings = passingsAmong(items, republications)
  return { first: firstReport(items), passings, circles: findCircles(passings, items, packs) }
}
