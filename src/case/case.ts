import type { Limits } from '../capture/index.js'
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
  Reason,
  ReportDraft,
  Republication,
  Tlp,
  Unread,
  WeighedIncident,
} from '../model/index.js'
import type { CustodyRecord, DocumentOrder, EntityRank } from '../store/index.js'
import type { ActorNetwork, NetworkFilter } from './actor-network.js'
import type { CaseAgreement } from './agreement.js'
import type { CommonPartner } from './common-partners.js'
import type { ClaimChanges } from './compare-versions.js'
import type { Correction } from './corrections.js'
import type { Decided, DecidedFilter } from './decided.js'
import type { EditedParagraph } from './edited-paragraphs.js'
import type { CaseSources } from './list-sources.js'
import type { MarkColumns } from './mark-columns.js'
import type { MarkFilter } from './mark-incidents.js'
import type { Packed } from './pack-case.js'
import type { People } from './people/people.js'
import type { Around, Queue, QueueFilter } from './queue.js'
import type { NewDraft } from './report-drafts.js'
import type { SearchFilter, SearchResult } from './search-case.js'
import type { Timestamp } from './timestamp-case.js'

/** A claim with what a list, a report or a screen needs beside it. */
export interface CaseClaim extends Claim {
  document: string
  path: string
  outlet?: string
  title?: string
  published?: Document['published']
  /** The incident it belongs to; relations and states have none. */
  incident?: string
  /** The version of its address that the claim rests on, where the address gave more than one text. */
  version?: { number: number; of: number }
  /** The analyst's last word on it. */
  decision?: 'accepted' | 'rejected' | 'corrected' | 'added'
  /** What analysts changed in it, with the values that stood there before. */
  correction?: Correction
  /** The judgements that stand on it, oldest first. */
  judgements?: ClaimJudgement[]
}

/** A judgement on a claim, as lists show it beside the claim. */
export type ClaimJudgement = Pick<Judgement, 'id' | 'kind' | 'by' | 'at' | 'why'>

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

/** Which documents a page of them holds. */
export interface DocumentFilter {
  order?: DocumentOrder | undefined
  /** Only those that name it. */
  entity?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** Which entities a page of them holds; `query`: words that begin or sound like words of their names, in either script. */
export interface EntityFilter {
  kind?: Entity['kind'] | undefined
  query?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** In how many claims and incidents an entity has a part. */
export type RankedEntity = Pick<EntityRank, 'id' | 'claims' | 'incidents'>

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
  because: Reason[]
}

/** What the two actors of a pair are called. */
export interface Named {
  aName: { en: string; ar: string }
  bName: { en: string; ar: string }
}

/** A pair of actors with how many origins stand behind it. */
export interface PairSummary extends Named {
  a: string
  b: string
  incidents: number
  claims: number
  channels: string[]
  independence: Pick<Independence, 'atLeast' | 'atMost' | 'camps'>
}

/** The same with who these origins are, and why some are one. */
export interface DyadSummary extends PairSummary {
  independence: Independence
}

/** Somebody whose word can be left out, and how many claims rest on it; `label` as documents have it. */
export interface VoiceOf {
  value: string
  label: string
  /** A person of whom nobody knows that he is a public figure: faces print initials. */
  private?: true
  claims: number
}

/** Whose word on two actors can be left out. */
export interface DyadVoices {
  outlets: VoiceOf[]
  camps: VoiceOf[]
  origins: VoiceOf[]
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
  /** The same by the camp that says it, most claims first; null, last: no camp is known. */
  byCamp: { camp: string | null; claims: number; unnamed: number }[]
  byType: Record<string, number>
  byStatus: Record<string, number>
  firstDay: string | null
  lastDay: string | null
}

/** An address that gave more than one text. `changes[i]` is what changed from version i + 1 to the next: paragraphs, and claims. */
export interface AddressVersions {
  address: string
  versions: { document: string; number: number; title?: string; captured: string[] }[]
  changes: { paragraphs: EditedParagraph[]; claims: ClaimChanges }[]
}

/** What happened to each thing that someone tried to add. */
export interface AddedDocument {
  id: string
  path: string
  claims: number
  /** The address was captured before, with another text. */
  version?: { number: number; previous: string }
  /** What its file holds that is no text, such as pages that are pictures. */
  note?: string
}

export interface AddResult {
  added: AddedDocument[]
  unchanged: { id: string; path: string }[]
  failed: { path: string; code: string; message: string; hint?: string }[]
  /** Files of several documents (archives, feeds, exports, tables), and what was left out of them. */
  files: { id: string; path: string; format: string; notes: string[] }[]
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
  /** A mark that changes whenever anything in the case does, in this process or another. */
  revision(): Promise<string>
  /** What the case is called and how it is marked; asks nothing of its contents. */
  about(): Promise<{ name: string; tlp: Tlp }>
  /** The strictest marking that the case or a document in it bears: that of a page that may show any of them. */
  strictestMarking(): Promise<Tlp>
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
  /** One page of the documents. */
  documentPage(filter?: DocumentFilter): Promise<Page<CaseDocument>>
  /** These documents as lists show them; those that are not there are left out. */
  documentsWithIds(ids: readonly string[]): Promise<CaseDocument[]>
  document(id: string): Promise<{ document: CaseDocument; reading: Reading; claims: CaseClaim[] }>
  /** The raw bytes as captured; undefined where forgotten. */
  raw(id: string): Promise<Uint8Array | undefined>
  claims(filter?: ClaimFilter): Promise<Page<CaseClaim>>
  claim(id: string): Promise<CaseClaim>
  /** The paragraph in which a claim stands. Throws `not-found`. */
  aroundClaim(id: string): Promise<Around>
  /** These claims, in one question; those that are not there are left out. */
  claimsWithIds(ids: readonly string[]): Promise<CaseClaim[]>
  /** Searches claims, documents and names by words in either script. */
  search(filter: SearchFilter): Promise<SearchResult>
  incidents(filter?: IncidentFilter): Promise<Page<CaseIncident>>
  /** One incident, or the one into which it was joined. */
  incident(id: string, leaveOut?: LeaveOut): Promise<CaseIncident>
  /** These incidents, in one question; those of which nothing is left are left out. */
  incidentsWithIds(ids: readonly string[], leaveOut?: LeaveOut): Promise<CaseIncident[]>
  /** The texts of these documents; of one that was forgotten there is none. */
  texts(documents: readonly string[]): Promise<Map<string, string>>
  /** What the newest readings of these documents mention, by document. */
  mentions(documents: readonly string[]): Promise<Map<string, readonly Mention[]>>
  /** Every incident as one mark of a timeline or map. */
  incidentMarks(filter?: MarkFilter): Promise<MarkColumns>
  /** Pairs of incidents that may be one and wait for an analyst's "same" or "different", the likeliest first. */
  undecided(): Promise<UndecidedPair[]>
  entities(filter?: { kind?: Entity['kind']; query?: string }): Promise<CaseEntity[]>
  /** One page of the entities, those in most claims first. */
  entityPage(filter?: EntityFilter): Promise<Page<CaseEntity>>
  /** Every entity, or those of a kind, in the order of the pages and without its names, which take most of the time. */
  rankedEntities(kind?: Entity['kind']): Promise<RankedEntity[]>
  /** What these ids are called, by id; one that no report names is not there. */
  entitiesWithIds(ids: readonly string[]): Promise<Map<string, Entity>>
  entity(id: string): Promise<CaseEntity>
  /** Finds an actor or place by id or any of its names in either script; throws `unknown-actor`, `not-found` with the nearest. */
  findActor(nameOrId: string): Promise<Entity>
  findPlace(nameOrId: string): Promise<Entity>
  republications(): Promise<Republication[]>
  /** Who takes over from whom, who tells first, what goes round in a circle. */
  sources(leaveOut?: LeaveOut): Promise<CaseSources>
  unread(): Promise<(Unread & { document: string; path: string })[]>
  dyad(a: string, b: string, leaveOut?: LeaveOut): Promise<Dyad>
  /** Outlets and agencies, camps and origins of all that is said of two actors, by id, those who say most first. */
  dyadVoices(a: string, b: string): Promise<DyadVoices>
  /** All pairs of actors that claims tell of, the best supported first; and the same with who stands behind each. */
  pairs(leaveOut?: LeaveOut): Promise<PairSummary[]>
  dyads(leaveOut?: LeaveOut): Promise<DyadSummary[]>
  /** Actors and what is said to pass between them, of one channel or a stretch of time where asked. */
  network(filter?: NetworkFilter): Promise<ActorNetwork>
  /** Who else stands in a relationship with each of two actors. */
  commonPartners(a: string, b: string): Promise<CommonPartner[]>
  judge(judgement: Omit<Judgement, 'id' | 'at'> & { at?: string }): Promise<Judgement>
  judgements(): Promise<Judgement[]>
  /** Takes a judgement back: a new entry of the log that says so. Throws `judgement-invalid`. */
  takeBack(judgement: string, by: string): Promise<Judgement>
  /** What analysts decided, the newest first, and what it stands on today. */
  decided(filter?: DecidedFilter): Promise<Page<Decided>>
  /** What these ids are called by themselves, whatever they were joined to; one that no report names is not there. */
  entitiesApart(ids: readonly string[]): Promise<Map<string, Entity>>
  /** What waits for an analyst, what would change a conclusion first. */
  queue(filter?: QueueFilter): Promise<Queue>
  /** How far the analysts agree, and on what not. */
  agreement(): Promise<CaseAgreement>
  /** The standing judgements that fit no claim of the newest readings, for an analyst to look at again. */
  review(): Promise<Judgement[]>
  /** The reports that are being written, last saved first. */
  reportDrafts(): Promise<ReportDraft[]>
  reportDraft(id: string): Promise<ReportDraft>
  beginReport(about: NewDraft): Promise<ReportDraft>
  /** Throws `conflict` where the report was saved elsewhere since this revision. */
  saveReport(draft: ReportDraft): Promise<ReportDraft>
  removeReport(id: string): Promise<void>
  /**
   * Recomputes every hash and the log's chain; `problems` is empty where nothing changed. `head` is the hash of the
   * newest log entry: noted elsewhere, it proves that the log up to that day is the same.
   */
  verify(): Promise<{ documents: number; log: number; problems: string[]; head: string }>
  /** Removes a document's text and bytes; leaves a hashed tombstone that still verifies. */
  forget(document: string, why: string, by: string): Promise<void>
  /** Addresses that gave more than one text: what changed, and when each was captured. */
  versions(): Promise<AddressVersions[]>
  /** How a document's bytes came in, each capture of it; oldest first. */
  custody(document: string): Promise<CustodyRecord[]>
  /** Writes the case as one BagIt archive that another machine verifies and opens. */
  pack(archive: string): Promise<Packed>
  /** Polls feeds and captures the pages that they list. */
  watch(feeds: string[], options?: WatchOptions): Promise<AddResult>
  /** Writes what was fetched as a WACZ web archive, which players of web archives open. */
  wacz(archive: string): Promise<{ archive: string; pages: number }>
  /** Has a time-stamping server (RFC 3161) sign the head of the log. */
  timestamp(server: string): Promise<Timestamp>
  /** Who may use the case on a server, and what they did there. */
  readonly people: People
  /** What the newest reading of each document, or of one, changed against the one before. */
  diff(document?: string): Promise<{ document: string; path: string; added: Claim[]; removed: Claim[] }[]>
  close(): Promise<void>
}

export interface CaseDocument extends Omit<Document, 'text'> {
  claims: number
  forgotten?: { at: string; why: string }
  mentions?: Mention[]
}

/** How feeds are polled. */
export interface WatchOptions {
  /** One round only. */
  once?: boolean
  /** Minutes between two rounds; default 30, at least 5. */
  everyMinutes?: number
  /** Milliseconds between two pages; default 1000. */
  pauseMs?: number
  limits?: Partial<Limits>
  allowHosts?: readonly string[]
  /** Ends the watch. */
  signal?: AbortSignal
  /** Called after each round with all that was done so far. */
  onRound?: (sofar: AddResult) => void
}

export interface AddOptions {
  /** Called as the work goes on: what was done, of how many. */
  onProgress?: (done: number, total: number, path: string) => void
  /** Called while claims are linked with those of the case: documents done, of how many are known of. */
  onLink?: (done: number, total: number) => void
  /** Called after a large import while the answers are made that views open with: how many are, of how many. */
  onFinish?: (done: number, total: number) => void
  /** The clock, for tests: an ISO instant. */
  now?: () => string
  tlp?: Tlp
  /** What a path is called in the case: files that were put down somewhere for a moment keep their own names. */
  named?: (path: string) => string
  /** Only capture and store; `work` reads, in this process or another. */
  later?: boolean
  /** What one input may cost; what is left out keeps its default. */
  limits?: Partial<Limits>
  /** Hosts that may be fetched although they are not public. */
  allowHosts?: readonly string[]
}
