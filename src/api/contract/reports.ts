import { z } from 'zod'
import { DraftReply, IsoDay, ReportDraft } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { IncidentAnswer } from './incidents.js'
import { Names } from './lists.js'

/** A report as its author has it so far, with the incidents that it tells. */
export const ReportAnswer = z.object({
  draft: ReportDraft,
  incidents: z.record(z.string(), IncidentAnswer).describe('By the position of the part that tells it, from 0'),
  persons: z
    .record(z.string(), z.array(z.string()))
    .describe('By claim: the named persons that it says something adverse of, as the report prints them'),
  names: Names,
})
export type ReportAnswer = z.infer<typeof ReportAnswer>

/** Why a report cannot be built, and where. */
export const ReportProblem = z.object({
  code: z.enum(['unsourced-statement', 'tlp-refused']),
  message: z.string(),
  hint: z.string().optional(),
  part: z.int().optional().describe('Position of the part, from 0'),
  sentence: z.int().optional().describe('Position of the sentence in its part, from 0'),
  claim: z.string().optional(),
})
export type ReportProblem = z.infer<typeof ReportProblem>

const Inline = z.union([z.string(), z.object({ note: z.int() }), z.object({ quote: z.string() })])
const Line = z.array(Inline)

/** A report before it has a format. */
export const BuiltReport = z.object({
  title: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  marking: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('heading'),
        level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        text: z.string(),
      }),
      z.object({
        kind: z.literal('paragraph'),
        parts: Line,
        role: z.enum(['marking', 'banner', 'aside', 'own', 'reply']).optional(),
      }),
      z.object({ kind: z.literal('list'), items: z.array(Line) }),
      z.object({ kind: z.literal('table'), head: z.array(z.string()), rows: z.array(z.array(Line)) }),
      z.object({ kind: z.literal('notes'), items: z.array(z.object({ number: z.int(), parts: Line })) }),
    ]),
  ),
})
export type BuiltReport = z.infer<typeof BuiltReport>

export const ReportListItem = ReportDraft.pick({ id: true, title: true, language: true, tlp: true, at: true }).extend({
  parts: z.int(),
})
export type ReportListItem = z.infer<typeof ReportListItem>

const NewReport = ReportDraft.pick({ title: true, language: true, tlp: true })
const Saved = z.object({ draft: ReportDraft })
const SaveReport = ReportDraft.omit({ id: true, at: true }).extend({ replies: z.record(z.string(), DraftReply) })

export const REPORT_ROUTES = defineRoutes({
  'GET /reports': {
    about: 'The reports that are being written, last saved first',
    answer: z.object({ items: z.array(ReportListItem) }),
    etag: false,
  },
  'POST /reports': { about: 'Begins a report', body: NewReport, answer: Saved, status: 201 },
  'GET /reports/{id}': {
    about: 'One report, with what it tells',
    answer: ReportAnswer,
    etag: false,
  },
  'PUT /reports/{id}': {
    about: 'Saves a report; refused where it was saved elsewhere since the revision that is given',
    body: SaveReport,
    answer: Saved,
  },
  'DELETE /reports/{id}': { about: 'Removes a report', answer: z.object({ removed: z.string() }) },
  'GET /reports/{id}/problems': {
    about:
      'What keeps a report from being built: every unsourced statement, and material that its readers may not have',
    answer: z.object({ items: z.array(ReportProblem) }),
    etag: false,
  },
  'GET /reports/{id}/built': {
    about: 'The report as built: each statement with its note. Refused where a statement is unsourced',
    query: z.strictObject({ day: IsoDay.optional().describe('The day that it says it was made; default today') }),
    answer: BuiltReport,
    etag: false,
  },
  'GET /reports/{id}/file': {
    about: 'The report as a file to save',
    query: z.strictObject({ format: z.enum(['html', 'markdown', 'docx']) }),
    answer: 'file',
  },
})
