import type { Kysely } from 'kysely'
import type { Scope } from './store.js'

/** Tables in which something is kept beside the rows of another table, and the table and key of these. */
const BESIDE = {
  tellings: { owner: 'documents', key: 'document_id' },
  standings: { owner: 'incidents', key: 'incident_id' },
} as const

/** Any of these tables, with the columns that are asked of one or another. */
type Any = Record<keyof typeof BESIDE | 'documents' | 'incidents', Row>
interface Row {
  case_id: string
  document_id: string
  incident_id: string
  packs: string
}

/**
 * Keys of rows beside which nothing is kept, or what was made with other packs; at most `limit`. What is kept goes with its
 * row, so that as many as there are rows is all: this is asked by nearly every question, and counting takes a moment.
 */
export async function unkept(
  { db, caseId }: Scope,
  kept: keyof typeof BESIDE,
  packs: string,
  limit: number,
): Promise<string[]> {
  // The names of one of the two stand for those of either: Kysely has no type for "this table or that".
  const { owner, key } = BESIDE[kept] as { owner: 'documents'; key: 'document_id' }
  const own = kept as 'tellings'
  const any = db as unknown as Kysely<Any>
  const count = (table: typeof owner | typeof own) =>
    any
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .where('case_id', '=', caseId)
  const [all, made] = [count(owner), count(own).where('packs', '=', packs)]
  if ((await all.executeTakeFirst())?.n === (await made.executeTakeFirst())?.n) return []
  const rows = await any
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
    .limit(limit)
    .execute()
  return rows.map((row) => row.key)
}
