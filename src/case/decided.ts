import type { Entity, Judgement } from '../model/index.js'
import type { CaseClaim } from './case.js'

/** Which judgements are looked back on; all given conditions must hold. */
export interface DecidedFilter {
  /** Only what stands on this incident: what joins or parts its claims, and its grade. */
  incident?: string | undefined
  /** Only what stands on this entity, its names and what was joined to it. */
  entity?: string | undefined
  /** Only what this analyst decided. */
  by?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** A judgement as it is looked back on: what it is about today, and whether it still stands. */
export interface Decided {
  judgement: Judgement
  /** What it is about: two sides of a pair, else one. */
  sides: DecidedSide[]
  /** The entry of the log that took it back. */
  takenBack?: Judgement
}

/** One thing that a judgement is about; empty where it is no longer there. */
export interface DecidedSide {
  /** The first of its claims of today, and how many there are. */
  claim?: CaseClaim
  claims: number
  /** The incident that the claim stands in today, which joining may have made a larger one. */
  incident?: { id: string; title: { en: string; ar: string } }
  /** By itself, whatever it was joined to. */
  entity?: Entity
  /** A wording that was judged to stand for somebody, or not; and for which entity it stands today. */
  words?: string
  meant?: string
}
