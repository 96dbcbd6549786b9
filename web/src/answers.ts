import type {
  Claim,
  ClaimStatus,
  ClaimType,
  Document,
  Dyad,
  Entity,
  Independence,
  Reading,
  Republication,
  Tlp,
  Unread,
  WeighedIncident,
} from '../../src/model/index.js'

/** What the API answers, as the screens use it; `test/web-answers.test.ts` holds it against what the API gives. */
export interface Both {
  en: string
  ar: string
}
export type Names = Record<string, Both>

export interface ClaimAnswer extends Claim {
  document: string
  path: string
  outlet?: string
  title?: string
  published?: Document['published']
  incident?: string
  decision?: 'accepted' | 'rejected' | 'corrected' | 'added'
  said?: Both
  /** Words of the claim that name a private person, and what is printed instead. */
  initials: Record<string, string>
}

export interface IncidentAnswer extends WeighedIncident {
  title: Both
  claimList: ClaimAnswer[]
  reasonsSaid: { groups: Both[]; contradictions: (Both | null)[]; grade: Both[] }
}

export interface DyadSummaryAnswer {
  a: string
  b: string
  aName: Both
  bName: Both
  incidents: number
  claims: number
  channels: string[]
  independence: Independence
}

export interface SummaryAnswer {
  name: string
  tlp: Tlp
  documents: number
  languages: Record<string, number>
  outlets: number
  claims: number
  incidents: number
  entities: number
  contradictions: number
  unnamedOriginClaims: number
  ownVoiceClaims: number
  byType: Record<string, number>
  byStatus: Record<string, number>
  firstDay: string | null
  lastDay: string | null
  dyads: DyadSummaryAnswer[]
}

export interface DocumentAnswer extends Omit<Document, 'text'> {
  claims: number
  forgotten?: { at: string; why: string }
}

export interface ReaderAnswer {
  document: DocumentAnswer
  reading: Reading
  claims: ClaimAnswer[]
  names: Names
}

export interface Voice {
  value: string
  /** As the documents have it, for one that no list of names knows. */
  label: string
  claims: number
}

export interface DyadAnswer extends Dyad {
  aName: Both
  bName: Both
  outlets: Voice[]
  origins: Voice[]
  whole: { claims: number; incidents: number }
  names: Names
}

export interface CellAnswer {
  incidents: IncidentAnswer[]
  claims: ClaimAnswer[]
  names: Names
}

export interface EntityAnswer extends Entity {
  name: Both
  documents: number
  claims: number
  incidents: number
  mentions: { text: string; lang: string; outlet?: string; count: number }[]
}

export interface PageAnswer<T> {
  items: T[]
  total: number
  next?: string
  names: Names
}

export interface List<T> {
  items: T[]
}

type TitleList = Record<string, Both>
/** What the ontology calls its terms, by list. */
export interface TitleLists {
  types: TitleList
  channels: TitleList
  statuses: TitleList
  modes: TitleList
  counts: TitleList
  hopKinds: TitleList
}
export interface Titles extends TitleLists {
  /** The row of the ledger that each claim type stands in. */
  channelOf: Record<string, string>
}

export type UnreadAnswer = Unread & { document: string; path: string }
export type { Claim, ClaimStatus, ClaimType, Independence, Republication }
