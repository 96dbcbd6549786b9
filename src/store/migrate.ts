import { type Kysely, sql } from 'kysely'
import { IsnadError } from '../model/index.js'
import { firstTables } from './migrations/0001-first-tables.js'
import { blockByBlock } from './migrations/0002-block-by-block.js'
import { custody } from './migrations/0003-custody.js'
import { words } from './migrations/0004-words.js'
import { people } from './migrations/0005-people.js'
import { drafts } from './migrations/0006-drafts.js'
import { answersFromIndexes } from './migrations/0007-answers-from-indexes.js'
import { standings } from './migrations/0008-standings.js'
import { tallies } from './migrations/0009-tallies.js'
import { keptAnswers } from './migrations/0010-kept-answers.js'
import { waiting } from './migrations/0011-waiting.js'
import { tellingKeys } from './migrations/0012-telling-keys.js'
import { sourcesInParts } from './migrations/0013-sources-in-parts.js'
import { pairsByChannel } from './migrations/0014-pairs-by-channel.js'
import { textKeys } from './migrations/0015-text-keys.js'
import { pairsTold } from './migrations/0017-pairs-told.js'
import { briefs } from './migrations/0018-briefs.js'
import { stale } from './migrations/0019-stale.js'
import { shortTextKeys } from './migrations/0020-short-text-keys.js'
import { unsurePairs } from './migrations/0021-unsure-pairs.js'
import { pairsCounted } from './migrations/0022-pairs-counted.js'
import { standingsByMonth } from './migrations/0023-standings-by-month.js'
import { pairsDays } from './migrations/0024-pairs-days.js'
import { reasonsAsCodes } from './migrations/0025-reasons-as-codes.js'
import { columnTypes, type Engine, type Migration } from './migrations/column-types.js'
import type { Tables } from './schema.js'

/** Every change of the schema, oldest first. A new one is a new file; what is here is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  blockByBlock,
  custody,
  words,
  people,
  drafts,
  answersFromIndexes,
  standings,
  tallies,
  keptAnswers,
  waiting,
  tellingKeys,
  sourcesInParts,
  pairsByChannel,
  textKeys,
  pairsTold,
  briefs,
  stale,
  shortTextKeys,
  unsurePairs,
  pairsCounted,
  standingsByMonth,
  pairsDays,
  reasonsAsCodes,
]

/** Any number will do, as long as every program of ours takes the same. */
const LOCK = 4_736_001

/**
 * Brings a database to the newest schema, each step in its own transaction and recorded. Throws `case-version` where
 * the database has steps that this program does not know. There is no way back: an older schema is a restored copy.
 */
export async function migrate(
  db: Kysely<Tables>,
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  if (await isNewest(db, migrations)) return
  for (const migration of migrations) {
    await db.transaction().execute(async (tx) => {
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
      await tx.schema
        .createTable('migrations')
        .ifNotExists()
        .addColumn('number', 'integer', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('at', 'text', (c) => c.notNull())
        .execute()
      const done = await tx.selectFrom('migrations').select('number').where('number', '=', migration.number).execute()
      if (done.length > 0) return
      await migration.up(tx as unknown as Kysely<never>, columnTypes(engine))
      const row = { number: migration.number, name: migration.name, at: new Date().toISOString() }
      await tx.insertInto('migrations').values(row).execute()
    })
  }
}

/** Whether nothing is to be done; refuses a database made by a newer program. */
async function isNewest(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<boolean> {
  const known = migrations.at(-1)?.number ?? 0
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'migrations')) return false
  const row = await db
    .selectFrom('migrations')
    .select((eb) => [eb.fn.max('number').as('newest'), eb.fn.countAll().as('done')])
    .executeTakeFirst()
  const newest = row?.newest ?? 0
  if (newest > known)
    throw new IsnadError('case-version', `the case has schema ${newest}; this program knows up to ${known}`, {
      hint: 'Open it with the version of isnad that wrote it, or a newer one.',
    })
  // Counted, since a step may have come into the program after a later one was done.
  return newest === known && Number(row?.done) === migrations.length
}
