import { type Kysely, sql } from 'kysely'
import type { ColumnTypes, Migration } from './column-types.js'

/**
 * By which keys the tellings of a document are found: the pairs of actors that it tells of, and what they can be left out by.
 * Pairs have their figures in columns, and are marked where they must be weighed again (`packs` is empty). Derived, and made
 * again.
 */
export const tellingKeys: Migration = {
  number: 12,
  name: 'telling-keys',
  async up(db, types) {
    await db.schema
      .createTable('telling_keys')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('kind', types.text, (c) => c.notNull())
      .addColumn('key', types.text, (c) => c.notNull())
      .addColumn('document_id', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('telling_keys_pk', ['case_id', 'kind', 'key', 'document_id'] as never)
      .modifyEnd(types.keyOnly)
      .execute()
    const ofDocument = db.schema.createIndex('telling_keys_of_document').on('telling_keys')
    await ofDocument.columns(['case_id', 'document_id', 'kind', 'key']).execute()
    await db.schema.dropTable('pairs').execute()
    await pairs(db, types)
    await sql`delete from tellings`.execute(db)
  },
}

async function pairs(db: Kysely<never>, types: ColumnTypes): Promise<void> {
  let table = db.schema.createTable('pairs').addColumn('case_id', types.text, (c) => c.notNull())
  for (const column of ['pair', 'packs', 'claims_hash', 'channels', 'json'])
    table = table.addColumn(column, types.text, (c) => c.notNull())
  for (const column of ['claims', 'incidents', 'at_least', 'at_most', 'camps'])
    table = table.addColumn(column, types.integer, (c) => c.notNull())
  await table.addPrimaryKeyConstraint('pairs_pk', ['case_id', 'pair'] as never).execute()
  const inBrief = ['case_id', 'pair', 'packs', 'claims_hash', 'channels', 'claims', 'incidents', 'at_least', 'at_most']
  await db.schema
    .createIndex('pairs_in_brief')
    .on('pairs')
    .columns([...inBrief, 'camps'])
    .execute()
}
