import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * Indexes that hold all that lists and counts ask of a table, so that none reads its rows, texts and all; and figures
 * for the planner, without which SQLite chooses among indexes that all begin with the case as if that said anything.
 */
export const answersFromIndexes: Migration = {
  number: 7,
  name: 'answers from indexes',
  async up(db) {
    const index = (name: string, table: string, columns: string[]) =>
      db.schema
        .createIndex(name)
        .on(table)
        .columns(['case_id', ...columns])
        .execute()
    for (const old of ['incident_claims_claim_id', 'claim_actors_actor', 'claim_places_place'])
      await db.schema.dropIndex(old).ifExists().execute()
    await index('incident_claims_of_claim', 'incident_claims', ['claim_id', 'incident_id'])
    await index('claim_actors_of_actor', 'claim_actors', ['actor', 'role', 'claim_id'])
    await index('claim_places_of_place', 'claim_places', ['place', 'role', 'claim_id'])
    await index('documents_published', 'documents', ['published_to', 'seq'])
    await sql`analyze`.execute(db)
  },
}
