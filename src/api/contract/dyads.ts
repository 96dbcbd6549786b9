import { z } from 'zod'
import { Channel, Dyad, DyadCell, Independence } from '../../model/index.js'
import { ClaimAnswer } from './claims.js'
import { defineRoutes } from './define.js'
import { IncidentAnswer } from './incidents.js'
import { Both, LEAVE_OUT_QUERY, LeaveOutQuery, Names, PAGE_QUERY, pageOf } from './lists.js'

/** Two actors as the overview ranks them. */
export const DyadSummaryAnswer = z.object({
  a: z.string(),
  b: z.string(),
  aName: Both,
  bName: Both,
  incidents: z.int(),
  claims: z.int(),
  channels: z.array(z.string()),
  independence: Independence.pick({ atLeast: true, atMost: true, camps: true }),
})
export type DyadSummaryAnswer = z.infer<typeof DyadSummaryAnswer>

/** Somebody whose word can be left out, and how many claims of the relationship then go. */
export const Voice = z.object({
  value: z.string(),
  label: z.string().describe('As the documents have it; of a person who is no public figure, initials'),
  claims: z.int(),
})
export type Voice = z.infer<typeof Voice>

/** The ledger of two actors. */
export const DyadAnswer = Dyad.extend({
  aName: Both,
  bName: Both,
  outlets: z.array(Voice),
  camps: z.array(Voice),
  origins: z.array(Voice),
  whole: z.object({ claims: z.int(), incidents: z.int() }).describe('Before anything was left out'),
  names: Names,
})
export type DyadAnswer = z.infer<typeof DyadAnswer>

/** One cell of the ledger, opened. */
export const CellAnswer = z.object({
  cell: DyadCell,
  incidents: z.array(IncidentAnswer),
  claims: z.array(ClaimAnswer).describe('Claims that belong to no incident'),
  names: Names,
})
export type CellAnswer = z.infer<typeof CellAnswer>

export const DYAD_ROUTES = defineRoutes({
  'GET /dyads': {
    about: 'Pairs of actors that something is said to have passed between, the best attested first, page by page',
    query: z.strictObject({
      ...PAGE_QUERY,
      ...LEAVE_OUT_QUERY,
      actor: z.string().optional().describe('Id of an actor who is one of the two'),
    }),
    answer: pageOf(DyadSummaryAnswer),
  },
  'GET /dyad/{a}/{b}': {
    about: 'The ledger of two actors: channels by month, and everyone whose word can be left out',
    query: LeaveOutQuery,
    answer: DyadAnswer,
  },
  'GET /dyad/{a}/{b}/cell': {
    about: 'One cell of the ledger, opened to its incidents and claims',
    query: z.strictObject({ channel: Channel, month: z.string().regex(/^(\d{4}-\d{2}|undated)$/), ...LEAVE_OUT_QUERY }),
    answer: CellAnswer,
  },
})
