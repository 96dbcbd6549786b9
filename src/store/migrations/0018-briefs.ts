import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * What tells of a claim that it is not the same as most that stand in a block with it, kept beside it. Derived: every
 * document is shown anew.
 */
export const briefs: Migration = {
  number: 18,
  name: 'briefs',
  async up(db, types) {
    await db.schema
      .alterTable('shown')
      .addColumn('brief', types.text, (c) => c.notNull().defaultTo(''))
      .execute()
    await sql`insert into jobs (case_id, job_id, kind, subject, taken, attempts)
      select case_id, 'briefs ' || document_id, 'refresh', document_id, null, 0 from documents where forgotten is null`.execute(
      db,
    )
  },
}
