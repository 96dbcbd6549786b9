import type { Migration } from './column-types.js'

/** What lists, timeline and map show of each incident, weighed when it is linked and not when it is looked at. Derived. */
export const standings: Migration = {
  number: 8,
  name: 'standings',
  async up(db, types) {
    await db.schema
      .createTable('standings')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('incident_id', types.text, (c) => c.notNull())
      .addColumn('contradictions', types.integer, (c) => c.notNull())
      .addColumn('packs', types.text, (c) => c.notNull())
      .addColumn('json', types.json, (c) => c.notNull())
      .addPrimaryKeyConstraint('standings_pk', ['case_id', 'incident_id'] as never)
      .execute()
    await db.schema
      .createIndex('standings_contradictions')
      .on('standings')
      .columns(['case_id', 'contradictions', 'incident_id'])
      .execute()
  },
}
