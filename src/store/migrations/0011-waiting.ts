import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * The claims on which nobody decided, what would change a conclusion first: a row each, made anew with its document or its
 * incident, so that a judgement touches no others. Derived: what an older case lacks is made when it is first asked for.
 */
export const waiting: Migration = {
  number: 11,
  name: 'waiting',
  async up(db, types) {
    await db.schema
      .createTable('waiting')
      .addColumn('case_id', types.text, (c) => c.notNull())
      .addColumn('claim_id', types.text, (c) => c.notNull())
      .addColumn('document_id', types.text, (c) => c.notNull())
      .addColumn('confidence', types.real, (c) => c.notNull())
      .addColumn('weight', types.real, (c) => c.notNull())
      .addColumn('order_key', types.text, (c) => c.notNull())
      .addColumn('reasons', types.text, (c) => c.notNull())
      .addPrimaryKeyConstraint('waiting_pk', ['case_id', 'claim_id'] as never)
      .execute()
    await db.schema
      .createIndex('waiting_in_order')
      .on('waiting')
      .columns(['case_id', 'weight desc', 'order_key'] as never)
      .execute()
    await db.schema.createIndex('waiting_of_document').on('waiting').columns(['case_id', 'document_id']).execute()
    // Incidents are weighed again, and their claims ranked with them.
    await sql`delete from standings`.execute(db)
  },
}
