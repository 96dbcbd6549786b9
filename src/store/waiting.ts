import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { fromJson, toJson } from './json.js'
import type { WaitingTable } from './kept-tables.js'
import type { Scope } from './store.js'

/** A claim on which nobody decided. */
export interface WaitingClaim<Reason = string> {
  claim: string
  document: string
  /** The reader's certainty. */
  confidence: number
  /** What weighs most comes first; of what weighs alike, the least key. */
  weight: number
  orderKey: string
  reasons: readonly Reason[]
}

/** A place in the queue: that of something of this weight and key. */
export type QueuePlace = Pick<WaitingClaim, 'weight' | 'orderKey'>

const COLUMNS = ['claim_id', 'document_id', 'confidence', 'weight', 'order_key', 'reasons'] as const

/** Puts claims in the queue; none of them may be there. */
export async function insertWaiting<Reason>(scope: Scope, claims: readonly WaitingClaim<Reason>[]) {
  const { caseId } = scope
  const rows = claims.map(({ claim, document, confidence, weight, orderKey, reasons }) => ({
    ...{ case_id: caseId, claim_id: claim, document_id: document, confidence, weight },
    ...{ order_key: orderKey, reasons: toJson(reasons) },
  }))
  await insertRows(scope, 'waiting', rows)
}

/** Takes these claims out of the queue; gives those that were in it. */
export const takeWaiting = <Reason>(scope: Scope, claims: readonly string[]) => take<Reason>(scope, 'claim_id', claims)

/** The same of all claims of these documents. */
export const takeWaitingOf = <Reason>(scope: Scope, documents: readonly string[]) =>
  take<Reason>(scope, 'document_id', documents)

async function take<Reason>({ db, caseId }: Scope, by: 'claim_id' | 'document_id', ids: readonly string[]) {
  const query = db.deleteFrom('waiting').where('case_id', '=', caseId).returning(COLUMNS)
  const rows = await gather(ids, (part) => query.where(by, 'in', part).execute())
  return rows.map((row) => restore<Reason>(row))
}

/** The claims that come after a place, in order. */
export async function listWaiting<Reason>(
  { db, caseId }: Scope,
  { after, limit }: { after?: QueuePlace | undefined; limit: number },
): Promise<WaitingClaim<Reason>[]> {
  let query = db.selectFrom('waiting').select(COLUMNS).where('case_id', '=', caseId)
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('weight', '<', after.weight),
        eb.and([eb('weight', '=', after.weight), eb('order_key', '>', after.orderKey)]),
      ]),
    )
  const rows = await query.orderBy('weight', 'desc').orderBy('order_key').limit(limit).execute()
  return rows.map((row) => restore(row))
}

/** The place of one claim; undefined where it does not wait. */
export async function placeOfWaiting({ db, caseId }: Scope, claim: string): Promise<QueuePlace | undefined> {
  const query = db.selectFrom('waiting').select(['weight', 'order_key as orderKey']).where('case_id', '=', caseId)
  return query.where('claim_id', '=', claim).executeTakeFirst()
}

/** How many claims wait. */
export async function countWaiting({ db, caseId }: Scope): Promise<number> {
  const query = db
    .selectFrom('waiting')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', '=', caseId)
  return Number((await query.executeTakeFirstOrThrow()).n)
}

function restore<Reason>(row: Omit<WaitingTable, 'case_id'>): WaitingClaim<Reason> {
  return {
    ...{ claim: row.claim_id, document: row.document_id, confidence: row.confidence, weight: row.weight },
    ...{ orderKey: row.order_key, reasons: fromJson<Reason[]>(row.reasons) },
  }
}
