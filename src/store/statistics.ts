import { sql } from 'kysely'
import type { Scope } from './store.js'

/** Rows of an index that are looked at, at most: enough to tell a key that selects from one that does not. */
const SAMPLE = 1000
/** A case that grew or shrank by this factor is looked at anew. */
const FACTOR = 2

/**
 * Tells SQLite how its tables are filled. Every index begins with `case_id`, which in a file has one value: without
 * figures SQLite takes it for a key that selects, and reads a whole table where it should look up one row. PostgreSQL
 * keeps its own figures. To be called after work on a case; does nothing where the figures still hold.
 */
export async function keepStatistics({ db, caseId, engine }: Scope): Promise<void> {
  if (engine !== 'sqlite') return
  const bare = db.withoutPlugins()
  // The position of the last is how many there are, and takes no counting.
  const { now } = await db
    .selectFrom('documents')
    .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.lit(0)).as('now'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  const before = await counted(bare)
  if (before !== undefined && now < before * FACTOR && before < now * FACTOR) return
  await sql`pragma analysis_limit = ${sql.lit(SAMPLE)}`.execute(bare)
  await sql`analyze`.execute(bare)
}

/** How many documents there were when the figures were made; undefined where none were. */
async function counted(bare: Scope['db']): Promise<number | undefined> {
  const made = await sql`select 1 from sqlite_master where name = 'sqlite_stat1'`.execute(bare)
  if (made.rows.length === 0) return undefined
  const found = await sql<{ stat: string }>`select stat from sqlite_stat1 where tbl = 'documents' limit 1`.execute(bare)
  const [row] = found.rows
  return row && Number.parseInt(row.stat, 10)
}
