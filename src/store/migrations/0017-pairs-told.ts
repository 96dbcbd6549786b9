import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * What the claims of a pair of actors tell, kept beside its figures, so that what is left of it can be counted. Derived: pairs
 * that lack it are weighed again.
 */
export const pairsTold: Migration = {
  number: 17,
  name: 'pairs-told',
  async up(db, types) {
    await db.schema
      .alterTable('pairs')
      .addColumn('told', types.text, (c) => c.notNull().defaultTo(''))
      .execute()
    await sql`update pairs set packs = '', json = ''`.execute(db)
  },
}
