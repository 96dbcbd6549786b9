import type { Migration } from './column-types.js'

/** How every byte of a case came in: one row a capture, so that an address captured again has one more. */
export const custody: Migration = {
  number: 3,
  name: 'custody',
  async up(db, types) {
    await db.schema
      .createTable('custody')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('custody_id', types.text, (c) => c.notNull())
      .addColumn('kind', types.text, (c) => c.notNull())
      .addColumn('document_id', types.text)
      .addColumn('sha256', types.text, (c) => c.notNull())
      .addColumn('address', types.text)
      .addColumn('at', types.text, (c) => c.notNull())
      .addColumn('hash', types.text, (c) => c.notNull())
      .addColumn('json', types.json)
      .addPrimaryKeyConstraint('custody_pk', ['case_id', 'custody_id'] as never)
      .execute()
    for (const column of ['address', 'document_id', 'sha256'])
      await db.schema.createIndex(`custody_${column}`).on('custody').columns(['case_id', column]).execute()
  },
}
