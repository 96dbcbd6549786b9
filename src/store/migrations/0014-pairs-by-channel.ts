import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/** The figures of a pair of actors in each channel, made with the pair. Derived: pairs that lack them are weighed again. */
export const pairsByChannel: Migration = {
  number: 14,
  name: 'pairs-by-channel',
  async up(db, types) {
    await db.schema
      .alterTable('pairs')
      .addColumn('by_channel', types.text, (c) => c.notNull().defaultTo('{}'))
      .execute()
    await sql`update pairs set packs = '', json = ''`.execute(db)
  },
}
