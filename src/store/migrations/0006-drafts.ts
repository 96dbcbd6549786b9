import type { Migration } from './column-types.js'

/** Reports that are being written. */
export const drafts: Migration = {
  number: 6,
  name: 'drafts',
  async up(db, types) {
    await db.schema
      .createTable('drafts')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('draft_id', types.text, (c) => c.notNull())
      .addColumn('at', types.text, (c) => c.notNull())
      .addColumn('json', types.json, (c) => c.notNull())
      .addPrimaryKeyConstraint('drafts_pk', ['case_id', 'draft_id'] as never)
      .execute()
  },
}
