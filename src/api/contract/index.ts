/**
 * What the API takes and gives, route by route, as schemas. The server checks by them, `openapi.json` is made from them,
 * and the screens take their types from them. Imports nothing but the model.
 */
import type { z } from 'zod'
import { ADD_ROUTES } from './adds.js'
import { CASE_ROUTES } from './case.js'
import { CLAIM_ROUTES } from './claims.js'
import { DECIDED_ROUTES } from './decided.js'
import { DOCUMENT_ROUTES } from './documents.js'
import { DYAD_ROUTES } from './dyads.js'
import { ENTITY_ROUTES } from './entities.js'
import { INCIDENT_ROUTES } from './incidents.js'
import { JUDGEMENT_ROUTES } from './judgements.js'
import { MAP_ROUTES } from './map.js'
import { NETWORK_ROUTES } from './network.js'
import { PEOPLE_ROUTES } from './people.js'
import { REPORT_ROUTES } from './reports.js'
import { REVIEW_ROUTES } from './review.js'
import { SEARCH_ROUTES } from './search.js'
import { SESSION_ROUTES } from './session.js'
import { SOURCE_ROUTES } from './sources.js'

export type * from './adds.js'
export type * from './case.js'
export type * from './claims.js'
export type * from './decided.js'
export type * from './define.js'
export type * from './documents.js'
export type * from './dyads.js'
export type * from './entities.js'
export type * from './incidents.js'
export type * from './judgements.js'
export type * from './lists.js'
export type * from './map.js'
export type * from './network.js'
export type * from './people.js'
export type * from './reports.js'
export type * from './review.js'
export type * from './search.js'
export type * from './session.js'
export type * from './sources.js'

/** Every route of the API. */
export const CONTRACT = {
  ...CASE_ROUTES,
  ...CLAIM_ROUTES,
  ...INCIDENT_ROUTES,
  ...DYAD_ROUTES,
  ...DOCUMENT_ROUTES,
  ...ENTITY_ROUTES,
  ...JUDGEMENT_ROUTES,
  ...DECIDED_ROUTES,
  ...MAP_ROUTES,
  ...REVIEW_ROUTES,
  ...SEARCH_ROUTES,
  ...SESSION_ROUTES,
  ...NETWORK_ROUTES,
  ...PEOPLE_ROUTES,
  ...REPORT_ROUTES,
  ...SOURCE_ROUTES,
  ...ADD_ROUTES,
}
export type Contract = typeof CONTRACT

/** What a route answers with, as a client sees it. */
export type Answer<A extends keyof Contract> = Contract[A]['answer'] extends infer S extends z.ZodType
  ? z.output<S>
  : never
/** What a route's query may hold, as a client gives it. */
export type Query<A extends keyof Contract> = Contract[A] extends { query: infer Q extends z.ZodType }
  ? z.output<Q>
  : Record<never, never>
/** What is sent to a route. */
export type Body<A extends keyof Contract> = Contract[A] extends { body: infer B }
  ? B extends z.ZodType
    ? z.input<B>
    : FormData
  : undefined
