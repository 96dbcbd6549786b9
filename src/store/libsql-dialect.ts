import { setTimeout as pause } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import Libsql from 'libsql'
import { IsnadError } from '../model/index.js'

/** How long a writer waits for another one's transaction, in milliseconds. */
const PATIENCE = 15_000
/** How long SQLite itself waits; it stops this process meanwhile, also a writer of ours that would set it free. */
const BUSY_TIMEOUT = 100
const CACHE_KIB = 64 * 1024
const LOG_PAGES = 8_000

/**
 * Kysely over the `libsql` package. It differs from Kysely's own SQLite dialect in two ways: transactions begin
 * immediate, so that two processes queue up instead of failing in the middle; and parameters are checked, because
 * libsql ends the process on a boolean and cuts a string at NUL.
 */
export class LibsqlDialect implements Dialect {
  constructor(private readonly file: string) {}

  createDriver(): Driver {
    return new ImmediateDriver({ database: async () => openDatabase(this.file) as never })
  }

  createQueryCompiler() {
    return new SqliteQueryCompiler()
  }

  createAdapter() {
    return new SqliteAdapter()
  }

  // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
  createIntrospector(db: Kysely<any>) {
    return new SqliteIntrospector(db)
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const begin = CompiledQuery.raw('begin immediate')
    for (const end = Date.now() + PATIENCE; ; ) {
      try {
        await connection.executeQuery(begin)
        return
      } catch (error) {
        const busy = String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
        if (!busy || Date.now() > end) throw error
        await pause(5 + Math.random() * 20)
      }
    }
  }
}

function openDatabase(file: string) {
  const database = new Libsql(file)
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`)
  database.pragma('journal_mode = WAL')
  // FULL: a commit is on the disk before it is acknowledged, also when the power fails.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // Pages in memory, in KiB, and pages in the log before they are moved to the file: a page that every document adds a row
  // to is otherwise read and written again with each.
  database.pragma(`cache_size = -${CACHE_KIB}`)
  database.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
  database.pragma('temp_store = MEMORY')
  // Deleted content is overwritten with zeros: `forget` must not leave a text in free pages.
  database.pragma('secure_delete = ON')
  const prepared = new PreparedStatements(database)
  return {
    prepare(sql: string) {
      // A prepared statement that found the file busy stays "in progress", and no later commit would succeed.
      if (/^(begin|commit|rollback)\b/.test(sql)) return command(database, sql)
      const { statement, again } = prepared.take(sql)
      return {
        reader: statement.reader,
        all: (parameters: unknown[]) => again(statement.all(checked(parameters))),
        run: (parameters: unknown[]) => again(statement.run(checked(parameters))),
        iterate: (parameters: unknown[]) => statement.iterate(checked(parameters)),
      }
    },
    close() {
      prepared.clear()
      // libsql ends a connection only when its statements are collected; this leaves all data in the one file now.
      try {
        database.pragma('wal_checkpoint(truncate)')
      } catch {
        // Another program reads or writes; the last one to close does it.
      }
      database.close()
    },
  }
}

/** Most statements kept, and the longest: questions with long lists of values are seldom alike. */
const MOST_KEPT = 400
const LONGEST_KEPT = 5_000

/**
 * Statements that were run before, to be run again: compiling one costs as much as running it. Whoever takes a statement
 * has it alone, and gives it back only when it ran through; one that failed may still be in progress.
 */
class PreparedStatements {
  private readonly kept = new Map<string, Libsql.Statement>()

  constructor(private readonly database: Libsql.Database) {}

  take(sql: string): { statement: Libsql.Statement; again: <T>(result: T) => T } {
    const statement = this.kept.get(sql) ?? this.database.prepare(sql)
    this.kept.delete(sql)
    const again = <T>(result: T): T => {
      if (sql.length <= LONGEST_KEPT) this.kept.set(sql, statement)
      if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!)
      return result
    }
    return { statement, again }
  }

  clear(): void {
    this.kept.clear()
  }
}

function command(database: Libsql.Database, sql: string) {
  const run = () => {
    database.exec(sql)
    return { changes: 0, lastInsertRowid: 0 }
  }
  return { reader: false, run, all: () => [], iterate: () => [] }
}

function checked(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => {
    const fine = value === null || value instanceof Uint8Array || typeof value === 'bigint'
    if (fine || (typeof value === 'number' && Number.isFinite(value))) return value
    if (typeof value === 'string' && !value.includes('\u0000')) return value
    const shown = typeof value === 'string' ? 'a string with NUL' : `${String(value)} (${typeof value})`
    throw new IsnadError('internal', `SQLite cannot store ${shown}`, {
      hint: 'Store numbers, well-formed text or bytes.',
    })
  })
}
