import type { Claim, HopKind, Incident } from '../model/index.js'
import type { KnownWorld, LinkClaim } from '../resolve/index.js'
import { pairKeysOf } from './between.js'
import { campOf } from './camp.js'
import { type LeaveKeys, leaveKeys } from './leave-out.js'
import { type Origin, originOf } from './origin.js'
import { type Told, toldOf } from './passings.js'

/** What independence is counted from. */
export interface Spoken extends Origin {
  status: Claim['status']
  /** Whose camp says it, where that is known. */
  camp: string | undefined
}

/**
 * A claim without its words: who tells it, of whom, when. All that is counted over a whole case rests on this, and none of
 * it on other claims, so that it can be kept beside the claim.
 */
export interface Telling extends Spoken, Told {
  type: Claim['type']
  /** The reader's certainty, from 0 to 1. */
  confidence: number
  /** The last hop of its chain as the text has it; null where no source is given. */
  lastHop: HopKind | null
  time: { from: string | null; to: string | null } | null
  /** Every two actors between whom it tells of something, as `a|b`, the smaller id first. */
  pairs: readonly string[]
  /** By what it is left out. */
  leave: LeaveKeys
}

/** The same with the incident that the claim went into; relations and states form none. */
export interface LinkedTelling extends Telling {
  incident: Pick<Incident, 'id' | 'type'> | undefined
}

/** What the figures of a pair of actors are counted from. */
export type CountedTelling = Spoken & Pick<LinkedTelling, 'type' | 'incident'>

/** The same with the stated days of the incident; null where none are. */
export interface DatedTelling extends Telling {
  incident: (Pick<Incident, 'id' | 'type'> & { time: { from: string | null; to: string | null } | null }) | undefined
}

/** What of an incident its claims are told with. */
export function datedBrief({ id, type, time }: Incident): NonNullable<DatedTelling['incident']> {
  return { id, type, time: time.basis === 'stated' ? { from: time.from, to: time.to } : null }
}

/** What is told of a claim without its words. */
export function tellingOf(item: LinkClaim, world: KnownWorld): Telling {
  const { type, status, time, chain, confidence } = item.claim
  return {
    ...originOf(item, world),
    ...toldOf(item, world),
    ...{ type, status, confidence, camp: campOf(item, world), lastHop: chain.at(-1)?.kind ?? null },
    time: time && { from: time.from, to: time.to },
    pairs: pairKeysOf(item.claim, world),
    leave: leaveKeys(item, world),
  }
}
