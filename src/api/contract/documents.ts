import { z } from 'zod'
import { Document, Mention, Reading } from '../../model/index.js'
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

export const DOCUMENT_ROUTES = defineRoutes({
  'GET /documents': {
    about: 'Documents without their texts, in the order of adding, page by page',
    query: PageQuery,
    answer: pageOf(DocumentAnswer),
  },
  'GET /documents/{id}': {
    about: 'One document with its text, its newest reading, and its claims as decided',
    answer: z.object({ document: DocumentAnswer, reading: Reading, claims: z.array(ClaimAnswer), names: Names }),
  },
  'GET /documents/{id}/raw': { about: 'The bytes as captured, as a file to save', answer: 'file' },
})
