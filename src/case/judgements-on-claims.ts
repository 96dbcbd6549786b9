import type { Judgement } from '../model/index.js'
import { type FoundClaim, fitsOfDocuments, judgementsOfDocuments, type Scope } from '../store/index.js'
import { standing } from './fit-judgements.js'

/** The judgements that stand on each of these claims, by claim, oldest first; claims of which nobody said anything have none. */
export async function judgementsOnClaims(
  scope: Scope,
  rows: readonly FoundClaim[],
): Promise<Map<string, readonly Judgement[]>> {
  const documents = [...new Set(rows.flatMap(({ decision, document }) => (decision === null ? [] : [document])))]
  const found = new Map<string, Judgement[]>()
  if (documents.length === 0) return found
  const fits = await fitsOfDocuments(scope, documents)
  for (const { judgement } of standing(await judgementsOfDocuments(scope, documents))) {
    const claim = judgement.kind === 'add' ? judgement.claim?.id : fits.get(judgement.id)
    if (claim) found.set(claim, [...(found.get(claim) ?? []), judgement])
  }
  return found
}
