import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import type { Scope } from './store.js'

/** By what a telling is found: a pair of actors, `a|b`; or what it is left out by. */
export interface TellingKey {
  kind: 'pair' | 'outlet' | 'camp' | 'origin'
  key: string
}

/** Puts in keys of documents that have none. */
export async function insertTellingKeys(
  scope: Scope,
  keys: readonly (TellingKey & { document: string })[],
): Promise<void> {
  const { caseId } = scope
  const rows = keys.map(({ kind, key, document }) => ({ case_id: caseId, kind, key, document_id: document }))
  await insertRows(scope, 'telling_keys', rows)
}

/** The pairs of actors that these documents tell of. */
export async function pairsOfDocuments({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  const query = db.selectFrom('telling_keys').select('key').distinct().where('case_id', '=', caseId)
  const own = query.where('kind', '=', 'pair')
  const rows = await gather(documents, (part) => own.where('document_id', 'in', part).execute())
  return [...new Set(rows.map((row) => row.key))]
}

/** The documents of which some telling has one of these keys. */
export async function documentsByKeys(
  { db, caseId }: Scope,
  kind: TellingKey['kind'],
  keys: readonly string[],
): Promise<string[]> {
  const query = db.selectFrom('telling_keys').select('document_id').distinct().where('case_id', '=', caseId)
  const own = query.where('kind', '=', kind)
  const rows = await gather(keys, (part) => own.where('key', 'in', part).execute())
  return [...new Set(rows.map((row) => row.document_id))]
}
