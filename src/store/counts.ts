import { gather } from './in-chunks.js'
import type { Scope } from './store.js'

/** What a case was called and marked when it was made. */
export interface CaseRow {
  name: string
  tlp: string
  created: string
}

/** The case's own row. */
export function caseRow({ db, caseId }: Scope): Promise<CaseRow> {
  return db
    .selectFrom('cases')
    .select(['name', 'tlp', 'created'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
}

/** The markings that documents of the case bear, each once. */
export async function markingsOfDocuments({ db, caseId }: Scope): Promise<string[]> {
  const rows = await db.selectFrom('documents').select('tlp').distinct().where('case_id', '=', caseId).execute()
  return rows.flatMap(({ tlp }) => tlp ?? [])
}

/** How many claims are shown of each document, or of these. */
export async function countClaims({ db, caseId }: Scope, documents?: readonly string[]): Promise<Map<string, number>> {
  const query = db
    .selectFrom('shown')
    .select((eb) => ['document_id', eb.fn.countAll().as('n')])
    .where('case_id', '=', caseId)
    .groupBy('document_id')
  const rows = documents
    ? await gather(documents, (part) => query.where('document_id', 'in', part).execute())
    : await query.execute()
  return new Map(rows.map((row) => [row.document_id, Number(row.n)]))
}

/** Whether more than so many claims are shown. */
export async function hasMoreClaims({ db, caseId }: Scope, than: number): Promise<boolean> {
  const query = db.selectFrom('shown').select('claim_id').where('case_id', '=', caseId)
  return (await query.offset(than).limit(1).executeTakeFirst()) !== undefined
}
