import { z } from 'zod'
import { Republication, Tlp, Unread } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both, LeaveOutQuery, Names, PageQuery, pageOf } from './lists.js'

const Tally = z.record(z.string(), z.int())

/** What is in the case as a whole, and how well it is sourced. */
export const SummaryAnswer = z.object({
  name: z.string(),
  tlp: Tlp,
  documents: z.int(),
  languages: Tally,
  outlets: z.int(),
  claims: z.int(),
  incidents: z.int(),
  entities: z.int(),
  contradictions: z.int(),
  unnamedOriginClaims: z.int().describe('Claims whose origin is an unnamed source'),
  ownVoiceClaims: z.int().describe("Claims in an outlet's own voice"),
  byCamp: z
    .array(
      z.object({
        camp: z.string().nullable().describe('Null: no camp is known'),
        claims: z.int(),
        unnamed: z.int().describe('Of these, claims whose origin is an unnamed source'),
      }),
    )
    .describe('Claims by the camp that says them, most first'),
  names: Names,
  byType: Tally,
  byStatus: Tally,
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
})
export type SummaryAnswer = z.infer<typeof SummaryAnswer>

/** A sentence that names two actors or holds a trigger, and gave no claim. */
export const UnreadAnswer = Unread.extend({ document: z.string(), path: z.string() })
export type UnreadAnswer = z.infer<typeof UnreadAnswer>

/** What the ontology calls its own terms: by list, then by id, in the order of screens. */
export const Titles = z.object({
  types: z.record(z.string(), Both),
  channels: z.record(z.string(), Both),
  statuses: z.record(z.string(), Both),
  modes: z.record(z.string(), Both),
  counts: z.record(z.string(), Both),
  hopKinds: z.record(z.string(), Both),
  modeOf: z
    .record(z.string(), z.string())
    .describe('The type that a mode is of, where claims of that type go by its name'),
  channelOf: z.record(z.string(), z.string()).describe('The row of the ledger that each type stands in'),
})
export type Titles = z.infer<typeof Titles>

/** Documents that repeat one another, with what a list calls them. */
export const RepublicationAnswer = Republication.extend({
  documents: z.array(
    z.object({ id: z.string(), path: z.string(), title: z.string().optional(), outlet: z.string().optional() }),
  ),
})
export type RepublicationAnswer = z.infer<typeof RepublicationAnswer>

export const CASE_ROUTES = defineRoutes({
  'GET /case': {
    about: 'What the case is called, and how it is marked',
    answer: z.object({
      name: z.string(),
      tlp: Tlp,
      strictest: Tlp.describe(
        'The strictest marking of the case and all its documents, which a page that shows them bears',
      ),
    }),
  },
  'GET /summary': {
    about: 'What is in the case, and how well it is sourced',
    query: LeaveOutQuery,
    answer: SummaryAnswer,
  },
  'GET /republications': {
    about: 'Documents that repeat one another, page by page',
    query: PageQuery,
    answer: pageOf(RepublicationAnswer),
  },
  'GET /unread': {
    about: 'Sentences that should have given a claim and did not, page by page',
    query: PageQuery,
    answer: pageOf(UnreadAnswer),
  },
  'GET /ontology': { about: 'What the terms are called in both languages', answer: Titles },
})
