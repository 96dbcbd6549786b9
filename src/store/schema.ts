import type { ColumnType } from 'kysely'
import type {
  KeptTable,
  PairsTable,
  StaleTable,
  StandingsTable,
  TellingKeysTable,
  TellingsTable,
  WaitingTable,
} from './kept-tables.js'

/** JSON: text in SQLite, jsonb in PostgreSQL. Written by `toJson`, read back by `fromJson`. */
export type Json = ColumnType<unknown, string, string>
type NullableJson = ColumnType<unknown, string | null, string | null>

export interface CasesTable {
  case_id: string
  name: string
  tlp: string
  created: string
}

/** One row a document; `json` is the Document without its text. A forgotten one keeps the row, without text and title. */
export interface DocumentsTable {
  case_id: string
  document_id: string
  /** Position in the case, from 1, in the order of adding. */
  seq: number
  path: string
  outlet: string | null
  outlet_key: string
  language: string
  published_from: string | null
  published_to: string | null
  tlp: string | null
  text: string | null
  json: Json
  /** The newest reading; null while the document waits to be read. */
  reading_id: string | null
  /** Tombstone: { at, why, by, text, reading } with the hashes of what was removed. */
  forgotten: NullableJson
}

/** How the bytes came in. `size` in bytes, `at` an ISO instant. */
export interface CapturesTable {
  case_id: string
  document_id: string
  sha256: string
  size: number
  path: string
  url: string | null
  headers: NullableJson
  at: string
}

/** One capture of bytes; `address` finds earlier captures of the same one, `json` is null once it was forgotten. */
export interface CustodyTable {
  case_id: string
  custody_id: string
  kind: string
  document_id: string | null
  sha256: string
  address: string | null
  at: string
  hash: string
  json: NullableJson
}

/** One run of one reader over a document, never changed. `json` holds mentions and unread sentences. */
export interface ReadingsTable {
  case_id: string
  document_id: string
  reading_id: string
  seq: number
  version: string
  packs: string
  at: string
  hash: string
  /** The hash of `json`. */
  rest: string
  json: NullableJson
}

/** What a reading claimed, never changed; `json` becomes null when the document is forgotten, the hash stays. */
export interface ClaimsTable {
  case_id: string
  document_id: string
  reading_id: string
  claim_id: string
  ord: number
  type: string
  hash: string
  json: NullableJson
}

/** Derived, replaced document by document: the claims as lists show them, the analyst's decisions applied. */
export interface ShownTable {
  case_id: string
  claim_id: string
  document_id: string
  /** Sorts lists: day, document, position. */
  order_key: string
  type: string
  status: string
  time_from: string | null
  time_to: string | null
  origin_key: string
  origin_entity: string | null
  outlet_key: string
  decision: string | null
  search: string
  brief: string
  json: Json
}

export interface ClaimActorsTable {
  case_id: string
  claim_id: string
  document_id: string
  actor: string
  role: string
}

export interface ClaimPlacesTable {
  case_id: string
  claim_id: string
  document_id: string
  place: string
  role: string
}

/** Blocks in which a claim can meet others of its incident. */
export interface ClaimBlocksTable {
  case_id: string
  block: string
  claim_id: string
  document_id: string
}

/** Derived: how often a document uses each wording for an entity, known to the packs or introduced by reports. */
export interface MentionsTable {
  case_id: string
  document_id: string
  entity_id: string
  text: string
  kind: string
  count: number
  lang: string
  outlet: string
  day: string
}

/** Derived: the same for the case, kept up to date document by document. */
export interface NameUsesTable {
  case_id: string
  entity_id: string
  text: string
  lang: string
  outlet: string
  day: string
  kind: string
  documents: number
  uses: number
}

/** Derived: pairs of claims that tell of one happening as far as the two go, both ways. */
export interface ClaimLinksTable {
  case_id: string
  claim_id: string
  other_id: string
  document_id: string
  other_document: string
}

/** Derived: the likeliest pairs of claims of which linking could not say whether they tell of one happening; the smaller id first. */
export interface UnsurePairsTable {
  case_id: string
  claim_id: string
  other_id: string
  score: number
  /** A list of reasons, as JSON. */
  because: string
}

/** Derived: keys by which documents that may repeat one another are found. */
export interface TextKeysTable {
  case_id: string
  text_key: string
  /** The position of the document in the case. */
  seq: number
}

/** Derived: pairs of documents that repeat one another, the smaller id first. */
export interface RepeatsTable {
  case_id: string
  document_id: string
  other_id: string
  kind: string
  evidence: string
}

export interface IncidentsTable {
  case_id: string
  incident_id: string
  order_key: string
  type: string
  time_from: string | null
  time_to: string | null
  /** Whether the days are stated, or bounded by when it was published. */
  time_basis: string | null
  json: Json
}

export interface IncidentClaimsTable {
  case_id: string
  incident_id: string
  claim_id: string
  document_id: string
}

/** The analysts' decisions, never changed. `anchors`: the claims that the target stood for when it was decided. */
export interface JudgementsTable {
  case_id: string
  judgement_id: string
  seq: number
  kind: string
  document_id: string | null
  reverses: string | null
  hash: string
  json: Json
  anchors: Json
}

/** Derived: the claim that a judgement fits today; null: it goes to review. */
export interface JudgementFitsTable {
  case_id: string
  judgement_id: string
  document_id: string
  claim_id: string | null
}

/** Reports that are being written; one is replaced whenever it is saved. */
export interface DraftsTable {
  case_id: string
  draft_id: string
  at: string
  json: Json
}

/** What happened to the case, one entry after another; `hash` covers the entry and the hash before it. */
export interface LogTable {
  case_id: string
  seq: number
  at: string
  kind: string
  subject: string
  json: Json
  previous: string
  hash: string
}

/** Work that is still to do; `taken` is the instant at which a worker took it. */
export interface JobsTable {
  case_id: string
  job_id: string
  kind: string
  subject: string
  taken: string | null
  attempts: number
}

/** Derived: the stems of a document's words; `seq` is its position in the case. */
export interface DocumentWordsTable {
  case_id: string
  word: string
  seq: number
}

/** Derived: the words of an entity's wordings in reports, and after `~` the keys under which both scripts meet. */
export interface NameWordsTable {
  case_id: string
  word: string
  entity_id: string
}

/** Raw bytes, in PostgreSQL only; a case in a directory keeps them as files. */
export interface RawTable {
  case_id: string
  sha256: string
  bytes: Uint8Array
}

/** Who may use the case on a server; `password` is an encoded hash. */
export interface PeopleTable {
  case_id: string
  name: string
  role: string
  password: string
  created: string
  disabled: string | null
}

/** Hashes of the keys by which people are recognised. */
export interface AccessKeysTable {
  case_id: string
  key_hash: string
  kind: string
  name: string
  label: string | null
  created: string
  expires: string
}

/** Who saw and changed what on a server, one entry after another; `hash` covers the entry and the hash before it. */
export interface AuditTable {
  case_id: string
  seq: number
  at: string
  who: string
  role: string | null
  action: string
  path: string
  status: number
  previous: string
  hash: string
}

/** Every table of a case. All but `migrations` begin with `case_id`. */
export interface Tables {
  cases: CasesTable
  documents: DocumentsTable
  captures: CapturesTable
  custody: CustodyTable
  readings: ReadingsTable
  claims: ClaimsTable
  shown: ShownTable
  claim_actors: ClaimActorsTable
  claim_places: ClaimPlacesTable
  claim_blocks: ClaimBlocksTable
  mentions: MentionsTable
  name_uses: NameUsesTable
  incidents: IncidentsTable
  incident_claims: IncidentClaimsTable
  standings: StandingsTable
  tellings: TellingsTable
  waiting: WaitingTable
  telling_keys: TellingKeysTable
  pairs: PairsTable
  kept: KeptTable
  stale: StaleTable
  claim_links: ClaimLinksTable
  unsure_pairs: UnsurePairsTable
  text_keys: TextKeysTable
  repeats: RepeatsTable
  judgements: JudgementsTable
  judgement_fits: JudgementFitsTable
  drafts: DraftsTable
  log: LogTable
  document_words: DocumentWordsTable
  name_words: NameWordsTable
  jobs: JobsTable
  raw: RawTable
  people: PeopleTable
  access_keys: AccessKeysTable
  audit: AuditTable
  migrations: { number: number; name: string; at: string }
}
