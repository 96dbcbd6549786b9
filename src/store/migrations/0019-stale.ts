import type { Migration } from './column-types.js'

/** Beside which documents and incidents something is to be made anew: marked, so that none are counted to find out. Derived. */
export const stale: Migration = {
  number: 19,
  name: 'stale',
  async up(db, types) {
    await db.schema
      .createTable('stale')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('kind', types.text, (c) => c.notNull())
      .addColumn('key', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('stale_pk', ['case_id', 'kind', 'key'] as never)
      .modifyEnd(types.keyOnly)
      .execute()
  },
}
