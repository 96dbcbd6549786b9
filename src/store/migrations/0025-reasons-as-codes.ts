import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * Why claims were joined, or may be one, is kept as codes with their values, no longer in English sentences. Derived: what is
 * left open is sought again, and the claims of incidents that were joined are grouped anew.
 */
export const reasonsAsCodes: Migration = {
  number: 25,
  name: 'reasons-as-codes',
  async up(db) {
    await sql`delete from unsure_pairs`.execute(db)
    await sql`delete from kept where what = 'unsure pairs'`.execute(db)
    await db.schema.alterTable('unsure_pairs').renameColumn('reason', 'because').execute()
    await sql`insert into jobs (case_id, job_id, kind, subject, taken, attempts)
      select distinct c.case_id, 'reasons ' || c.document_id, 'regroup', c.document_id, cast(null as text), 0
      from incidents i join incident_claims c on c.case_id = i.case_id and c.incident_id = i.incident_id
      where i.json -> 'reasons' -> 0 is not null`.execute(db)
  },
}
