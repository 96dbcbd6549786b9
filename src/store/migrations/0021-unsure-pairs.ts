import type { Migration } from './column-types.js'

/** The likeliest pairs of claims that linking could not decide, kept up by it. Derived: a case without them has them sought once. */
export const unsurePairs: Migration = {
  number: 21,
  name: 'unsure pairs',
  async up(db, types) {
    await db.schema
      .createTable('unsure_pairs')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('claim_id', types.text, (c) => c.notNull())
      .addColumn('other_id', types.text, (c) => c.notNull())
      .addColumn('score', types.real, (c) => c.notNull())
      .addColumn('reason', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('unsure_pairs_pk', ['case_id', 'claim_id', 'other_id'] as never)
      .execute()
    await db.schema
      .createIndex('unsure_pairs_of_other')
      .on('unsure_pairs')
      .columns(['case_id', 'other_id'] as never)
      .execute()
  },
}
