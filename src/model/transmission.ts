import { z } from 'zod'
import { IsoDay } from './document.js'
import { Reason } from './reason.js'

/** Somebody who passes on what claims tell: an outlet, an agency, a body, a person. `id`: of the entity, or a key of the name. */
export const Teller = z.object({ id: z.string(), name: z.string() })
export type Teller = z.infer<typeof Teller>

export const PASSING_KINDS = ['quoted', 'copy', 'near-copy', 'translation'] as const
/** One takes over what another says: he quotes it, or his text repeats the other's. */
export const Passing = z.object({
  by: Teller,
  from: Teller,
  how: z.enum(PASSING_KINDS),
  /** Whether he says from whom he has it. */
  credited: z.boolean(),
  /** The claims and documents that take it over, the earliest document first. */
  claims: z.array(z.string()),
  documents: z.array(z.string()),
  /** The last day on which the earliest can have been published; null where none is known. */
  day: IsoDay.nullable(),
})
export type Passing = z.infer<typeof Passing>

/**
 * Circular reporting: each takes over what the next one says, and the last what the first says. `lost`: the hop where the
 * attribution was lost, by not saying from whom (`source`), or by not saying to whom that one owes it (`origin`); null
 * where every hop says it.
 */
export const Circle = z.object({
  steps: z.array(Passing),
  lost: z
    .object({
      what: z.enum(['source', 'origin']),
      by: Teller,
      from: Teller,
      document: z.string(),
      /** Whom the one it was taken from names. */
      origins: z.array(z.string()),
    })
    .nullable(),
  reason: z.string(),
  because: z.array(Reason),
})
export type Circle = z.infer<typeof Circle>

/** The earliest report of an incident that the case holds, and whom it names as its origin. */
export const FirstReport = z.object({
  /** Null where no report has a known day. */
  day: IsoDay.nullable(),
  documents: z.array(z.string()),
  /** Who printed it; of one day there may be several. */
  by: z.array(Teller),
  /** The innermost hops of their chains; empty where they give no source. */
  origins: z.array(z.string()),
  /** Further reports whose day is not known, or not well enough to say that they are later. */
  perhapsEarlier: z.int(),
})
export type FirstReport = z.infer<typeof FirstReport>

/** How an incident was passed on: who told it first, who takes over from whom, and where that goes round in a circle. */
export const Transmission = z.object({
  first: FirstReport,
  passings: z.array(Passing),
  circles: z.array(Circle),
})
export type Transmission = z.infer<typeof Transmission>
