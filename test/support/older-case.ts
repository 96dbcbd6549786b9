import { join } from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'
import { parseLocation } from '../../src/store/index.js'

/** What a migration brought, to be taken out again. */
const UNDO: Record<number, readonly string[]> = {
  9: [
    'drop table tellings',
    'drop table pairs',
    'drop table kept',
    'drop table waiting',
    'drop table telling_keys',
    'drop index incidents_in_brief',
    'alter table incidents drop column time_basis',
    'alter table standings drop column first_tellers',
    'alter table standings drop column circles',
    'drop index standings_of_month',
    'alter table standings drop column at_least',
    'alter table standings drop column month',
    'drop index mentions_of_entity',
    'drop table stale',
    'drop table unsure_pairs',
    'alter table shown drop column brief',
    // What later ones changed in these tables is gone with them.
    'delete from migrations where number >= 9',
  ],
}

/** Takes a case back to what it was before a migration, as a program of that day would have left it. */
export function asBefore(location: string, migration: number): Promise<void> {
  return run(location, UNDO[migration] ?? [])
}

/** Empties all that a case keeps so as not to weigh and count it again. */
export function forgetAnswers(location: string): Promise<void> {
  const tables = ['tellings', 'telling_keys', 'standings', 'waiting', 'pairs', 'kept']
  return run(
    location,
    tables.map((table) => `delete from ${table}`),
  )
}

async function run(location: string, steps: readonly string[]): Promise<void> {
  const place = parseLocation(location)
  if (place.engine === 'sqlite') {
    const file = new Libsql(join(place.directory, 'case.sqlite'))
    for (const step of steps) file.exec(step)
    file.close()
    return
  }
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  for (const step of steps) await client.query(step)
  await client.end()
}
