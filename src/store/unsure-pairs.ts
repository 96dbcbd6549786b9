import type { Reason } from '../model/index.js'
import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** Two claims, the smaller id first, of which nobody could say whether they tell of one happening. */
export interface UnsureClaims {
  a: string
  b: string
  score: number
  because: Reason[]
}

const COLUMNS = ['claim_id as a', 'other_id as b', 'score', 'because'] as const
const restore = ({ because, ...pair }: Omit<UnsureClaims, 'because'> & { because: string }): UnsureClaims => ({
  ...pair,
  because: fromJson<Reason[]>(because),
})

/** The likeliest of the pairs that are held, in their order. */
export async function likeliestOfUnsure(
  { db, caseId }: Scope,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<UnsureClaims[]> {
  const query = db.selectFrom('unsure_pairs').select(COLUMNS).where('case_id', '=', caseId)
  const inOrder = query.orderBy('score', 'desc').orderBy('claim_id').orderBy('other_id')
  return (await inOrder.limit(limit).offset(offset).execute()).map(restore)
}

/** How many are held. */
export async function countUnsure({ db, caseId }: Scope): Promise<number> {
  const query = db.selectFrom('unsure_pairs').select((eb) => eb.fn.countAll().as('n'))
  return Number((await query.where('case_id', '=', caseId).executeTakeFirstOrThrow()).n)
}

/** The pairs in which one of these claims stands, each once. */
export async function unsureOfClaims({ db, caseId }: Scope, claims: readonly string[]): Promise<UnsureClaims[]> {
  const query = db.selectFrom('unsure_pairs').select(COLUMNS).where('case_id', '=', caseId)
  const found = new Map<string, UnsureClaims>()
  for (const side of ['claim_id', 'other_id'] as const)
    for (const row of await gather(claims, (part) => query.where(side, 'in', part).execute()))
      found.set(`${row.a} ${row.b}`, restore(row))
  return [...found.values()]
}

/** Adds pairs; one that is there already stays. */
export async function insertUnsure(scope: Scope, pairs: readonly UnsureClaims[]): Promise<void> {
  const { caseId } = scope
  const rows = pairs.map(({ a, b, score, because }) => ({
    ...{ case_id: caseId, claim_id: a, other_id: b, score },
    because: toJson(because),
  }))
  await insertRows(scope, 'unsure_pairs', rows, 'leave')
}

/** Removes these pairs. */
export async function removeUnsure({ db, caseId }: Scope, pairs: readonly { a: string; b: string }[]): Promise<void> {
  const others = new Map<string, string[]>()
  for (const { a, b } of pairs) {
    const own = others.get(a)
    own ? own.push(b) : others.set(a, [b])
  }
  for (const [a, own] of others) {
    const query = db.deleteFrom('unsure_pairs').where('case_id', '=', caseId).where('claim_id', '=', a)
    await gather(own, (part) => query.where('other_id', 'in', part).returning('claim_id').execute())
  }
}

/** Removes all pairs that come after this one: less likely, or as likely and later by their ids. */
export async function removeUnsureAfter(
  { db, caseId }: Scope,
  { a, b, score }: Pick<UnsureClaims, 'a' | 'b' | 'score'>,
): Promise<void> {
  const own = db.deleteFrom('unsure_pairs').where('case_id', '=', caseId)
  await own.where('score', '<', score).execute()
  await own.where('score', '=', score).where('claim_id', '>', a).execute()
  await own.where('score', '=', score).where('claim_id', '=', a).where('other_id', '>', b).execute()
}

/** Removes all. */
export async function clearUnsure({ db, caseId }: Scope): Promise<void> {
  await db.deleteFrom('unsure_pairs').where('case_id', '=', caseId).execute()
}
