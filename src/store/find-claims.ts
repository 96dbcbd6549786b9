import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
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

/** Of more claims than this, the first ones are come upon soon by walking through all in their order. */
const MANY = 5000

/** One page of claims in list order, and how many there are on all pages. `many`: more than so many are walked through. */
export async function findClaims(
  scope: Scope,
  query: ClaimQuery,
  many = MANY,
): Promise<{ rows: FoundClaim[]; total: number }> {
  const matching = matchingClaims(scope, query)
  const counted = await matching.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst()
  const total = Number(counted?.n ?? 0)
  // Each of few is looked up, and they are sorted; of many that reads a page of the file for every one.
  const inOrder = query.limit !== undefined && total > many ? matchingClaims(scope, query, 'walk') : matching
  let page = inOrder.select(['shown.json', 'shown.document_id', 'shown.decision', 'shown.order_key'])
  if (query.after !== undefined) page = page.where('shown.order_key', '>', query.after)
  if (query.limit !== undefined) page = page.limit(query.limit)
  const rows = await page.orderBy('shown.order_key').execute()
  return { rows: found(rows), total }
}

/**
 * The claims that fit these conditions, as a query to be narrowed further. `walk`: to be come upon in their order, each asked
 * for its actors, places and incident; otherwise they are listed by these and looked up.
 */
export function matchingClaims({ db, caseId }: Scope, query: ClaimQuery, how: 'list' | 'walk' = 'list'): Query {
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
  return membership(caseId, q, query, how)
}

/** Whether the search text holds the word as it stands: `%` and `_` are letters like any other. */
export function contains(word: string) {
  return sql<boolean>`shown.search like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
}

/** Conditions on the tables beside `shown`. */
function membership(
  caseId: string,
  query: Query,
  { actor, actors = [], place, incident }: ClaimQuery,
  how: 'list' | 'walk',
): Query {
  let q = query
  for (const one of actor === undefined ? actors : [actor, ...actors])
    q = q.where((eb) => {
      const own = eb.selectFrom('claim_actors as part').select('part.claim_id').where('part.actor', '=', one)
      return isAmong(eb, own.where('part.case_id', '=', caseId), how)
    })
  if (place !== undefined)
    q = q.where((eb) => {
      const own = eb.selectFrom('claim_places as part').select('part.claim_id').where('part.place', '=', place)
      return isAmong(eb, own.where('part.case_id', '=', caseId), how)
    })
  if (incident !== undefined)
    q = q.where((eb) => {
      const own = eb.selectFrom('incident_claims as part').select('part.claim_id')
      return isAmong(eb, own.where('part.case_id', '=', caseId).where('part.incident_id', '=', incident), how)
    })
  return q
}

type Part = { part: Tables['claim_actors'] | Tables['claim_places'] | Tables['incident_claims'] }

/** Whether a claim is among these: a list made once, or a question asked row by row. */
function isAmong<P extends Tables & Part>(
  eb: ExpressionBuilder<Tables, 'shown'>,
  own: SelectQueryBuilder<P, 'shown' | 'part', { claim_id: string }>,
  how: 'list' | 'walk',
) {
  if (how === 'list') return eb('shown.claim_id', 'in', own)
  return eb.exists(own.where(sql<boolean>`part.claim_id = shown.claim_id`))
}
