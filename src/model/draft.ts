import { z } from 'zod'
import { Tlp } from './care.js'
import { IsoDay } from './document.js'

/** A sentence of the author's own, and the claims that it rests on; one that rests on none keeps a report from being built. */
export const DraftSentence = z.object({ text: z.string().max(4000), claims: z.array(z.string()).max(50) })
export type DraftSentence = z.infer<typeof DraftSentence>

/**
 * One part of a report, in the order of the report: an incident with the claims that are told of it, a heading, or a
 * paragraph of the author's own sentences. The claims find the incident again when new documents gave it another id.
 */
export const DraftPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('incident'), incident: z.string(), claims: z.array(z.string()).max(2000) }),
  z.object({ kind: z.literal('heading'), text: z.string().max(400) }),
  z.object({ kind: z.literal('text'), sentences: z.array(DraftSentence).max(200) }),
])
export type DraftPart = z.infer<typeof DraftPart>

/** What became of the right of reply to one adverse statement: the day on which the person was asked, and the answer. */
export const DraftReply = z.object({ asked: IsoDay.optional(), answer: z.string().max(4000).optional() })
export type DraftReply = z.infer<typeof DraftReply>

/** A report as its author has it so far. */
export const ReportDraft = z.object({
  id: z.string(),
  title: z.string().max(400),
  language: z.enum(['en', 'ar']),
  /** The strictest marking that its readers may have. */
  tlp: Tlp,
  parts: z.array(DraftPart).max(500),
  /** By the id of the claim that says something adverse of a named person. */
  replies: z.record(z.string(), DraftReply),
  /** Counts the times it was saved; who saves says which one he had, so that nobody writes over another unseen. */
  revision: z.int().min(0),
  /** When it was last saved. */
  at: z.string(),
})
export type ReportDraft = z.infer<typeof ReportDraft>
