import { type Kysely, sql } from 'kysely'
import type { ColumnTypes, Migration } from './column-types.js'

/**
 * The words by which a search finds documents and names. All of it is derived; jobs make it when the case is opened. A
 * document is named by its position here, not by its hash: there are some hundred words to each.
 */
export const words: Migration = {
  number: 4,
  name: 'words',
  async up(db, types) {
    await table(db, types, 'document_words', { column: 'seq', type: types.integer })
    await table(db, types, 'name_words', { column: 'entity_id', type: types.text })
    await db.schema.createIndex('name_words_entity_id').on('name_words').columns(['case_id', 'entity_id']).execute()
    await sql`insert into jobs (case_id, job_id, kind, subject, taken, attempts)
      select case_id, 'index ' || document_id, 'index', document_id, null, 0 from documents`.execute(db)
  },
}

/** A table that is nothing but its key. */
async function table(
  db: Kysely<never>,
  types: ColumnTypes,
  name: string,
  subject: { column: string; type: ColumnTypes['text'] },
): Promise<void> {
  await db.schema
    .createTable(name)
    .addColumn('case_id', types.text, (c) => c.notNull())
    .addColumn('word', types.text, (c) => c.notNull())
    .addColumn(subject.column, subject.type, (c) => c.notNull())
    .addPrimaryKeyConstraint(`${name}_pk`, ['case_id', 'word', subject.column] as never)
    .modifyEnd(types.keyOnly)
    .execute()
}
