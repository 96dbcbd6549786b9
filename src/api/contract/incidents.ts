import { z } from 'zod'
import { ClaimType, IsoDay, Reason, WeighedIncident } from '../../model/index.js'
import { ClaimAnswer } from './claims.js'
import { DecidedAnswer } from './decided.js'
import { defineRoutes } from './define.js'
import { DocumentAnswer } from './documents.js'
import { Both, LEAVE_OUT_QUERY, LeaveOutQuery, Names, namedPageOf, PAGE_QUERY } from './lists.js'
import { MapPlaceAnswer, MarksAnswer } from './map.js'

/** Why, in both languages, beside the English text of the output contract. */
export const SaidReasons = z.object({
  groups: z.array(Both).describe('One for each group of origins'),
  contradictions: z.array(Both.nullable()).describe('One for each contradiction; null where none is given'),
  grade: z.array(Both).describe('Each reason of the grade'),
  joined: z.array(Both).describe('One for each pair of claims in `reasons`'),
})
export type SaidReasons = z.infer<typeof SaidReasons>

/** An incident with its claims, each in a sentence. */
export const IncidentAnswer = WeighedIncident.extend({
  title: Both,
  claimList: z.array(ClaimAnswer),
  reasons: z
    .array(z.object({ a: z.string(), b: z.string(), score: z.number(), reason: z.string(), because: z.array(Reason) }))
    .describe('Why these claims were joined, pair by pair; `reason`: in English'),
  reasonsSaid: SaidReasons,
})
export type IncidentAnswer = z.infer<typeof IncidentAnswer>

/** A place with how many incidents it has, those of what lies in it among them. */
export const IncidentPlaceAnswer = MapPlaceAnswer.pick({ id: true, name: true, sort: true, within: true }).extend({
  incidents: z.int(),
})
export type IncidentPlaceAnswer = z.infer<typeof IncidentPlaceAnswer>

export const IncidentQuery = z.strictObject({
  type: ClaimType.optional(),
  actor: z.string().optional().describe('Id of an actor'),
  place: z.string().optional().describe('Id of a place; what lies in it counts too'),
  from: IsoDay.optional(),
  to: IsoDay.optional(),
  contradicted: z.stringbool().optional().describe('Only incidents with values that cannot all be true'),
  ...PAGE_QUERY,
  ...LEAVE_OUT_QUERY,
})

export const INCIDENT_ROUTES = defineRoutes({
  'GET /incidents': {
    about: 'Incidents with what weighs for them, filtered, page by page',
    query: IncidentQuery,
    answer: namedPageOf(IncidentAnswer),
  },
  // Before the route of one incident, which would take `marks` and `places` for ids.
  'GET /incidents/marks': {
    about: 'Every incident that fits as one mark of a timeline or map, and the places that they stand at',
    query: IncidentQuery.pick({ type: true, actor: true, place: true, contradicted: true }).extend({
      with: z.string().optional().describe('Id of an actor whom claims of the incident name beside `actor`'),
    }),
    answer: z.object({ marks: MarksAnswer, places: z.record(z.string(), MapPlaceAnswer) }),
  },
  'GET /incidents/places': {
    about:
      'Places where incidents are said to have been, and what they lie in: how many each has with all that lies in it',
    answer: z.object({ items: z.array(IncidentPlaceAnswer) }),
  },
  'GET /incidents/{id}': {
    about:
      'One incident, or the one into which it was joined, with the documents that its claims stand in, and the judgements that stand on it',
    query: LeaveOutQuery,
    answer: z.object({
      incident: IncidentAnswer,
      documents: z.array(DocumentAnswer),
      names: Names,
      judgements: z.array(DecidedAnswer),
    }),
  },
})
