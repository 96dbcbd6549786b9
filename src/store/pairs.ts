import { eachChunk, gather, rowChunks } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** A pair of actors as it was weighed; `madeFrom` is equal where the same would be weighed again. */
export interface KeptPair<Row> {
  pair: string
  madeFrom: string
  row: Row
}

/** All pairs that are kept, or these, in no order. */
export async function listPairs<Row>({ db, caseId }: Scope, pairs?: readonly string[]): Promise<KeptPair<Row>[]> {
  const query = db.selectFrom('pairs').select(['pair', 'made_from', 'json']).where('case_id', '=', caseId)
  const rows = pairs ? await gather(pairs, (part) => query.where('pair', 'in', part).execute()) : await query.execute()
  return rows.map(({ pair, made_from, json }) => ({ pair, madeFrom: made_from, row: fromJson<Row>(json) }))
}

/** Puts pairs in place of what was kept of them, and takes out those that are `gone`. */
export async function keepPairs<Row>(
  { db, caseId }: Scope,
  { made, gone }: { made: readonly KeptPair<Row>[]; gone: readonly string[] },
): Promise<void> {
  const old = db.deleteFrom('pairs').where('case_id', '=', caseId)
  await eachChunk([...gone, ...made.map(({ pair }) => pair)], (part) => old.where('pair', 'in', part).execute())
  const rows = made.map(({ pair, madeFrom, row }) => ({
    case_id: caseId,
    pair,
    made_from: madeFrom,
    json: toJson(row),
  }))
  for (const part of rowChunks(rows)) await db.insertInto('pairs').values(part).execute()
}

/** Takes out all pairs: what they say of origins may quote what is to be forgotten. */
export async function dropPairs({ db, caseId }: Scope): Promise<void> {
  await db.deleteFrom('pairs').where('case_id', '=', caseId).execute()
}
