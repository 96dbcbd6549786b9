import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { IsnadError, type Tlp } from '../model/index.js'
import { CaseGuard } from './case-guard.js'
import { takeJobs } from './jobs.js'
import { LibsqlDialect } from './libsql-dialect.js'
import { type Location, parseLocation, printable } from './location.js'
import { migrate } from './migrate.js'
import { rawFiles, rawTable } from './raw-store.js'
import type { Tables } from './schema.js'
import type { Scope, Store } from './store.js'
import { storeError } from './store-errors.js'

/**
 * Makes an empty case and opens it; `first` is written together with it. Throws `case-exists` where there is one already.
 */
export async function createStore(
  location: string,
  about: { name: string; tlp: Tlp; at: string },
  first: (scope: Scope) => Promise<unknown> = async () => undefined,
): Promise<Store> {
  const place = parseLocation(location)
  if (place.engine === 'sqlite') await mkdir(join(place.directory, 'raw'), { recursive: true })
  const store = await connect(place, location)
  try {
    await store.write(async (scope) => {
      const { db, caseId } = scope
      if (await findCase(db, caseId))
        throw new IsnadError('case-exists', 'there is already a case here', {
          where: { what: printable(location) },
          hint: 'Add documents to it, or choose another place for the new case.',
        })
      await db
        .insertInto('cases')
        .values({ case_id: caseId, name: about.name, tlp: about.tlp, created: about.at })
        .execute()
      await first(scope)
    })
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Opens a case. Throws `case-missing`, `case-version`, `case-damaged`, `store-connection`. */
export async function openStore(location: string): Promise<Store> {
  const place = parseLocation(location)
  const missing = new IsnadError('case-missing', 'there is no case here', {
    where: { what: printable(location) },
    hint: 'Make one by adding documents: isnad add FILE --case NAME',
  })
  if (place.engine === 'sqlite' && !existsSync(join(place.directory, 'case.sqlite'))) throw missing
  const store = await connect(place, location)
  try {
    if (!(await store.read(({ db, caseId }) => findCase(db, caseId)))) throw missing
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function connect(place: Location, location: string): Promise<Store> {
  const { engine, caseId } = place
  const db = new Kysely<Tables>({ dialect: await dialect(place), plugins: [new CaseGuard()] })
  const raw = place.engine === 'sqlite' ? rawFiles(place.directory) : rawTable(db, caseId)
  const store: Store = {
    engine,
    caseId,
    location,
    raw,
    read: (work) => guarded(() => work({ db, caseId, engine })),
    write: (work) => guarded(() => db.transaction().execute((tx) => inTurn({ db: tx, caseId, engine }, work))),
    take: (kinds, limit, now) =>
      guarded(() => db.transaction().execute((tx) => takeJobs({ db: tx, caseId, engine }, kinds, limit, now))),
    close: () => db.destroy(),
  }
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw storeError(error, location)
    }
  }
  try {
    await guarded(() => migrate(db.withoutPlugins(), engine))
  } catch (error) {
    await db.destroy().catch(() => undefined)
    throw error
  }
  return store
}

async function dialect(place: Location) {
  if (place.engine === 'sqlite') return new LibsqlDialect(join(place.directory, 'case.sqlite'))
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: place.url, connectionTimeoutMillis: 10_000 })
  // An idle connection that the server ends must not end the program; the next query opens another.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}

/** Writers of one case queue at its row: SQLite's transactions do so by themselves. */
async function inTurn<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T> {
  if (scope.engine === 'postgres')
    await scope.db.selectFrom('cases').select('case_id').where('case_id', '=', scope.caseId).forUpdate().execute()
  return work(scope)
}

function findCase(db: Kysely<Tables>, caseId: string) {
  return db.selectFrom('cases').selectAll().where('case_id', '=', caseId).executeTakeFirst()
}
