import { sql } from 'kysely'
import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import type { Scope } from './store.js'

/**
 * Keys by which documents are found by those that may repeat them. A document has a hundred and more, so that its position
 * in the case stands for its long id.
 */

/** Replaces the keys of these documents. Returns what was there before. */
export async function replaceTextKeys(
  scope: Scope,
  keysOf: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Set<string>>> {
  const { db, caseId } = scope
  const documents = await gather([...keysOf.keys()], (part) =>
    db
      .selectFrom('documents')
      .select(['document_id', 'seq'])
      .where('case_id', '=', caseId)
      .where('document_id', 'in', part)
      .execute(),
  )
  const idOf = new Map(documents.map(({ document_id, seq }) => [seq, document_id]))
  const before = new Map([...keysOf.keys()].map((document) => [document, new Set<string>()]))
  const own = db.deleteFrom('text_keys').where('case_id', '=', caseId).returning(['seq', 'text_key'])
  const old = await gather([...idOf.keys()], (part) => own.where('seq', 'in', part).execute())
  for (const { seq, text_key } of old) before.get(idOf.get(seq)!)!.add(text_key)
  const rows = [...idOf].flatMap(([seq, id]) =>
    [...new Set(keysOf.get(id))].map((text_key) => ({ case_id: caseId, text_key, seq })),
  )
  await insertRows(scope, 'text_keys', rows)
  return before
}

/** Of these keys those that more than `limit` documents hold; no more of a key's documents are looked at than that takes. */
export async function heldByMore({ db, caseId }: Scope, keys: readonly string[], limit: number): Promise<Set<string>> {
  const rows = await gather([...new Set(keys)], (part) => {
    const sought = sql<{ column1: string }>`(values ${sql.join(part.map((key) => sql`(${key})`))})`.as('sought')
    const query = db.selectFrom(sought).select('column1 as key')
    return query
      .where(({ exists, selectFrom }) => {
        const holders = selectFrom('text_keys').select('seq').where('case_id', '=', caseId)
        return exists(holders.whereRef('text_key', '=', 'sought.column1').limit(1).offset(limit))
      })
      .execute()
  })
  return new Set(rows.map(({ key }) => key))
}

/** The documents that hold any of these keys. */
export async function keyHolders(scope: Scope, keys: readonly string[]): Promise<Set<string>> {
  return new Set([...(await holdersByKey(scope, keys)).values()].flat())
}

/** The documents that hold each of these keys. */
export async function holdersByKey(scope: Scope, keys: readonly string[]): Promise<Map<string, string[]>> {
  const { db, caseId } = scope
  const query = db.selectFrom('text_keys').select(['text_key', 'seq']).where('case_id', '=', caseId)
  const rows = await gather(keys, (part) => query.where('text_key', 'in', part).execute())
  const ids = await idsAt(scope, [...new Set(rows.map(({ seq }) => seq))])
  const holders = new Map<string, string[]>()
  for (const { text_key, seq } of rows) {
    const own = holders.get(text_key)
    own ? own.push(ids.get(seq)!) : holders.set(text_key, [ids.get(seq)!])
  }
  return holders
}

/** The documents at these positions. */
async function idsAt({ db, caseId }: Scope, positions: readonly number[]): Promise<Map<number, string>> {
  const query = db.selectFrom('documents').select(['seq', 'document_id']).where('case_id', '=', caseId)
  const rows = await gather(positions, (part) => query.where('seq', 'in', part).execute())
  return new Map(rows.map((row) => [row.seq, row.document_id]))
}
