import { z } from 'zod'
import { Claim, ClaimStatus, ClaimType, IsoDay, Judgement, Published, TextSpan } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both, Names, namedPageOf, PAGE_QUERY } from './lists.js'

const DECISIONS = ['accepted', 'rejected', 'corrected', 'added'] as const

/** A claim with what a screen shows beside it. */
export const ClaimAnswer = Claim.extend({
  document: z.string(),
  path: z.string(),
  outlet: z.string().optional(),
  title: z.string().optional(),
  published: Published.optional(),
  /** The incident it belongs to; relations and states have none. */
  incident: z.string().optional(),
  /** The version of its address that the claim rests on, where the address gave more than one text. */
  version: z.object({ number: z.int(), of: z.int() }).optional(),
  correction: z
    .object({
      by: z.string(),
      at: z.string(),
      why: z.string().optional(),
      fields: z.array(z.string()).describe('What differs: slots, keys of counts, and type, mode, status, time, chain'),
      before: Claim.partial().describe('These fields as the reader, or who added the claim, had them'),
    })
    .optional()
    .describe('What analysts changed in the claim'),
  decision: z.enum(DECISIONS).optional().describe("The analyst's last word on it"),
  judgements: z
    .array(Judgement.pick({ id: true, kind: true, by: true, at: true, why: true }))
    .optional()
    .describe('The judgements that stand on it, oldest first'),
  said: Both.optional().describe('The claim in one attributed sentence: "S reports that …"'),
  quotes: z
    .array(TextSpan)
    .describe(
      'The words that state it and all of its numbers, in reading order: its evidence, and sentences elsewhere',
    ),
  initials: z
    .record(z.string(), z.string())
    .describe('Words of the claim that name a private person, and what is printed instead'),
  glosses: z
    .record(z.string(), Both.partial())
    .describe('What words of the claim in another script mean, where the packs know all of them'),
})
export type ClaimAnswer = z.infer<typeof ClaimAnswer>

/** The words round a claim's evidence. */
export const Around = z
  .object({ start: z.int().describe('Its offset in the document'), text: z.string() })
  .describe("The words round a claim's evidence")
export type Around = z.infer<typeof Around>

/** Filters of the claims list; all given ones must hold. */
export const ClaimQuery = z.strictObject({
  document: z.string().optional(),
  incident: z.string().optional(),
  type: ClaimType.optional(),
  status: ClaimStatus.optional(),
  actor: z.string().optional().describe('Id of an actor among agents, counterparts or objects'),
  place: z.string().optional().describe('Id of a place'),
  origin: z.string().optional().describe('Name or id of the origin: the last of the chain'),
  outlet: z.string().optional(),
  query: z.string().optional().describe('Words of the evidence or of a filler, in either script'),
  from: IsoDay.optional(),
  to: IsoDay.optional(),
  decision: z.enum([...DECISIONS, 'none']).optional(),
  ...PAGE_QUERY,
})

export const CLAIM_ROUTES = defineRoutes({
  'GET /claims': {
    about: 'Claims, filtered, page by page',
    query: ClaimQuery,
    answer: namedPageOf(ClaimAnswer),
  },
  'GET /claims/{id}': { about: 'One claim', answer: z.object({ claim: ClaimAnswer, around: Around, names: Names }) },
})
