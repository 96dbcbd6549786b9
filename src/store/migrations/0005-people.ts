import type { Migration } from './column-types.js'

/** Who may use a case on a server, the keys that they hold, and what each of them saw and changed. */
export const people: Migration = {
  number: 5,
  name: 'people',
  async up(db, types) {
    await db.schema
      .createTable('people')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('name', types.text, (c) => c.notNull())
      .addColumn('role', types.text, (c) => c.notNull())
      .addColumn('password', types.text, (c) => c.notNull())
      .addColumn('created', types.text, (c) => c.notNull())
      .addColumn('disabled', types.text)
      .addPrimaryKeyConstraint('people_pk', ['case_id', 'name'] as never)
      .execute()
    await db.schema
      .createTable('access_keys')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('key_hash', types.text, (c) => c.notNull())
      .addColumn('kind', types.text, (c) => c.notNull())
      .addColumn('name', types.text, (c) => c.notNull())
      .addColumn('label', types.text)
      .addColumn('created', types.text, (c) => c.notNull())
      .addColumn('expires', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('access_keys_pk', ['case_id', 'key_hash'] as never)
      .execute()
    await db.schema.createIndex('access_keys_name').on('access_keys').columns(['case_id', 'name']).execute()
    await db.schema
      .createTable('audit')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('seq', types.integer, (c) => c.notNull())
      .addColumn('at', types.text, (c) => c.notNull())
      .addColumn('who', types.text, (c) => c.notNull())
      .addColumn('role', types.text)
      .addColumn('action', types.text, (c) => c.notNull())
      .addColumn('path', types.text, (c) => c.notNull())
      .addColumn('status', types.integer, (c) => c.notNull())
      .addColumn('previous', types.text, (c) => c.notNull())
      .addColumn('hash', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('audit_pk', ['case_id', 'seq'] as never)
      .execute()
    await db.schema.createIndex('audit_who').on('audit').columns(['case_id', 'who', 'seq']).execute()
  },
}
