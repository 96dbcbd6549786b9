import type { Expression, ExpressionBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import { type ClaimQuery, contains, matchingClaims } from './find-claims.js'
import type { Tables } from './schema.js'
import { type FoundClaim, found } from './shown.js'
import type { Scope } from './store.js'

/** A word that is searched for: its stem, whether longer words that begin with it fit, and the entities that it may name. */
export interface Term {
  word: string
  prefix: boolean
  entities: readonly string[]
}

/** A search: every term must be found, or one of the entities that the terms together name; and all filters must hold. */
export interface WordQuery {
  terms: readonly Term[]
  named: readonly string[]
  filter: Pick<ClaimQuery, 'type' | 'actor' | 'place' | 'outletKey' | 'from' | 'to'>
  language?: string | undefined
}

/** Where a page begins, in list order, and how many rows are asked for. */
export interface From {
  after?: string | undefined
  limit: number
}

/** Comes after every word that begins with another. */
const LAST = String.fromCodePoint(0x10ffff)

/** Entities of which a wording in the reports holds this word, or one that begins with it; at most `limit`. */
export async function entitiesNamed(
  { db, caseId }: Scope,
  { word, prefix }: Pick<Term, 'word' | 'prefix'>,
  limit: number,
): Promise<string[]> {
  const all = db.selectFrom('name_words').select('entity_id').distinct().where('case_id', '=', caseId)
  const own = prefix ? all.where('word', '>=', word).where('word', '<', word + LAST) : all.where('word', '=', word)
  return (await own.limit(limit).execute()).map((row) => row.entity_id)
}

/** Keys of claims without any day begin with this. */
const UNDATED = '9999'

type Documents = SelectQueryBuilder<Tables, 'documents', object>

/** Positions of the documents that hold a term, or that name one of its entities. */
function positions({ db, caseId }: Scope, { word, prefix, entities }: Term) {
  const all = db.selectFrom('document_words').select('seq').where('case_id', '=', caseId)
  const own = prefix ? all.where('word', '>=', word).where('word', '<', word + LAST) : all.where('word', '=', word)
  return entities.length === 0 ? own : own.union(naming({ db, caseId }, entities))
}

function naming({ db, caseId }: Pick<Scope, 'db' | 'caseId'>, entities: readonly string[]) {
  const mentions = db.selectFrom('mentions').select('document_id').where('case_id', '=', caseId)
  const documents = db.selectFrom('documents').select('seq').where('case_id', '=', caseId)
  return documents.where('document_id', 'in', mentions.where('entity_id', 'in', entities))
}

function matchingDocuments(scope: Scope, query: WordQuery): Documents {
  const { db, caseId } = scope
  let q: Documents = db.selectFrom('documents').where('documents.case_id', '=', caseId).where('forgotten', 'is', null)
  q = q.where((eb) => {
    const every = eb.and(query.terms.map((term) => eb('documents.seq', 'in', positions(scope, term))))
    return query.named.length === 0 ? every : eb.or([every, eb('documents.seq', 'in', naming(scope, query.named))])
  })
  const { outletKey, from, to, type, actor, place } = query.filter
  if (query.language !== undefined) q = q.where('language', '=', query.language)
  if (outletKey !== undefined) q = q.where('outlet_key', '=', outletKey)
  if (from !== undefined) q = q.where('published_to', '>=', from)
  if (to !== undefined) q = q.where('published_from', '<=', to)
  if (type !== undefined || actor !== undefined || place !== undefined) {
    const claims = matchingClaims(scope, { type, actor, place }).select('shown.document_id')
    q = q.where('documents.document_id', 'in', claims)
  }
  return q
}

/** How many documents a search finds. */
export async function countWordDocuments(scope: Scope, query: WordQuery): Promise<number> {
  const row = await matchingDocuments(scope, query)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Documents that a search finds, the last added first. */
export async function findWordDocuments(
  scope: Scope,
  query: WordQuery,
  { after, limit }: From,
): Promise<{ id: string; orderKey: string }[]> {
  let q = matchingDocuments(scope, query).select(['document_id', 'seq'])
  if (after !== undefined) q = q.where('documents.seq', '<', Number(after.split('/')[0]))
  const rows = await q.orderBy('documents.seq', 'desc').limit(limit).execute()
  return rows.map(({ document_id, seq }) => ({ id: document_id, orderKey: `${seq}/${document_id}` }))
}

/**
 * Claims that a search finds, the latest day first, those without one last. `documents`: those that hold all of its terms, where they are few;
 * the claims of others are then not looked at.
 */
export async function findWordClaims(
  scope: Scope,
  query: WordQuery,
  { after, limit }: From,
  documents?: readonly string[],
): Promise<FoundClaim[]> {
  const columns = ['shown.json', 'shown.document_id', 'shown.decision', 'shown.order_key'] as const
  const read = async (from: string, to: string, most: number) => {
    if (most === 0 || from >= to) return []
    const own = wordClaims(scope, query, documents).select(columns)
    const within = own.where('shown.order_key', '>=', from).where('shown.order_key', '<', to)
    return found(await within.orderBy('shown.order_key', 'desc').limit(most).execute()).reverse()
  }
  const dated = await read(
    '',
    after !== undefined && after < UNDATED ? after : UNDATED,
    after && after >= UNDATED ? 0 : limit,
  )
  const end = after !== undefined && after >= UNDATED ? after : LAST
  return [...dated, ...(await read(UNDATED, end, limit - dated.length))]
}

/** How many claims a search finds among these documents. */
export async function countWordClaims(scope: Scope, query: WordQuery, documents: readonly string[]): Promise<number> {
  const row = await wordClaims(scope, query, documents)
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

type Claims = ExpressionBuilder<Tables, 'shown'>

function wordClaims(scope: Scope, query: WordQuery, documents?: readonly string[]) {
  const { db, caseId } = scope
  const tellsOf = (eb: Claims, entities: readonly string[]): Expression<SqlBool>[] => {
    if (entities.length === 0) return []
    const actors = db.selectFrom('claim_actors').select('claim_id').where('case_id', '=', caseId)
    const places = db.selectFrom('claim_places').select('claim_id').where('case_id', '=', caseId)
    return [
      eb('shown.claim_id', 'in', actors.where('actor', 'in', entities).where('role', '!=', 'within')),
      eb('shown.claim_id', 'in', places.where('place', 'in', entities).where('role', '!=', 'within')),
      eb('shown.origin_entity', 'in', entities),
    ]
  }
  let q = matchingClaims(scope, query.filter).where((eb) => {
    const every = query.terms.map((term) => eb.or([contains(term.word), ...tellsOf(eb, term.entities)]))
    return eb.or([eb.and(every), ...tellsOf(eb, query.named)])
  })
  if (documents) q = q.where('shown.document_id', 'in', documents)
  if (query.language !== undefined) {
    const own = db.selectFrom('documents').select('document_id').where('case_id', '=', caseId)
    q = q.where('shown.document_id', 'in', own.where('language', '=', query.language))
  }
  return q
}
