import { z } from 'zod'
import { Claim } from './claim.js'
import { ClaimType } from './claim-types.js'
import { Grade } from './incident.js'
import { Span } from './span.js'

export const JUDGEMENT_KINDS = ['accept', 'reject', 'correct', 'add', 'same', 'different', 'unsure', 'grade'] as const

/**
 * What a judgement is about. A claim is named by document, span and type, not by its id, so that the judgement
 * survives a re-reading; `same`, `different`, `unsure` name two claims, incidents or entities.
 */
export const JudgementTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('claim'),
    document: z.string(),
    span: Span,
    type: ClaimType,
    claim: z.string().optional(),
  }),
  z.object({ kind: z.literal('pair'), of: z.enum(['claim', 'incident', 'entity']), a: z.string(), b: z.string() }),
  z.object({ kind: z.literal('incident'), incident: z.string() }),
])
export type JudgementTarget = z.infer<typeof JudgementTarget>

/** One decision of an analyst: dated, reasoned, reversible (a later entry with `reverses` takes it back). */
export const Judgement = z.object({
  id: z.string(),
  kind: z.enum(JUDGEMENT_KINDS),
  target: JudgementTarget,
  by: z.string(),
  at: z.string(),
  why: z.string().optional(),
  /** Of `correct` and `add`: the claim as the analyst wants it. */
  claim: Claim.partial().optional(),
  /** Of `grade`. */
  grade: Grade.optional(),
  reverses: z.string().optional(),
})
export type Judgement = z.infer<typeof Judgement>
