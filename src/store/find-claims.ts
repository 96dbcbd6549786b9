import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from './schema.js'
import { type FoundClaim, found } from './shown.js'
import type { Scope } from './store.js'

/** Conditions on claims; all given ones must hold. Words, origin and outlet are normal forms. */
export interface ClaimQuery {
  document?: string | undefined
  incident?: string | undefined
  type?: string | undefined
  status?: string | undefined
  actor?: string | undefined
  /** Actors all of which must take part, or something that belongs to each. */
  actors?: readonly string[] | undefined
  place?: string | undefined
  /** An origin's entity id as it is, or the normal form of its name. */
  origin?: { entity: string; key: string } | undefined
  outletKey?: string | undefined
  words?: readonly string[] | undefined
  /** Days that the claim's time must touch. */
  from?: string | undefined
  to?: string | undefined
  decision?: string | undefined
  /** Only claims after this order key. */
  after?: string | undefined
  limit?: number | undefined
}

type Query = SelectQueryBuilder<Tables, 'shown', object>

/** One page of claims in list order, and how many there are on all pages. */
export async function findClaims(scope: Scope, query: ClaimQuery): Promise<{ rows: FoundClaim[]; total: number }> {
  const matching = matchingClaims(scope, query)
  const counted = await matching.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst()
  let page = matching.select(['shown.json', 'shown.document_id', 'shown.decision', 'shown.order_key'])
  if (query.after !== undefined) page = page.where('shown.order_key', '>', query.after)
  if (query.limit !== undefined) page = page.limit(query.limit)
  const rows = await page.orderBy('shown.order_key').execute()
  return { rows: found(rows), total: Number(counted?.n ?? 0) }
}

/** The claims that fit these conditions, as a query to be narrowed further. */
export function matchingClaims({ db, caseId, engine }: Scope, query: ClaimQuery): Query {
  let q: Query = db.selectFrom('shown').where('shown.case_id', '=', caseId)
  const equal = [
    ['shown.document_id', query.document],
    ['shown.type', query.type],
    ['shown.status', query.status],
    ['shown.outlet_key', query.outletKey],
  ] as const
  for (const [column, value] of equal) if (value !== undefined) q = q.where(column, '=', value)
  if (query.decision === 'none') q = q.where('shown.decision', 'is', null)
  else if (query.decision !== undefined) q = q.where('shown.decision', '=', query.decision)
  const { origin, from, to } = query
  if (origin)
    q = q.where((eb) => eb.or([eb('shown.origin_entity', '=', origin.entity), eb('shown.origin_key', '=', origin.key)]))
  if (from !== undefined) q = q.where('shown.time_to', '>=', from)
  if (to !== undefined) q = q.where((eb) => eb(eb.fn.coalesce('shown.time_from', 'shown.time_to'), '<=', to))
  for (const word of query.words ?? []) q = q.where(contains(word))
  return membership({ db, caseId, engine }, q, query)
}

/** Whether the search text holds the word as it stands: `%` and `_` are letters like any other. */
export function contains(word: string) {
  return sql<boolean>`shown.search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}

/** Conditions on the tables beside `shown`; each a list made once, not a question asked row by row. */
function membership({ db, caseId }: Scope, query: Query, { actor, actors = [], place, incident }: ClaimQuery): Query {
  let q = query
  for (const one of actor === undefined ? actors : [actor, ...actors]) {
    const own = db.selectFrom('claim_actors').select('claim_id').where('case_id', '=', caseId)
    q = q.where('shown.claim_id', 'in', own.where('actor', '=', one))
  }
  if (place !== undefined) {
    const own = db.selectFrom('claim_places').select('claim_id').where('case_id', '=', caseId)
    q = q.where('shown.claim_id', 'in', own.where('place', '=', place))
  }
  if (incident !== undefined) {
    const own = db.selectFrom('incident_claims').select('claim_id').where('case_id', '=', caseId)
    q = q.where('shown.claim_id', 'in', own.where('incident_id', '=', incident))
  }
  return q
}
