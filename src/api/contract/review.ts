import { z } from 'zod'
import { EntityKind, Judgement, Reason, Span } from '../../model/index.js'
import { Around, ClaimAnswer } from './claims.js'
import { defineRoutes } from './define.js'
import { Both, Names } from './lists.js'

const QUEUE_KINDS = ['claim', 'incidents', 'entities', 'wording'] as const
const QUEUE_REASONS = [
  ...(['tips', 'contradicts', 'only', 'uncertain', 'would-establish', 'joins-claims', 'unnamed', 'again'] as const),
] as const

const Passage = z
  .object({ start: z.int(), end: z.int(), text: z.string(), marks: z.array(Span) })
  .describe('A sentence of a document; marks are offsets into it')
const Example = z.object({ document: z.string(), outlet: z.string().optional(), passage: Passage })

const Queued = z.object({
  id: z.string(),
  weight: z.int().describe('What would change a conclusion first is heaviest'),
  reasons: z.array(z.enum(QUEUE_REASONS)).describe('Why it stands where it stands'),
})

/** An entity as somebody who must decide about it sees it. */
export const NamedAnswer = z.object({
  id: z.string(),
  kind: EntityKind,
  documents: z.int(),
  name: Both,
  known: z.boolean().describe('Whether the packs know it; else reports brought it in'),
  examples: z.array(Example),
})
export type NamedAnswer = z.infer<typeof NamedAnswer>

/** One of two incidents that may be one. */
export const SideAnswer = z.object({
  incident: z.string(),
  title: Both,
  claim: ClaimAnswer,
  around: Around,
  independence: z.object({ atLeast: z.int(), atMost: z.int(), camps: z.int() }),
})
export type SideAnswer = z.infer<typeof SideAnswer>

/** One thing to decide. */
export const QueueItemAnswer = z.discriminatedUnion('kind', [
  Queued.extend({
    kind: z.literal('claim'),
    claim: ClaimAnswer,
    around: Around,
    incident: z.object({ id: z.string(), title: Both, claims: z.int() }).optional(),
  }),
  Queued.extend({
    kind: z.literal('incidents'),
    a: SideAnswer,
    b: SideAnswer,
    score: z.number(),
    reason: z.string().describe('What was found of the two, in English'),
    because: z.array(Reason).describe('The same as codes'),
    said: Both.describe('The same in both languages'),
  }),
  Queued.extend({ kind: z.literal('entities'), a: NamedAnswer, b: NamedAnswer, score: z.number() }),
  Queued.extend({
    kind: z.literal('wording'),
    words: z.string(),
    candidates: z.array(NamedAnswer),
    examples: z.array(Example),
  }),
])
export type QueueItemAnswer = z.infer<typeof QueueItemAnswer>

export const ReviewQuery = z.strictObject({
  kind: z.enum(QUEUE_KINDS).optional(),
  by: z.string().optional().describe('Who reviews: what this analyst said anything of does not come again'),
  entity: z.string().optional().describe('Only what is to be decided about this entity and its names'),
  again: z.stringbool().optional().describe('What others decided and `by` did not: for a second coder'),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  cursor: z.string().optional(),
})

export const ReviewAnswer = z.object({
  items: z.array(QueueItemAnswer),
  total: z.int(),
  next: z.string().optional(),
  waiting: z.record(z.enum(QUEUE_KINDS), z.int()).describe('How much waits, by kind'),
  names: Names,
})
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

export const AgreementAnswer = z.object({
  analysts: z.array(z.object({ by: z.string(), judgements: z.int() })),
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      both: z.int().describe('Things that both decided on'),
      observed: z.number().nullable().describe('Share on which they decided alike'),
      kappa: z.number().nullable().describe("Cohen's κ; null where chance alone would make them agree"),
    }),
  ),
  apart: z.array(
    z.object({
      words: z.array(Judgement).describe('The last word of each analyst'),
      claim: ClaimAnswer.optional().describe('What it is about, where it is a claim'),
      titles: z.array(Both).describe('What it is about, where it is a pair'),
    }),
  ),
  names: Names,
})
export type AgreementAnswer = z.infer<typeof AgreementAnswer>

export const REVIEW_ROUTES = defineRoutes({
  'GET /review': {
    about: 'What waits for an analyst, what would change a conclusion first, page by page',
    query: ReviewQuery,
    answer: ReviewAnswer,
  },
  'GET /review/agreement': {
    about: 'How far the analysts of the case agree, and on what not',
    answer: AgreementAnswer,
  },
  'POST /judgements/{id}/undo': {
    about: 'Takes a judgement back; the log keeps both. In server mode `by` is who is signed in',
    body: z.object({ by: z.string().min(1) }),
    answer: z.object({ judgement: Judgement }),
    status: 201,
  },
})
