import { z } from 'zod'
import {
  CHANNELS,
  Channel,
  CLAIM_MODES,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  COUNT_KEYS,
  HOP_KINDS,
  LINK_KINDS,
  SLOTS,
} from '../model/index.js'
import { Title } from './cells.js'

/** Codes of other schemes; an absent or empty list says that the scheme has no code for it. */
const codes = {
  /** PLOVER: category, or category-mode ("RETREAT-release"). */
  plover: z.array(z.string().regex(/^[A-Z]+(?:-[a-z-]+)?$/)).optional(),
  /** ACLED: "event type: sub-event type". */
  acled: z.array(z.string().regex(/^[A-Z][^:]*: [A-Z][^:]*$/)).optional(),
  /** CAMEO 1.1b3: three or four digits as a string. */
  cameo: z.array(z.string().regex(/^\d{3,4}$/)).optional(),
}

/** What a claim type means and how it behaves. */
export const TypeEntry = z.strictObject({
  title: Title,
  meaning: z.string(),
  side: z.enum(['cooperation', 'conflict', 'state']),
  /** Types of one family may be one happening told differently: a release and an escape. */
  family: z.string(),
  /** Whether both parties are agents: always, never, or as the text has it. */
  mutual: z.union([z.boolean(), z.literal('either')]),
  /** Only happenings form incidents; relations and states go to the ledger directly. */
  happening: z.boolean(),
  channel: Channel,
  /** The sides that it speaks against: said by their own camp, it is a statement against interest. */
  discredits: z.array(z.enum(['agents', 'counterparts'])).optional(),
  /** The slots that this type uses, and what stands in them. */
  slots: z.partialRecord(z.enum(SLOTS), z.string()),
  ...codes,
})
export type TypeEntry = z.infer<typeof TypeEntry>

/**
 * A value of a closed list: its name on screens, and what it means. `of`: of a mode, the type that goes by its name; without, a
 * mode only tells how an attack was carried out.
 */
export const TermEntry = z.strictObject({
  title: Title,
  meaning: z.string().optional(),
  of: z.enum(CLAIM_TYPES).optional(),
  ...codes,
})
export type TermEntry = z.infer<typeof TermEntry>

/**
 * `armed`: bodies of this kind bear arms, so that a text that names one tells of armed parties. `reach`: how far from its
 * middle a place of this kind goes, in kilometres, where nothing better is known; without, it is a point on a map.
 * `observer`: such bodies take no side in a conflict by what they are.
 */
const KindList = z.record(
  z.string(),
  z.strictObject({
    title: Title,
    armed: z.boolean().optional(),
    observer: z.boolean().optional(),
    reach: z.number().positive().optional(),
  }),
)

/** Kinds of entity that theatres use; a new kind is a new entry. */
export const KindsFile = z.strictObject({
  actors: KindList,
  places: KindList,
  outlets: KindList,
  materiel: KindList,
})
export type KindsFile = z.infer<typeof KindsFile>

/** The files that cover a closed list of the model, each exactly. */
export const TERM_FILES = {
  'counts.yml': COUNT_KEYS,
  'statuses.yml': CLAIM_STATUSES,
  'modes.yml': CLAIM_MODES,
  'hop-kinds.yml': HOP_KINDS,
  'links.yml': LINK_KINDS,
  'channels.yml': CHANNELS,
} as const satisfies Record<string, readonly string[]>

export const TYPES_FILE = { path: 'types.yml', keys: CLAIM_TYPES } as const

/** Classes that words of any language can have; a class with a parent is one of its kind ("drone" is a weapon). */
export const ClassesFile = z.array(
  z.strictObject({ id: z.string(), parent: z.string().optional(), meaning: z.string().optional() }),
)
export type ClassesFile = z.infer<typeof ClassesFile>
