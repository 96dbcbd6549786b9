import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * The keys by which repeated texts are found name a document by its position in the case: they are the most rows of a case,
 * and with its id took a third of the file. Derived; linking every document makes them anew.
 */
export const shortTextKeys: Migration = {
  number: 20,
  name: 'short text keys',
  async up(db, types) {
    await db.schema.dropTable('text_keys').execute()
    await db.schema
      .createTable('text_keys')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('text_key', types.text, (c) => c.notNull())
      .addColumn('seq', types.integer, (c) => c.notNull())
      .addPrimaryKeyConstraint('text_keys_pk3', ['case_id', 'text_key', 'seq'] as never)
      .modifyEnd(types.keyOnly)
      .execute()
    await db.schema.createIndex('text_keys_of_document').on('text_keys').columns(['case_id', 'seq']).execute()
    await sql`insert into jobs (case_id, job_id, kind, subject, taken, attempts)
      select case_id, 'short keys ' || document_id, 'link', document_id, null, 0 from documents where forgotten is null`.execute(
      db,
    )
  },
}
