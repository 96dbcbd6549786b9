import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * Lists show of a pair of actors how many origins stand behind it, and not which: that is no longer kept, and what its claims
 * tell takes a shorter form. Derived: all pairs are counted again.
 */
export const pairsCounted: Migration = {
  number: 22,
  name: 'pairs-counted',
  async up(db) {
    await db.schema.alterTable('pairs').dropColumn('json').execute()
    await sql`update pairs set packs = '', told = ''`.execute(db)
  },
}
