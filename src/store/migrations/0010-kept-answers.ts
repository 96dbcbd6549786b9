import type { Migration } from './column-types.js'

/**
 * Answers about a whole case, kept with the state of the case that they were made from. As text, in which members keep
 * their order: the same case prints the same from either engine. Pairs too; they are derived, and made again.
 */
export const keptAnswers: Migration = {
  number: 10,
  name: 'kept-answers',
  async up(db, types) {
    await db.schema.alterTable('kept').addColumn('json', types.text).execute()
    await db.schema.dropTable('pairs').execute()
    await db.schema
      .createTable('pairs')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('pair', types.text, (c) => c.notNull())
      .addColumn('made_from', types.text, (c) => c.notNull())
      .addColumn('json', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('pairs_pk', ['case_id', 'pair'] as never)
      .execute()
  },
}
