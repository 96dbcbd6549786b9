import { sql } from 'kysely'
import { eachChunk, gather, rowChunks } from './in-chunks.js'
import type { Scope } from './store.js'

/** Two documents of which one repeats the other, or both a third. */
export interface StoredRepeat {
  a: string
  b: string
  kind: string
  evidence: string
}

/** Replaces the keys by which documents are found by those that may repeat them. Returns what was there before. */
export async function replaceTextKeys(
  { db, caseId }: Scope,
  keysOf: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Set<string>>> {
  const before = new Map([...keysOf.keys()].map((document) => [document, new Set<string>()]))
  const own = db.deleteFrom('text_keys').where('case_id', '=', caseId).returning(['document_id', 'text_key'])
  const old = await gather([...keysOf.keys()], (part) => own.where('document_id', 'in', part).execute())
  for (const { document_id, text_key } of old) before.get(document_id)!.add(text_key)
  const rows = [...keysOf].flatMap(([document_id, keys]) =>
    [...new Set(keys)].map((text_key) => ({ case_id: caseId, text_key, document_id })),
  )
  for (const part of rowChunks(rows)) await db.insertInto('text_keys').values(part).execute()
  return before
}

/** Of these keys those that more than `limit` documents hold; no more of a key's documents are looked at than that takes. */
export async function heldByMore({ db, caseId }: Scope, keys: readonly string[], limit: number): Promise<Set<string>> {
  const rows = await gather([...new Set(keys)], (part) => {
    const sought = sql<{ column1: string }>`(values ${sql.join(part.map((key) => sql`(${key})`))})`.as('sought')
    const query = db.selectFrom(sought).select('column1 as key')
    return query
      .where(({ exists, selectFrom }) => {
        const holders = selectFrom('text_keys').select('document_id').where('case_id', '=', caseId)
        return exists(holders.whereRef('text_key', '=', 'sought.column1').limit(1).offset(limit))
      })
      .execute()
  })
  return new Set(rows.map(({ key }) => key))
}

/** The documents that hold any of these keys. */
export async function keyHolders({ db, caseId }: Scope, keys: readonly string[]): Promise<Set<string>> {
  const query = db.selectFrom('text_keys').select('document_id').distinct().where('case_id', '=', caseId)
  const rows = await gather(keys, (part) => query.where('text_key', 'in', part).execute())
  return new Set(rows.map((row) => row.document_id))
}

/** The documents that hold each of these keys. */
export async function holdersByKey({ db, caseId }: Scope, keys: readonly string[]): Promise<Map<string, string[]>> {
  const query = db.selectFrom('text_keys').select(['text_key', 'document_id']).where('case_id', '=', caseId)
  const holders = new Map<string, string[]>()
  for (const row of await gather(keys, (part) => query.where('text_key', 'in', part).execute())) {
    const own = holders.get(row.text_key)
    own ? own.push(row.document_id) : holders.set(row.text_key, [row.document_id])
  }
  return holders
}

/** Of the documents that hold any of these keys those that stand in a pair. */
export async function repeatersHolding({ db, caseId }: Scope, keys: readonly string[]): Promise<string[]> {
  const pairs = db.selectFrom('repeats').where('case_id', '=', caseId)
  const rows = await gather(keys, (part) => {
    const holders = db.selectFrom('text_keys').select('document_id').where('case_id', '=', caseId)
    const own = holders.where('text_key', 'in', part)
    const first = pairs.select('document_id as id').where('document_id', 'in', own)
    return first.union(pairs.select('other_id as id').where('other_id', 'in', own)).execute()
  })
  return [...new Set(rows.map(({ id }) => id))]
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
  for (const part of rowChunks(rows)) await db.insertInto('repeats').values(part).execute()
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
