import { z } from 'zod'
import { CONTRADICTION_KINDS, IsnadError } from '../../model/index.js'
import type { SayContext } from '../say/say-context.js'

const words = z.string()

/** The fixed words of a report in one language: the `report` part of `packs/ontology/sayings/<language>.yml`. */
const ReportWords = z.strictObject({
  between: words,
  'between-reasons': words,
  arrow: words,
  /** What contradictions can be about, beside counts. */
  fields: z.record(z.string(), words),
  title: words,
  marking: words,
  made: words,
  reading: words,
  'own-words': words,
  'restated-banner': words,
  nothing: words,
  overview: words,
  channel: words,
  months: words,
  incidents: words,
  claims: words,
  what: words,
  'relation-claims': words,
  origins: words,
  undated: words,
  'not-incident': words,
  independence: words,
  'not-established': words,
  'at-least': words,
  'at-most': words,
  'shown-for': words,
  grade: words,
  'decided-grade': words,
  contradiction: z.record(z.enum(CONTRADICTION_KINDS), words),
  /** What we call outcomes and denials, by the English word. */
  values: z.record(z.string(), words),
  happened: words,
  'not-later': words,
  'no-day': words,
  reply: words,
  'reply-intro': words,
  'reply-columns': z.tuple([words, words, words]),
  /** Beside an adverse statement: nobody was asked, asked without an answer, answered. */
  'reply-missing': words,
  'reply-asked': words,
  'reply-answer': words,
  notes: words,
  note: z.strictObject({
    outlet: words,
    'no-outlet': words,
    restated: words,
    published: words,
    'not-dated': words,
    address: words,
    file: words,
    captured: words,
    hash: words,
    chain: words,
    'own-voice': words,
    decision: words,
    evidence: words,
  }),
  basis: z.strictObject({ metadata: words, dateline: words, inferred: words, none: words }),
  decisions: z.strictObject({ accepted: words, rejected: words, corrected: words, added: words }),
})
export type ReportWords = z.infer<typeof ReportWords>

/** What a report's lines are made with: the context of sentences, and the report's own words. */
export interface ReportContext extends SayContext {
  words: ReportWords
}

/** Checks that a language has all words of a report; throws `pack-value` with the first that is missing. */
export function reportContext(context: SayContext): ReportContext {
  const parsed = ReportWords.safeParse(context.sayings.report)
  if (parsed.success) return { ...context, words: parsed.data }
  const issue = parsed.error.issues[0]
  throw new IsnadError('pack-value', `report.${issue?.path.join('.')}: ${issue?.message}`, {
    where: { file: `packs/ontology/sayings/${context.language}.yml` },
    hint: 'A report needs every word that the English file has.',
  })
}
