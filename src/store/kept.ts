import { eachChunk } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** An answer about the whole case, and the state of the case that it was made from. */
export interface KeptAnswer<T> {
  state: string
  answer: T
}

/** What is kept under this name; undefined where nothing is. */
export async function findKept<T>({ db, caseId }: Scope, what: string): Promise<KeptAnswer<T> | undefined> {
  const query = db.selectFrom('kept').select(['state', 'json']).where('case_id', '=', caseId).where('what', '=', what)
  const row = await query.executeTakeFirst()
  return row?.json == null ? undefined : { state: row.state, answer: fromJson<T>(row.json) }
}

/** Keeps an answer in place of the one before. */
export async function keepAnswer<T>({ db, caseId }: Scope, what: string, { state, answer }: KeptAnswer<T>) {
  const json = toJson(answer)
  await db
    .insertInto('kept')
    .values({ case_id: caseId, what, state, json })
    .onConflict((c) => c.columns(['case_id', 'what']).doUpdateSet({ state, json }))
    .execute()
}

/** What is kept under names that begin so, by the rest of the name. */
export async function findKeptParts<T>({ db, caseId }: Scope, beginning: string): Promise<Map<string, KeptAnswer<T>>> {
  const query = db.selectFrom('kept').select(['what', 'state', 'json']).where('case_id', '=', caseId)
  const rows = await query.where('what', '>=', beginning).where('what', '<', `${beginning}~`).execute()
  return new Map(
    rows.flatMap(({ what, state, json }) =>
      json === null ? [] : [[what.slice(beginning.length), { state, answer: fromJson<T>(json) }] as const],
    ),
  )
}

/** Forgets what is kept under these names. */
export async function dropKeptParts({ db, caseId }: Scope, beginning: string, parts: readonly string[]) {
  const names = [...new Set(parts)].map((part) => beginning + part)
  const query = db.deleteFrom('kept').where('case_id', '=', caseId)
  await eachChunk(names, (own) => query.where('what', 'in', own).execute())
}

/** Forgets all answers but one that quotes nothing: some quote what is to be forgotten. */
export async function dropKept({ db, caseId }: Scope, but: string): Promise<void> {
  await db.deleteFrom('kept').where('case_id', '=', caseId).where('what', '!=', but).execute()
}
