import { z } from 'zod'
import { Claim, Document, Mention, Reading } from '../../model/index.js'
import { ClaimAnswer } from './claims.js'
import { defineRoutes } from './define.js'
import { Names, PageQuery, pageOf } from './lists.js'

/** A document without its text. */
export const DocumentAnswer = Document.omit({ text: true }).extend({
  claims: z.int().describe('How many claims it makes'),
  forgotten: z.object({ at: z.string(), why: z.string() }).optional().describe('Set where its text was removed'),
  mentions: z.array(Mention).optional(),
})
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

/** One capture of a document's bytes. */
export const CustodyAnswer = z.object({
  kind: z.enum(['document', 'container', 'again']).describe('again: the same address once more, with nothing new'),
  sha256: z.string(),
  size: z.int().describe('Bytes'),
  path: z.string(),
  at: z.string(),
  url: z.string().optional(),
  status: z.int().optional(),
  tool: z.string(),
  same: z.enum(['bytes', 'text']).optional(),
})
export type CustodyAnswer = z.infer<typeof CustodyAnswer>

/** How a document came in and changed. */
const EditedPiece = z
  .object({ text: z.string(), in: z.enum(['both', 'before', 'after']) })
  .describe('A stretch of an edited paragraph: in both versions, or in one of them')

export const HistoryAnswer = z.object({
  custody: z.array(CustodyAnswer).describe('Oldest first'),
  versions: z
    .object({
      address: z.string(),
      versions: z.array(
        z.object({
          document: z.string(),
          number: z.int(),
          title: z.string().optional(),
          captured: z.array(z.string()),
        }),
      ),
      changes: z
        .array(z.object({ paragraphs: z.array(z.array(EditedPiece)) }))
        .describe('What changed from each version to the next: every paragraph that is another, in its pieces'),
    })
    .nullable()
    .describe('Null where its address gave one text only'),
  reread: z.object({ added: z.array(Claim), removed: z.array(Claim) }).describe('What the newest reading changed'),
})
export type HistoryAnswer = z.infer<typeof HistoryAnswer>

export const DOCUMENT_ROUTES = defineRoutes({
  'GET /documents': {
    about: 'Documents without their texts, in the order of adding, page by page',
    query: PageQuery.extend({
      order: z
        .enum(['added', 'newest', 'published'])
        .optional()
        .describe('Default: in the order of adding; the others have the newest first'),
      entity: z.string().optional().describe('Only documents that name it'),
    }),
    answer: pageOf(DocumentAnswer),
  },
  'GET /documents/{id}': {
    about: 'One document with its text, its newest reading, and its claims as decided',
    answer: z.object({ document: DocumentAnswer, reading: Reading, claims: z.array(ClaimAnswer), names: Names }),
  },
  'GET /documents/{id}/history': {
    about: 'How a document came in, its versions, and what its newest reading changed',
    answer: HistoryAnswer,
  },
  'GET /documents/{id}/raw': { about: 'The bytes as captured, as a file to save', answer: 'file' },
})
