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
    // Led by the incident, so that no planner without figures takes the rest for what is looked up.
    await db.schema
      .createIndex('standings_of_incident')
      .on('standings')
      .columns(['case_id', 'incident_id', 'packs', 'contradictions'])
      .execute()
  },
}
