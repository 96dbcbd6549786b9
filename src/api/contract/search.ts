import { z } from 'zod'
import { ClaimType, EntityKind, Independence, IsoDay, Span } from '../../model/index.js'
import { ClaimAnswer } from './claims.js'
import { defineRoutes } from './define.js'
import { DocumentAnswer } from './documents.js'
import { Both, Names, PAGE_QUERY } from './lists.js'

/** What is searched for, and filters that must all hold. */
export const SearchQuery = z.strictObject({
  q: z.string().max(400).default('').describe('Words in any order, in either script'),
  type: ClaimType.optional(),
  actor: z.string().optional().describe('Id of an actor that takes part'),
  place: z.string().optional().describe('Id of a place'),
  outlet: z.string().optional(),
  language: z.string().optional().describe('Of the document'),
  from: IsoDay.optional(),
  to: IsoDay.optional(),
  only: z.enum(['claims', 'documents', 'names']).optional().describe('One kind of hits: for the pages after the first'),
  ...PAGE_QUERY,
})

const hitsOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.int().nullable().describe('Null where there are many and they were not counted'),
    next: z.string().optional().describe('The cursor of the page after; absent on the last'),
  })

export const SearchAnswer = z.object({
  entities: z.array(
    z.object({
      id: z.string(),
      kind: EntityKind,
      documents: z.int().describe('How many documents name it'),
      name: Both,
      partly: z.boolean().describe('Only some of the words are in its names'),
      also: z.array(z.string()).describe('Further names; none of a private person'),
    }),
  ),
  claims: hitsOf(z.object({ claim: ClaimAnswer, marks: z.array(Span).describe('Offsets into the evidence') })),
  documents: hitsOf(
    z.object({
      document: DocumentAnswer,
      passage: z
        .object({ start: z.int(), end: z.int(), text: z.string(), marks: z.array(Span) })
        .describe('The sentence that holds most of the words; marks are offsets into it'),
    }),
  ),
  partly: z
    .boolean()
    .describe('Nothing holds all words: claims and documents are those that name one whose whole name is among them'),
  names: Names,
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** An incident that was looked for by words, with as much as tells it from others. */
export const FoundIncidentAnswer = z.object({
  id: z.string(),
  type: ClaimType,
  title: Both,
  claims: z.int(),
  independence: Independence.pick({ atLeast: true, atMost: true, camps: true }),
  said: Both.describe('The claim that holds the words, in a sentence'),
})
export type FoundIncidentAnswer = z.infer<typeof FoundIncidentAnswer>

export const SEARCH_ROUTES = defineRoutes({
  'GET /search/incidents': {
    about:
      'Incidents of which a claim holds all words, in either script; of no words those that have most to do with `near`',
    query: z.strictObject({
      q: SearchQuery.shape.q,
      near: z.string().optional().describe('Id of an incident, which is not found itself'),
    }),
    answer: z.object({ items: z.array(FoundIncidentAnswer) }),
  },
  'GET /search': {
    about:
      'Claims, documents and names that hold all words, then names that hold some; a name is found by its spelling in the other script too',
    query: SearchQuery,
    answer: SearchAnswer,
  },
})
