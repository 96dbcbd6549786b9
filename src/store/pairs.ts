import { eachChunk, rowChunks } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** The state of the case from which pairs were last made; undefined where they never were. */
export async function stateOfPairs({ db, caseId }: Scope): Promise<string | undefined> {
  const query = db.selectFrom('kept').select('state').where('case_id', '=', caseId).where('what', '=', 'pairs')
  return (await query.executeTakeFirst())?.state
}

/** A pair of actors as it was weighed; `madeFrom` is equal where the same would be weighed again. */
export interface KeptPair<Row> {
  pair: string
  madeFrom: string
  row: Row
}

/** All pairs that are kept, in no order. */
export async function listPairs<Row>({ db, caseId }: Scope): Promise<KeptPair<Row>[]> {
  const rows = await db
    .selectFrom('pairs')
    .select(['pair', 'made_from', 'json'])
    .where('case_id', '=', caseId)
    .execute()
  return rows.map(({ pair, made_from, json }) => ({ pair, madeFrom: made_from, row: fromJson<Row>(json) }))
}

/** Puts pairs in place of what was kept of them, takes out those that are `gone`, and notes the state of the case. */
export async function keepPairs<Row>(
  { db, caseId }: Scope,
  state: string,
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
  await db
    .insertInto('kept')
    .values({ case_id: caseId, what: 'pairs', state })
    .onConflict((c) => c.columns(['case_id', 'what']).doUpdateSet({ state }))
    .execute()
}

/** Takes out all pairs: what they say of origins may quote what is to be forgotten. */
export async function dropPairs({ db, caseId }: Scope): Promise<void> {
  for (const table of ['pairs', 'kept'] as const) await db.deleteFrom(table).where('case_id', '=', caseId).execute()
}
