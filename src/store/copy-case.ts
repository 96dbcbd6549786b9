import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { LibsqlDialect } from './libsql-dialect.js'
import { ONLY_CASE } from './location.js'
import { migrate } from './migrate.js'
import type { Tables } from './schema.js'
import type { Scope } from './store.js'

/** Tables that stay where the case is served: who may come in there, and what they did. */
const OF_THE_SERVER = ['audit', 'access_keys', 'people'] as const

/** Rows written in one statement. */
const AT_ONCE = 50

/** Writes a case, all but its raw bytes and the people of a server, as one SQLite file `case.sqlite` in a folder; from either engine, while it is in use. */
export async function copyCase({ db, caseId, engine }: Scope, folder: string): Promise<string> {
  const path = join(folder, 'case.sqlite')
  await rm(path, { force: true })
  if (engine === 'sqlite') {
    await sql`vacuum into ${sql.lit(path)}`.execute(db.withoutPlugins())
    const copy = new Kysely<Tables>({ dialect: new LibsqlDialect(path) })
    try {
      for (const table of OF_THE_SERVER) await copy.deleteFrom(table).execute()
      // Removed rows stay in the free pages of a file until it is written anew.
      await sql`vacuum`.execute(copy)
    } finally {
      await copy.destroy()
    }
    return path
  }
  const copy = new Kysely<Tables>({ dialect: new LibsqlDialect(path) })
  try {
    await migrate(copy, 'sqlite')
    // Rows come table by table, so that one may come before what it refers to.
    await sql`pragma foreign_keys = off`.execute(copy)
    const tables = (await copy.introspection.getTables()).map(({ name }) => name as keyof Tables)
    for (const table of tables) {
      if (table === 'migrations' || table === 'raw' || OF_THE_SERVER.some((own) => own === table)) continue
      const rows = (await db.selectFrom(table).selectAll().where('case_id', '=', caseId).execute()) as object[]
      const plain = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            name === 'case_id'
              ? ONLY_CASE
              : typeof value === 'object' && value !== null
                ? JSON.stringify(value)
                : value,
          ]),
        ),
      )
      for (let at = 0; at < plain.length; at += AT_ONCE)
        await copy
          .insertInto(table)
          .values(plain.slice(at, at + AT_ONCE) as never)
          .execute()
    }
    return path
  } finally {
    await copy.destroy()
  }
}
