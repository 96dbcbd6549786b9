import type {
  Claim,
  ClaimStatus,
  ClaimType,
  Document,
  Dyad,
  Entity,
  Independence,
  Judgement,
  Mention,
  Reading,
  Republication,
  Tlp,
  Unread,
  WeighedIncident,
} from '../model/index.js'
import type { CommonPartner } from './common-partners.js'

/** A claim with what a list, a report or a screen needs beside it. */
export interface CaseClaim extends Claim {
  document: string
  path: string
  outlet?: string
  title?: string
  published?: Document['published']
  /** The incident it belongs to; relations and states have none. */
  incident?: string
  /** The analyst's last word on it. */
  decision?: 'accepted' | 'rejected' | 'corrected' | 'added'
}

/** Filters of the claims list; all given ones must hold. */
export interface ClaimFilter {
  document?: string
  incident?: string
  type?: ClaimType
  status?: ClaimStatus
  /** An actor id in agents, counterparts or objects. */
  actor?: string
  /** A place id. */
  place?: string
  /** Origin name or entity id (last hop of the chain). */
  origin?: string
  outlet?: string
  /** Words in the evidence or a filler, either script. */
  query?: string
  from?: string
  to?: string
  decision?: CaseClaim['decision'] | 'none'
  limit?: number
  /** Opaque position given by the page before. */
  cursor?: string
}

/** One page of a list; `next` is the cursor of the page after, absent on the last. */
export interface Page<T> {
  items: T[]
  total: number
  next?: string
}

/** What to leave out before weighing: outlets, agencies, camps, origins (names or entity ids). */
export interface LeaveOut {
  outlets?: string[]
  camps?: string[]
  origins?: string[]
}

export interface IncidentFilter {
  type?: ClaimType
  actor?: string
  place?: string
  from?: string
  to?: string
  contradicted?: boolean
  limit?: number
  cursor?: string
  leaveOut?: LeaveOut
}

/** An incident as lists and pages show it: with a title and its claims. */
export interface CaseIncident extends WeighedIncident {
  title: { en: string; ar: string }
  claimList: CaseClaim[]
}

/** Two incidents that may be one: the claims that speak most for it, and what was found of them, field by field. */
export interface UndecidedPair {
  a: { incident: string; title: { en: string; ar: string }; claim: string }
  b: { incident: string; title: { en: string; ar: string }; claim: string }
  /** From 0 (two) to 1 (one). */
  score: number
  reason: string
}

/** A pair of actors as the overview ranks it. */
export interface DyadSummary {
  a: string
  b: string
  aName: { en: string; ar: string }
  bName: { en: string; ar: string }
  incidents: number
  claims: number
  channels: string[]
  independence: Independence
}

export interface CaseSummary {
  name: string
  tlp: Tlp
  documents: number
  languages: Record<string, number>
  outlets: number
  claims: number
  incidents: number
  entities: number
  contradictions: number
  /** Claims whose origin is an unnamed source; claims in an outlet's own voice. */
  unnamedOriginClaims: number
  ownVoiceClaims: number
  byType: Record<string, number>
  byStatus: Record<string, number>
  firstDay: string | null
  lastDay: string | null
  dyads: DyadSummary[]
}

/** What happened to each thing that someone tried to add. */
export interface AddResult {
  added: { id: string; path: string; claims: number }[]
  unchanged: { id: string; path: string }[]
  failed: { path: string; code: string; message: string; hint?: string }[]
}

export interface CaseEntity extends Entity {
  documents: number
  claims: number
  incidents: number
  mentions: { text: string; lang: string; outlet?: string; count: number }[]
  /** Ids of the entities that an analyst judged to be this one. */
  joined?: string[]
}

/**
 * A case: the only door of faces (`cli`, `api`) and exports to what is stored. Every method is a plain query or an
 * acknowledged, durable change; errors are IsnadErrors.
 */
export interface Case {
  readonly location: string
  summary(leaveOut?: LeaveOut): Promise<CaseSummary>
  /** Captures, reads, links, weighs and stores; one bad input never stops the rest. */
  add(paths: string[], options?: AddOptions): Promise<AddResult>
  /**
   * Reads documents that were added with `later`, until none waits, and links them. Any number of processes may do so at
   * once on a case in PostgreSQL; a document goes to one of them, and to another if that one dies.
   */
  work(options?: AddOptions): Promise<{ documents: number; failed: AddResult['failed'] }>
  /** Reads every document again with the reader and packs of today; judgements are carried over. */
  reread(options?: AddOptions): Promise<{ documents: number; changed: number; review: number }>
  documents(): Promise<CaseDocument[]>
  document(id: string): Promise<{ document: CaseDocument; reading: Reading; claims: CaseClaim[] }>
  /** The raw bytes as captured; undefined where forgotten. */
  raw(id: string): Promise<Uint8Array | undefined>
  claims(filter?: ClaimFilter): Promise<Page<CaseClaim>>
  claim(id: string): Promise<CaseClaim>
  incidents(filter?: IncidentFilter): Promise<Page<CaseIncident>>
  incident(id: string, leaveOut?: LeaveOut): Promise<CaseIncident>
  /** Pairs of incidents that may be one and wait for an analyst's "same" or "different", the likeliest first. */
  undecided(): Promise<UndecidedPair[]>
  entities(filter?: { kind?: Entity['kind']; query?: string }): Promise<CaseEntity[]>
  entity(id: string): Promise<CaseEntity>
  /** Finds an actor by id or by any of its names in either script; throws `unknown-actor` with the nearest names. */
  findActor(nameOrId: string): Promise<Entity>
  republications(): Promise<Republication[]>
  unread(): Promise<(Unread & { document: string; path: string })[]>
  dyad(a: string, b: string, leaveOut?: LeaveOut): Promise<Dyad>
  dyads(leaveOut?: LeaveOut): Promise<DyadSummary[]>
  /** Who else stands in a relationship with each of two actors. */
  commonPartners(a: string, b: string): Promise<CommonPartner[]>
  judge(judgement: Omit<Judgement, 'id' | 'at'> & { at?: string }): Promise<Judgement>
  judgements(): Promise<Judgement[]>
  /** The standing judgements that fit no claim of the newest readings, for an analyst to look at again. */
  review(): Promise<Judgement[]>
  /**
   * Recomputes every hash and the log's chain; `problems` is empty where nothing changed. `head` is the hash of the
   * newest log entry: noted elsewhere, it proves that the log up to that day is the same.
   */
  verify(): Promise<{ documents: number; log: number; problems: string[]; head: string }>
  /** Removes a document's text and bytes; leaves a hashed tombstone that still verifies. */
  forget(document: string, why: string, by: string): Promise<void>
  /** What the newest reading of each document changed against the one before. */
  diff(): Promise<{ document: string; path: string; added: Claim[]; removed: Claim[] }[]>
  close(): Promise<void>
}

export interface CaseDocument extends Omit<Document, 'text'> {
  claims: number
  forgotten?: { at: string; why: string }
  mentions?: Mention[]
}

export interface AddOptions {
  /** Called as the work goes on: what was done, of how many. */
  onProgress?: (done: number, total: number, path: string) => void
  /** The clock, for tests: an ISO instant. */
  now?: () => string
  tlp?: Tlp
  /** Only capture and store; `work` reads, in this process or another. */
  later?: boolean
}
