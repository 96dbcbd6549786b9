import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/** The keys by which repeated texts are found have another form; linking every document makes them anew. */
export const textKeys: Migration = {
  number: 15,
  name: 'text keys',
  async up(db) {
    await sql`delete from text_keys`.execute(db)
    await sql`insert into jobs (case_id, job_id, kind, subject, taken, attempts)
      select case_id, 'keys ' || document_id, 'link', document_id, null, 0 from documents where forgotten is null`.execute(
      db,
    )
  },
}
