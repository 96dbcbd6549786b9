import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/** A stretch of time asks only for the pairs that it touches: the days of what their claims tell stand apart. All pairs are counted again. */
export const pairsDays: Migration = {
  number: 24,
  name: 'pairs-days',
  async up(db, { text }) {
    await db.schema
      .alterTable('pairs')
      .addColumn('days', text, (column) => column.notNull().defaultTo(''))
      .execute()
    await sql`update pairs set packs = '', told = ''`.execute(db)
  },
}
