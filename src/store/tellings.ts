import { eachChunk, rowChunks } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** What is kept of a document's claims without their words, and their figures. */
export interface KeptTellings<Telling, Tally> {
  document: string
  tellings: readonly Telling[]
  tally: Tally
}

/** Keeps what these documents tell, in place of what was kept of them. */
export async function keepTellings<Telling, Tally>(
  { db, caseId }: Scope,
  packs: string,
  kept: readonly KeptTellings<Telling, Tally>[],
): Promise<void> {
  await dropTellings(
    { db, caseId },
    kept.map(({ document }) => document),
  )
  const rows = kept.map(({ document, tellings, tally }) => ({
    ...{ case_id: caseId, document_id: document, packs },
    ...{ tally: toJson(tally), json: toJson(tellings) },
  }))
  for (const part of rowChunks(rows)) await db.insertInto('tellings').values(part).execute()
}

/** Forgets what these documents tell: their claims are shown anew, or are gone. */
export async function dropTellings({ db, caseId }: Pick<Scope, 'db' | 'caseId'>, documents: readonly string[]) {
  const query = db.deleteFrom('tellings').where('case_id', '=', caseId)
  await eachChunk(documents, (part) => query.where('document_id', 'in', part).execute())
}

/** What all documents tell, in a fixed order. */
export async function listTellings<Telling>({
  db,
  caseId,
}: Scope): Promise<{ document: string; tellings: Telling[] }[]> {
  const query = db.selectFrom('tellings').select(['document_id', 'json']).where('case_id', '=', caseId)
  const rows = await query.orderBy('document_id').execute()
  return rows.map((row) => ({ document: row.document_id, tellings: fromJson<Telling[]>(row.json) }))
}

/** The figures of all documents. */
export async function listTallies<Tally>({ db, caseId }: Scope): Promise<Tally[]> {
  const rows = await db.selectFrom('tellings').select('tally').where('case_id', '=', caseId).execute()
  return rows.map((row) => fromJson<Tally>(row.tally))
}
