import { gather, gatherUpTo } from './in-chunks.js'
import type { Scope } from './store.js'

/** The blocks in which these documents' claims stand. */
export async function blocksOfDocuments({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  // Each once only here: SQLite would look for `distinct` ones in the order of blocks, through the whole table.
  const own = db.selectFrom('claim_blocks').select('block').where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => own.where('document_id', 'in', part).execute())
  return [...new Set(rows.map(({ block }) => block))]
}

/** Which of these claims stand in which block. */
export async function blocksByClaim({ db, caseId }: Scope, claims: readonly string[]): Promise<Map<string, string[]>> {
  const own = db.selectFrom('claim_blocks').select(['block', 'claim_id']).where('case_id', '=', caseId)
  const blocks = new Map<string, string[]>()
  for (const { block, claim_id } of await gather(claims, (part) => own.where('claim_id', 'in', part).execute())) {
    const here = blocks.get(block)
    here ? here.push(claim_id) : blocks.set(block, [claim_id])
  }
  return blocks
}

/** The claims of each of these blocks, without blocks that hold more than `limitOf` allows; those are not fetched whole. */
export async function blockMembers(
  { db, caseId }: Scope,
  blocks: readonly string[],
  limitOf: (block: string) => number,
): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>()
  const query = db.selectFrom('claim_blocks').select(['block', 'claim_id']).where('case_id', '=', caseId)
  const limited = blocks.filter((block) => Number.isFinite(limitOf(block)))
  const rows = await gather(
    blocks.filter((block) => !Number.isFinite(limitOf(block))),
    (part) => query.where('block', 'in', part).execute(),
  )
  const few = await gatherUpTo(limited, limitOf, (part, most) => query.where('block', 'in', part).limit(most).execute())
  for (const row of [...rows, ...few]) {
    const own = members.get(row.block)
    own ? own.push(row.claim_id) : members.set(row.block, [row.claim_id])
  }
  for (const block of limited) if ((members.get(block)?.length ?? 0) > limitOf(block)) members.delete(block)
  return members
}

/** Of each of these blocks the claims, counted to a little beyond the limit, and their documents. */
export async function countBlocks(
  { db, caseId }: Scope,
  blocks: readonly string[],
  limitOf: (block: string) => number,
): Promise<Map<string, { claims: number; documents: Set<string> }>> {
  const query = db.selectFrom('claim_blocks').select(['block', 'document_id']).where('case_id', '=', caseId)
  const rows = await gatherUpTo(
    blocks,
    (block) => limitOf(block) * 2,
    (part, most) => query.where('block', 'in', part).limit(most).execute(),
  )
  const found = new Map(blocks.map((block) => [block, { claims: 0, documents: new Set<string>() }]))
  for (const { block, document_id } of rows) {
    const one = found.get(block)!
    one.claims += 1
    one.documents.add(document_id)
  }
  return found
}
