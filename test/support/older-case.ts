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
    'drop index incidents_in_brief',
    'alter table incidents drop column time_basis',
    // What later ones changed in these tables is gone with them.
    'delete from migrations where number >= 9',
  ],
}

/** Takes a case back to what it was before a migration, as a program of that day would have left it. */
export async function asBefore(location: string, migration: number): Promise<void> {
  const place = parseLocation(location)
  const steps = UNDO[migration] ?? []
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
