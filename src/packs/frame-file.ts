import { z } from 'zod'
import { CLAIM_MODES, CLAIM_STATUSES, ClaimType, CountKey, SLOTS } from '../model/index.js'

const slot = z.enum(SLOTS)
const bySlot = <T extends z.ZodType>(value: T) => z.partialRecord(slot, value)
const bySlotClasses = bySlot(z.array(z.string()))

/**
 * Function (S, O, O2, G, X or a preposition as it is written; `O.of` what its group has as genitive; V whom or what the act
 * of `over` is done to: "sent men to BACK the clan"; U who acts in that of `under`: "THE CLAN demanded that …") to slot.
 */
const Roles = z.record(z.string(), slot)

/** One lexical unit of a frame: a verb or event noun and the slots its grammatical functions fill. */
export const UnitRow = z.strictObject({
  lemma: z.union([z.string(), z.array(z.string()).min(1)]),
  pos: z.enum(['verb', 'noun']),
  roles: Roles.optional(),
  /** Slot → classes: the slot must be filled by a group that has one of them. */
  require: bySlotClasses.optional(),
  /** Slot → classes that kill the reading. */
  exclude: bySlotClasses.optional(),
  /** Function → lemmas: the idiom's fixed part, used up unless the unit's roles name it too («أطلق سراح», "open fire"). */
  with: z.record(z.string(), z.array(z.string())).optional(),
  /** The event noun (the verb's own, or the one that `with` names) must carry one of these adjectives. */
  modified: z.array(z.string()).optional(),
  /** It may carry none of these ("relief operation"). */
  notModified: z.array(z.string()).optional(),
  /** One of these prepositions, or functions (S, O), must have somebody in it. */
  needs: z.array(z.string()).optional(),
  /** And one of these ("fight with X against Y"). */
  also: z.array(z.string()).optional(),
  /** The predicate must hang on one of these ("let … pass"). */
  under: z.array(z.string()).optional(),
  /** It may not hang on one of these, nor be its genitive («حكم الإعدام»). */
  notUnder: z.array(z.string()).optional(),
  /** One of these must hang on the predicate ("vow to attack"). */
  over: z.array(z.string()).optional(),
  /** Of nouns: a lone genitive is what it is done to, not who does it. */
  transitive: z.boolean().optional(),
  /** Of nouns: where nothing else tells who does it or to whom, a body in the genitive does it ("attacks of the Front"). */
  bodyActs: z.boolean().optional(),
  mutual: z.boolean().optional(),
  /** Of mutual types: at least two parties must stand in the unit's own functions. */
  together: z.boolean().optional(),
  mode: z.enum(CLAIM_MODES).optional(),
  status: z.enum(CLAIM_STATUSES).optional(),
  counts: bySlot(CountKey).optional(),
  derive: z
    .strictObject({ counterparts: z.literal('affiliation-of-objects') })
    .partial()
    .optional(),
  /** "X with Y", "Y to X", "X Y": the recipient is the counterpart, the thing the object. */
  give: z.boolean().optional(),
  /** Tells the event told before once more: a second toll, blame, a denial of any part in it. */
  retells: z.boolean().optional(),
  /** Counts or names the victims of an event told before; alone it tells of none ("Eleven people died"). */
  aftermath: z.boolean().optional(),
  /** Done between the parties of an event told beside it or before: a mediation. */
  mediates: z.boolean().optional(),
  confidence: z.number().min(0).max(1).optional(),
  note: z.string().optional(),
})
export type UnitRow = z.infer<typeof UnitRow>

const Expectation = z.strictObject({
  type: ClaimType.optional(),
  status: z.enum(CLAIM_STATUSES).optional(),
  mode: z.string().optional(),
  agents: z.array(z.string()).optional(),
  counterparts: z.array(z.string()).optional(),
  objects: z.array(z.string()).optional(),
  instruments: z.array(z.string()).optional(),
  places: z.array(z.string()).optional(),
  origin: z.array(z.string()).optional(),
  destination: z.array(z.string()).optional(),
  chain: z.array(z.string()).optional(),
  counts: z.record(z.string(), z.number()).optional(),
})
export type Expectation = z.infer<typeof Expectation>

/** A frame file: one claim type in one language. */
export const FrameFile = z.strictObject({
  type: ClaimType,
  roles: Roles.optional(),
  counts: bySlot(CountKey).optional(),
  derive: z
    .strictObject({ counterparts: z.literal('affiliation-of-objects') })
    .partial()
    .optional(),
  units: z.array(UnitRow),
  examples: z
    .array(z.strictObject({ text: z.string(), date: z.string().optional(), expect: z.array(Expectation) }))
    .default([]),
  counterexamples: z.array(z.strictObject({ text: z.string(), why: z.string() })).default([]),
})
export type FrameFile = z.infer<typeof FrameFile>
