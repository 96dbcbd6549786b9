import { z } from 'zod'
import { ClaimMode, ClaimStatus, ClaimType } from './claim-types.js'
import { IsoDay } from './document.js'
import { Interest } from './interest.js'
import { Reason } from './reason.js'
import { Transmission } from './transmission.js'

/** Origins that could not be told apart by lineage, the claims that come from them, and why they are one group. */
export const OriginGroup = z.object({
  origins: z.array(z.string()),
  claims: z.array(z.string()),
  reason: z.string(),
  /** The same reasons one by one, to be said in any language. */
  because: z.array(Reason).optional(),
})
export type OriginGroup = z.infer<typeof OriginGroup>

/**
 * How many independent origins stand behind an incident: `atLeast` merges whatever could be the same, `atMost` only
 * what is shown to be the same. At least 1 is printed "not established". `camps` counts the sides that say it.
 */
export const Independence = z.object({
  atLeast: z.int(),
  atMost: z.int(),
  camps: z.int(),
  groups: z.array(OriginGroup),
})
export type Independence = z.infer<typeof Independence>

export const CONTRADICTION_KINDS = ['value', 'direction', 'outcome', 'denial', 'update', 'edit'] as const
/**
 * Values of one field that cannot all be true. `direction`: who did it to whom; `update`: a later toll of the same origin;
 * `edit`: two versions of one address differ.
 */
export const Contradiction = z.object({
  kind: z.enum(CONTRADICTION_KINDS),
  field: z.string(),
  values: z.array(z.object({ value: z.string(), claims: z.array(z.string()) })),
  reason: z.string().optional(),
  because: Reason.optional(),
})
export type Contradiction = z.infer<typeof Contradiction>

/** Admiralty code proposal: source reliability A–F, information credibility 1–6, each with its reasons. */
export const Grade = z.object({
  source: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  information: z.enum(['1', '2', '3', '4', '5', '6']),
  reasons: z.array(z.string()),
  /** Of a proposed grade: the same reasons, to be said in any language. */
  because: z.array(Reason).optional(),
  /** The analyst who decided; absent: proposed by the program. */
  decidedBy: z.string().optional(),
})
export type Grade = z.infer<typeof Grade>

/** A party or place of an incident: the entity, or the words where no entity is known. */
export const Participant = z.object({ id: z.string(), name: z.string(), role: z.string() })
export type Participant = z.infer<typeof Participant>

/** Claims judged to describe one happening; keeps every value that any of them gives. */
export const Incident = z.object({
  id: z.string(),
  type: ClaimType,
  /** Where all its claims have one. */
  mode: ClaimMode.optional(),
  statuses: z.array(ClaimStatus),
  /** Inclusive bounds; `from` is null where only "not later than published" is known (`basis: published`). */
  time: z.object({ from: IsoDay.nullable(), to: IsoDay.nullable(), basis: z.enum(['stated', 'published', 'none']) }),
  parties: z.array(Participant),
  places: z.array(Participant),
  claims: z.array(z.string()),
  /** Why these claims were joined, pair by pair. */
  reasons: z.array(z.object({ a: z.string(), b: z.string(), score: z.number(), because: z.array(Reason) })),
})
export type Incident = z.infer<typeof Incident>

/** An incident with what `weigh` says of it. */
export const WeighedIncident = Incident.extend({
  independence: Independence,
  interest: Interest,
  transmission: Transmission,
  contradictions: z.array(Contradiction),
  grade: Grade,
})
export type WeighedIncident = z.infer<typeof WeighedIncident>

export const REPUBLICATION_KINDS = ['copy', 'near-copy', 'translation', 'common-source'] as const
/** Documents of which one repeats another, or all a third. */
export const Republication = z.object({
  kind: z.enum(REPUBLICATION_KINDS),
  documents: z.array(z.object({ id: z.string(), path: z.string() })),
  evidence: z.string(),
})
export type Republication = z.infer<typeof Republication>
