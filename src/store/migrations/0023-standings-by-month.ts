import { sql } from 'kysely'
import type { Migration } from './column-types.js'

/**
 * Beside what is kept of an incident the month in which lists have it, by which marks of many are kept in parts, and how many
 * origins are independent at least, which the queue asks of thousands.
 */
export const standingsByMonth: Migration = {
  number: 23,
  name: 'standings-by-month',
  async up(db, types) {
    await db.schema
      .alterTable('standings')
      .addColumn('at_least', types.integer, (c) => c.notNull().defaultTo(0))
      .execute()
    await db.schema
      .alterTable('standings')
      .addColumn('month', types.text, (c) => c.notNull().defaultTo(''))
      .execute()
    await sql`update standings set at_least = cast(json -> 'independence' ->> 'atLeast' as integer),
      month = substr(coalesce(json -> 'time' ->> 'from', json -> 'time' ->> 'to', '9999'), 1, 7)`.execute(db)
    await db.schema.createIndex('standings_of_month').on('standings').columns(['case_id', 'month']).execute()
    await sql`delete from kept where what in ('marks', 'months')`.execute(db)
  },
}
