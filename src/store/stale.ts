import type { Kysely } from 'kysely'
import { eachChunk } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { findKept, keepAnswer } from './kept.js'
import type { Scope } from './store.js'

/** Tables in which something is kept beside the rows of another table, and the table and key of these. */
const BESIDE = {
  tellings: { owner: 'documents', key: 'document_id' },
  standings: { owner: 'incidents', key: 'incident_id' },
} as const

/** What is kept beside documents and beside incidents. */
export type KeptBeside = keyof typeof BESIDE

/** Any of these tables, with the columns that are asked of one or another. */
type Any = Record<KeptBeside | 'documents' | 'incidents', Row>
interface Row {
  case_id: string
  document_id: string
  incident_id: string
  packs: string
}

/** Marks that what is kept beside these is to be made anew. */
export async function markStale(scope: Scope, kind: KeptBeside, keys: readonly string[]): Promise<void> {
  const { caseId } = scope
  const rows = [...new Set(keys)].map((key) => ({ case_id: caseId, kind, key }))
  await insertRows(scope, 'stale', rows, 'leave')
}

/** Takes these marks away: it is made, or there is nothing any more beside which it stood. */
export async function unmarkStale({ db, caseId }: Scope, kind: KeptBeside, keys: readonly string[]): Promise<void> {
  const query = db.deleteFrom('stale').where('case_id', '=', caseId).where('kind', '=', kind)
  await eachChunk(keys, (part) => query.where('key', 'in', part).execute())
}

/**
 * Keys beside which it is to be made, at most `limit`. Nearly every question asks: only marks are read, however many
 * documents and incidents there are.
 */
export async function staleKeys({ db, caseId }: Scope, kind: KeptBeside, limit: number): Promise<string[]> {
  const query = db.selectFrom('stale').select('key').where('case_id', '=', caseId).where('kind', '=', kind)
  return (await query.limit(limit).execute()).map(({ key }) => key)
}

/** Whether all that is not marked was made with these packs. */
export async function isMadeWith(scope: Scope, kind: KeptBeside, packs: string): Promise<boolean> {
  return (await findKept(scope, `packs of ${kind}`))?.state === packs
}

/** Marks whatever was not made with these packs; from now on all that is not marked was. */
export async function markOtherPacks(scope: Scope, kind: KeptBeside, packs: string): Promise<void> {
  const { db, caseId } = scope
  // The names of one of the two stand for those of either: Kysely has no type for "this table or that".
  const { owner, key } = BESIDE[kind] as { owner: 'documents'; key: 'document_id' }
  const own = kind as 'tellings'
  const others = (db as unknown as Kysely<Any>)
    .selectFrom(owner)
    .leftJoin(own, (join) =>
      join
        .onRef(`${own}.case_id`, '=', `${owner}.case_id`)
        .onRef(`${own}.${key}`, '=', `${owner}.${key}`)
        .on(`${own}.packs`, '=', packs),
    )
    .select(`${owner}.${key} as key`)
    .where(`${owner}.case_id`, '=', caseId)
    .where(`${own}.${key}`, 'is', null)
  const keys = (await others.execute()).map((row) => row.key)
  await markStale(scope, kind, keys)
  await keepAnswer(scope, `packs of ${kind}`, { state: packs, answer: true })
}
