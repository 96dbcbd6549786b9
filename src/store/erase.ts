import { sql } from 'kysely'
import type { Scope } from './store.js'

/**
 * After a `forget`: takes the removed content out of SQLite's write-ahead log. In PostgreSQL old row versions go when
 * the server vacuums, which this asks for where it may; a backup keeps what it had.
 */
export async function flushErased({ db, engine }: Scope): Promise<void> {
  const bare = db.withoutPlugins()
  if (engine === 'sqlite') {
    await sql`pragma wal_checkpoint(truncate)`.execute(bare)
    return
  }
  const words = ['document_words', 'name_words', 'name_uses', 'mentions']
  const texts = [
    'documents',
    'captures',
    'custody',
    'readings',
    'claims',
    'shown',
    'judgements',
    'incidents',
    'unsure_pairs',
    'raw',
  ]
  const tables = [...texts, ...words]
  await sql`vacuum ${sql.join(tables.map((table) => sql.table(table)))}`.execute(bare)
}
