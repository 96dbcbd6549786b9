import type { Entity, Reason, Span } from '../model/index.js'
import type { CaseClaim } from './case.js'
import type { Passage } from './mark-words.js'

/** Why something stands where it stands in the queue; the sentences are the faces'. */
export type QueueReason =
  /** Without it the incident has fewer than two independent origins. */
  | 'tips'
  /** It is one side of a contradiction. */
  | 'contradicts'
  /** Its incident rests on it alone. */
  | 'only'
  /** The reader was not certain of it. */
  | 'uncertain'
  /** As one incident the two would have two independent origins. */
  | 'would-establish'
  /** What is reported of the two would be reported of one. */
  | 'joins-claims'
  /** Documents use the words, and no claim can say of whom. */
  | 'unnamed'
  /** Somebody else decided it already, and a second word is asked for. */
  | 'again'

export const QUEUE_KINDS = ['claim', 'incidents', 'entities', 'wording'] as const
export type QueueKind = (typeof QUEUE_KINDS)[number]

/** What waits for an analyst. */
export interface QueueFilter {
  kind?: QueueKind | undefined
  /** Only what is to be decided about this entity: whether it is another one, and of whom its names speak. */
  entity?: string | undefined
  /** Who asks: what this analyst decided, "unsure" too, does not come again. */
  by?: string | undefined
  /** What others decided and `by` did not, without what they said: for a second coder. */
  again?: boolean | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** The words round a claim's evidence; `start` is the offset of `text` in the document. */
export interface Around {
  start: number
  text: string
}

/** An entity as somebody who must decide about it sees it: with sentences that name it. */
export interface NamedSide {
  entity: Entity & { documents: number }
  examples: NameExample[]
}

/** A sentence of a document that uses a name; marks are offsets into it. */
export interface NameExample {
  document: string
  outlet?: string | undefined
  passage: Passage
}

/** One of two incidents that may be one. */
export interface IncidentSide {
  incident: string
  title: { en: string; ar: string }
  claim: CaseClaim
  around: Around
  independence: { atLeast: number; atMost: number; camps: number }
}

interface Queued {
  id: string
  /** What would change a conclusion first comes first. */
  weight: number
  reasons: QueueReason[]
}

/** One thing to decide. */
export type QueueItem =
  | (Queued & {
      kind: 'claim'
      claim: CaseClaim
      around: Around
      incident?: { id: string; title: { en: string; ar: string }; claims: number }
    })
  | (Queued & { kind: 'incidents'; a: IncidentSide; b: IncidentSide; score: number; because: Reason[] })
  | (Queued & { kind: 'entities'; a: NamedSide; b: NamedSide; score: number })
  | (Queued & { kind: 'wording'; words: string; candidates: NamedSide[]; examples: NameExample[] })

/** One page of what waits, and how much of each kind there is. */
export interface Queue {
  items: QueueItem[]
  total: number
  next?: string
  waiting: Record<QueueKind, number>
}

/** What is put in order before a page of it is filled in. */
export interface Waiting extends Queued {
  kind: QueueKind
  /** What it is about: a claim; two claims of two incidents; two entities; words and the entities that they may name. */
  about: string[]
  score?: number
  because?: Reason[]
  words?: string
  /** Orders what weighs alike. */
  orderKey: string
}

/** A mark in a text is a span of it. */
export type { Span }
