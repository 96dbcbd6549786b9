import type { Json } from './schema.js'

/** Derived: how each incident stands, weighed with these packs. `first_tellers`: ids, as JSON; `circles`: as JSON, or empty. */
export interface StandingsTable {
  case_id: string
  incident_id: string
  contradictions: number
  /** Independent origins, at least. */
  at_least: number
  /** In which lists have it. */
  month: string
  packs: string
  first_tellers: string
  circles: string
  json: Json
}

/** Derived: the claims on which nobody decided, as the queue of an analyst has them. `reasons`: a list, as JSON. */
export interface WaitingTable {
  case_id: string
  claim_id: string
  document_id: string
  confidence: number
  weight: number
  order_key: string
  reasons: string
}

/**
 * Derived: what each document tells by the packs of the day: its claims without their words, their figures, and what they
 * add to the list of sources (as JSON, or empty).
 */
export interface TellingsTable {
  case_id: string
  document_id: string
  packs: string
  tally: Json
  sources: string
  json: Json
}

/** Derived: by which keys the tellings of a document are found. */
export interface TellingKeysTable {
  case_id: string
  kind: string
  key: string
  document_id: string
}

/** Derived: pairs of actors as they were counted with these packs; empty where they must be counted. */
export interface PairsTable {
  case_id: string
  pair: string
  packs: string
  claims_hash: string
  claims: number
  incidents: number
  /** A list, as JSON. */
  channels: string
  at_least: number
  at_most: number
  camps: number
  /** The same figures by channel, as JSON; null where all its claims are of this one. */
  by_channel: string
  /** What its claims tell, without their words, as JSON. */
  told: string
  /** The stretches of days that it lies in, `from/to`, with commas between them; without dates a bare stroke. */
  days: string
}

/** Derived: an answer about the whole case, and the state of the case from which it was made. */
export interface KeptTable {
  case_id: string
  what: string
  state: string
  json: string | null
}

/** Derived: documents and incidents beside which something is to be made anew. */
export interface StaleTable {
  case_id: string
  kind: string
  key: string
}
