import { gather, rowChunks } from './in-chunks.js'
import type { Scope } from './store.js'

/** Two claims that, as far as these two go, tell of one happening; with the documents that make them. */
export interface ClaimPair {
  a: string
  b: string
  aDocument: string
  bDocument: string
}

/** Replaces all links of these documents' claims; returns the other claims that they were linked to. */
export async function replaceClaimLinks(
  { db, caseId }: Scope,
  documents: readonly string[],
  links: readonly ClaimPair[],
): Promise<string[]> {
  const own = db.deleteFrom('claim_links').where('case_id', '=', caseId).returning(['claim_id', 'other_id'])
  const gone = [
    ...(await gather(documents, (part) => own.where('document_id', 'in', part).execute())),
    ...(await gather(documents, (part) => own.where('other_document', 'in', part).execute())),
  ]
  // Both ways, so that a claim's links are found from either side.
  const rows = links.flatMap(({ a, b, aDocument, bDocument }) => [
    { case_id: caseId, claim_id: a, other_id: b, document_id: aDocument, other_document: bDocument },
    { case_id: caseId, claim_id: b, other_id: a, document_id: bDocument, other_document: aDocument },
  ])
  for (const part of rowChunks(rows)) await db.insertInto('claim_links').values(part).execute()
  return [...new Set(gone.flatMap((row) => [row.claim_id, row.other_id]))]
}

/** The claims that these are linked to, pair by pair. */
export async function linkedClaims({ db, caseId }: Scope, claims: readonly string[]): Promise<[string, string][]> {
  const query = db.selectFrom('claim_links').select(['claim_id', 'other_id']).where('case_id', '=', caseId)
  const rows = await gather(claims, (part) => query.where('claim_id', 'in', part).execute())
  return rows.map((row) => [row.claim_id, row.other_id])
}
