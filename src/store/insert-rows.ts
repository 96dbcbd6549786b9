import { CompiledQuery, type Insertable } from 'kysely'
import type { Tables } from './schema.js'
import type { Scope } from './store.js'

/** Values written by one statement, at most. */
const MOST_VALUES = 1024
/** What is done with a row whose key is there already. */
const WHERE_THERE = { refuse: '', leave: ' on conflict do nothing' } as const

/**
 * Puts rows into a table. Most of what an import writes goes in here, so statements are few and short enough to be kept
 * prepared: of one table they differ in the number of rows, and these are powers of two. The rows have the same columns;
 * each names its case, as its type demands.
 */
export async function insertRows<T extends keyof Omit<Tables, 'migrations'>>(
  { db, engine }: Pick<Scope, 'db' | 'engine'>,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
  where: keyof typeof WHERE_THERE = 'refuse',
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!) as (keyof Insertable<Tables[T]>)[]
  const bare = db.withoutPlugins()
  let size = 2 ** Math.floor(Math.log2(MOST_VALUES / columns.length))
  for (let from = 0; from < rows.length; from += size) {
    while (size > rows.length - from) size /= 2
    const values = rows.slice(from, from + size).flatMap((row) => columns.map((column) => row[column]))
    const head = `insert into "${table}" (${columns.map((column) => `"${String(column)}"`).join(', ')}) values `
    const sql = statement(head, columns.length, size, engine) + WHERE_THERE[where]
    await bare.executeQuery(CompiledQuery.raw(sql, values))
  }
}

/** Statements as they were written, by their head and number of rows. */
const written = new Map<string, string>()

function statement(head: string, width: number, size: number, engine: Scope['engine']): string {
  const key = `${engine} ${size} ${head}`
  const before = written.get(key)
  if (before !== undefined) return before
  const mark = (i: number) => (engine === 'postgres' ? `$${i + 1}` : '?')
  const row = (n: number) => `(${Array.from({ length: width }, (_, i) => mark(n * width + i)).join(', ')})`
  const sql = head + Array.from({ length: size }, (_, n) => row(n)).join(', ')
  written.set(key, sql)
  return sql
}
