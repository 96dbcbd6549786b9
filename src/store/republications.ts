import { hashId, Republication } from '../model/index.js'
import { rowChunks } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** Replaces what is known of documents that repeat one another. */
export async function replaceRepublications(
  { db, caseId }: Scope,
  republications: readonly Republication[],
): Promise<void> {
  await db.deleteFrom('republications').where('case_id', '=', caseId).execute()
  const rows = republications.map((republication) => ({
    case_id: caseId,
    republication_id: hashId('p', [republication.kind, ...republication.documents.map((d) => d.id).sort()]),
    json: toJson(republication),
  }))
  const unique = [...new Map(rows.map((row) => [row.republication_id, row])).values()]
  for (const part of rowChunks(unique)) await db.insertInto('republications').values(part).execute()
}

/** All republications of the case. */
export async function listRepublications({ db, caseId }: Scope): Promise<Republication[]> {
  const rows = await db
    .selectFrom('republications')
    .select('json')
    .where('case_id', '=', caseId)
    .orderBy('republication_id')
    .execute()
  return rows.map((row) => Republication.parse(fromJson(row.json)))
}
