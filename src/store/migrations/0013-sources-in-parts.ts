import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * What each document adds to the list of sources, and of each incident who told it first and what goes round in a circle:
 * made with them, so that the list is added up and not made anew. Tellings take a shorter form. How many documents name an
 * entity is counted from an index alone. Derived: what an older case lacks is made when it is first asked for.
 */
export const sourcesInParts: Migration = {
  number: 13,
  name: 'sources-in-parts',
  async up(db, types) {
    await db.schema
      .alterTable('tellings')
      .addColumn('sources', types.text, (c) => c.notNull().defaultTo(''))
      .execute()
    for (const column of ['first_tellers', 'circles'])
      await db.schema
        .alterTable('standings')
        .addColumn(column, types.text, (c) => c.notNull().defaultTo(''))
        .execute()
    await db.schema.dropIndex('mentions_entity_id_2').ifExists().execute()
    const naming = db.schema.createIndex('mentions_of_entity').on('mentions')
    await naming.columns(['case_id', 'entity_id', 'document_id', 'text']).execute()
    await sql`delete from tellings`.execute(db)
  },
}
