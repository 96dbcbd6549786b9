import { sql } from 'kysely'
import { eachChunk, gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import type { Scope } from './store.js'

/** Two documents of which one repeats the other, or both a third. */
export interface StoredRepeat {
  a: string
  b: string
  kind: string
  evidence: string
}

/** Replaces all pairs that any of these documents stands in; returns those that were there. */
export async function replaceRepeats(
  scope: Scope,
  documents: readonly string[],
  pairs: readonly StoredRepeat[],
): Promise<StoredRepeat[]> {
  const { db, caseId } = scope
  const old = await repeatsOfDocuments(scope, documents)
  const all = db.deleteFrom('repeats').where('case_id', '=', caseId)
  for (const column of ['document_id', 'other_id'] as const)
    await eachChunk(documents, (part) => all.where(column, 'in', part).execute())
  const rows = pairs.map(({ a, b, kind, evidence }) => {
    const [document_id, other_id] = a < b ? [a, b] : [b, a]
    return { case_id: caseId, document_id, other_id, kind, evidence }
  })
  await insertRows(scope, 'repeats', rows)
  return old
}

/** The pairs that any of these documents stands in. */
export async function repeatsOfDocuments(scope: Scope, documents: readonly string[]): Promise<StoredRepeat[]> {
  const query = inLists(scope)
  const first = await gather(documents, (part) => query.where('document_id', 'in', part).execute())
  // Of two of these documents the pair is found already.
  const second = await gather(documents, (part) =>
    query.where('other_id', 'in', part).where('document_id', 'not in', part).execute(),
  )
  return [...first, ...second].flatMap(restore)
}

/** The documents that stand in a pair with any of these, each once. */
export async function repeatersOf({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  const all = db.selectFrom('repeats').where('case_id', '=', caseId).distinct()
  const found = await gather(documents, (part) => {
    const after = all.select('other_id as id').where('document_id', 'in', part)
    return after.union(all.select('document_id as id').where('other_id', 'in', part)).execute()
  })
  return [...new Set(found.map(({ id }) => id))]
}

/** Of these documents those that stand in a pair. */
export async function repeatersAmong({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  const pairs = db.selectFrom('repeats').where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => {
    const first = pairs.select('document_id as id').where('document_id', 'in', part)
    return first.union(pairs.select('other_id as id').where('other_id', 'in', part)).execute()
  })
  return [...new Set(rows.map(({ id }) => id))]
}

/** All pairs of the case. */
export async function listRepeats(scope: Scope): Promise<StoredRepeat[]> {
  return (await inLists(scope).execute()).flatMap(restore)
}

/** Pairs, those of one document in one row: of a text with hundreds of copies they are very many, and rows cost time. */
function inLists({ db, caseId }: Scope) {
  const others = sql<string>`string_agg(other_id, ' ')`.as('others')
  const query = db.selectFrom('repeats').select(['document_id', 'kind', 'evidence', others])
  return query.where('case_id', '=', caseId).groupBy(['document_id', 'kind', 'evidence'])
}

function restore(row: { document_id: string; kind: string; evidence: string; others: string }): StoredRepeat[] {
  const { document_id: a, kind, evidence } = row
  return row.others.split(' ').map((b) => ({ a, b, kind, evidence }))
}
