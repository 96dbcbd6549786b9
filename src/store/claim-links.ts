import { chunks, gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import type { Scope } from './store.js'

/**
 * Links: of the claims that tell of one happening as far as pairs go, so many pairs as hold them together, not all. Which claims
 * hang together is told by them; which pairs are the same, is not.
 */

/** Two claims that, as far as these two go, tell of one happening; with the documents that make them. */
export interface ClaimPair {
  a: string
  b: string
  aDocument: string
  bDocument: string
}

/** The claims of these documents: those that are shown, and those that were when the documents were linked last. */
export async function claimsEverOf({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const table of ['shown', 'claim_links', 'incident_claims'] as const) {
    const own = db.selectFrom(table).select('claim_id').where('case_id', '=', caseId)
    const rows = await gather(documents, (part) => own.where('document_id', 'in', part).execute())
    for (const { claim_id } of rows) found.add(claim_id)
  }
  return [...found]
}

/** Of two lists of values in one statement each has so many. */
const HALF = 4_000

/** Removes all links of these claims. */
export async function removeClaimLinks({ db, caseId }: Scope, claims: readonly string[]): Promise<void> {
  const links = db.deleteFrom('claim_links').where('case_id', '=', caseId)
  const own = links.returning('other_id')
  const others = await gather(claims, (part) => own.where('claim_id', 'in', part).execute())
  // From the other side they are found by the claims there: no index begins with this one.
  const there = [...new Set(others.map((row) => row.other_id))]
  for (const few of chunks(claims, HALF))
    for (const part of chunks(there, HALF))
      await links.where('claim_id', 'in', part).where('other_id', 'in', few).execute()
}

/** Stores links between claims. */
export async function insertClaimLinks(scope: Scope, links: readonly ClaimPair[]): Promise<void> {
  const { caseId } = scope
  // Both ways, so that a claim's links are found from either side.
  const rows = links.flatMap(({ a, b, aDocument, bDocument }) => [
    { case_id: caseId, claim_id: a, other_id: b, document_id: aDocument, other_document: bDocument },
    { case_id: caseId, claim_id: b, other_id: a, document_id: bDocument, other_document: aDocument },
  ])
  await insertRows(scope, 'claim_links', rows)
}

/** The claims that these are linked to, pair by pair. */
export async function linkedClaims({ db, caseId }: Scope, claims: readonly string[]): Promise<[string, string][]> {
  const query = db.selectFrom('claim_links').select(['claim_id', 'other_id']).where('case_id', '=', caseId)
  const rows = await gather(claims, (part) => query.where('claim_id', 'in', part).execute())
  return rows.map((row) => [row.claim_id, row.other_id])
}

/** Those of these documents of which a claim is linked to another. */
export async function withLinks({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  const query = db.selectFrom('claim_links').select('document_id').distinct().where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => query.where('document_id', 'in', part).execute())
  return rows.map((row) => row.document_id)
}
