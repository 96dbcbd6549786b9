import { z } from 'zod'
import { ClaimMode, ClaimStatus, ClaimType, CountKey, HopKind } from './claim-types.js'
import { IsoDay } from './document.js'
import { Span, TextSpan } from './span.js'

/**
 * What fills a slot: the nearest mention that names the thing. `via` is the pronoun or description that stood in the
 * clause itself; the same `mention` id in one document is the same referent; `entity` a pack or case entity.
 * `inferred` marks a party taken from the discourse, not from the clause.
 */
export const Filler = TextSpan.extend({
  mention: z.string().optional(),
  entity: z.string().optional(),
  via: Span.optional(),
  inferred: z.boolean().optional(),
})
export type Filler = z.infer<typeof Filler>

export const TIME_PRECISIONS = ['day', 'month', 'year', 'range', 'unknown'] as const

/** When the event is said to have happened: inclusive ISO days, null where the text does not allow them. */
export const ClaimTime = TextSpan.extend({
  from: IsoDay.nullable(),
  to: IsoDay.nullable(),
  precision: z.enum(TIME_PRECISIONS),
})
export type ClaimTime = z.infer<typeof ClaimTime>

/** A number as stated: at least `min`, at most `max`; `text` is what a screen shows («عشرات», "more than 26"). */
export const Count = TextSpan.extend({
  min: z.number().nullable(),
  max: z.number().nullable(),
})
export type Count = z.infer<typeof Count>

/**
 * One transmitter: who passed the claim on, the words that say so (`cue`) and where he is named; `body` is the entity for
 * which a named person speaks by the office that the text gives him.
 */
export const Hop = z.object({
  name: z.string(),
  kind: HopKind,
  entity: z.string().optional(),
  body: z.string().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  cue: TextSpan.optional(),
})
export type Hop = z.infer<typeof Hop>

export const LINK_KINDS = ['content-of', 'in-return-for', 'about', 'part-of'] as const
/** A typed link to another claim of the same document. */
export const ClaimLink = z.object({ kind: z.enum(LINK_KINDS), claim: z.string() })
export type ClaimLink = z.infer<typeof ClaimLink>

/** A span elsewhere in the document that the claim also rests on: a heading, an antecedent, a date, a repeat. */
export const Support = Span.extend({ for: z.string() })
export type Support = z.infer<typeof Support>

export const SLOTS = ['agents', 'counterparts', 'objects', 'instruments', 'places', 'origin', 'destination'] as const
export type Slot = (typeof SLOTS)[number]

/**
 * One event or relation stated by one document under one origin. `chain` runs from the outermost transmitter below the
 * document's outlet to the innermost, which is the origin; empty: the outlet says it in its own voice.
 */
export const Claim = z.object({
  id: z.string(),
  type: ClaimType,
  mode: ClaimMode.optional(),
  status: ClaimStatus,
  agents: z.array(Filler),
  counterparts: z.array(Filler),
  objects: z.array(Filler),
  instruments: z.array(Filler),
  places: z.array(Filler),
  origin: z.array(Filler),
  destination: z.array(Filler),
  time: ClaimTime.nullable(),
  counts: z.partialRecord(CountKey, Count),
  chain: z.array(Hop),
  links: z.array(ClaimLink),
  evidence: TextSpan,
  support: z.array(Support),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
})
export type Claim = z.infer<typeof Claim>
