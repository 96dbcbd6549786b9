import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * What lists and figures of a whole case rest on, kept when claims are shown and linked: claims without their words, pairs
 * of actors as they were weighed, and the days of incidents beside them. Derived: what an older case lacks is made when it
 * is first asked for.
 */
export const tallies: Migration = {
  number: 9,
  name: 'tallies',
  async up(db, types) {
    await db.schema
      .createTable('tellings')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('document_id', types.text, (c) => c.notNull())
      .addColumn('packs', types.text, (c) => c.notNull())
      .addColumn('tally', types.json, (c) => c.notNull())
      .addColumn('json', types.json, (c) => c.notNull())
      .addPrimaryKeyConstraint('tellings_pk', ['case_id', 'document_id'] as never)
      .execute()
    await db.schema
      .createIndex('tellings_of_document')
      .on('tellings')
      .columns(['case_id', 'document_id', 'packs'])
      .execute()
    await db.schema
      .createTable('pairs')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('pair', types.text, (c) => c.notNull())
      .addColumn('made_from', types.text, (c) => c.notNull())
      .addColumn('json', types.json, (c) => c.notNull())
      .addPrimaryKeyConstraint('pairs_pk', ['case_id', 'pair'] as never)
      .execute()
    await db.schema
      .createTable('kept')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('what', types.text, (c) => c.notNull())
      .addColumn('state', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('kept_pk', ['case_id', 'what'] as never)
      .execute()
    await db.schema.alterTable('incidents').addColumn('time_basis', types.text).execute()
    await sql`update incidents set time_basis = json -> 'time' ->> 'basis'`.execute(db)
    await db.schema
      .createIndex('incidents_in_brief')
      .on('incidents')
      .columns(['case_id', 'incident_id', 'type', 'time_from', 'time_to', 'time_basis'])
      .execute()
  },
}
