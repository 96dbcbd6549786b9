import { type Kysely, sql } from 'kysely'
import type { ColumnTypes, Migration } from './column-types.js'

/** Columns of text, and those of whole numbers. */
interface Columns {
  key: string[]
  text?: string[]
  integer?: string[]
}

/**
 * What was worked out over all documents at once is kept document by document: which claims tell of one happening, which
 * documents repeat one another, which names are used. All of it is derived; jobs make it anew when the case is opened.
 */
export const blockByBlock: Migration = {
  number: 2,
  name: 'block by block',
  async up(db, types) {
    for (const table of ['mentions', 'entities', 'republications']) await db.schema.dropTable(table).execute()
    await table(db, types, 'mentions', {
      key: ['document_id', 'entity_id', 'text'],
      text: ['kind', 'lang', 'outlet', 'day'],
      integer: ['count'],
    })
    await table(db, types, 'name_uses', {
      key: ['entity_id', 'text', 'lang', 'outlet', 'day'],
      text: ['kind'],
      integer: ['documents', 'uses'],
    })
    await table(db, types, 'claim_links', { key: ['claim_id', 'other_id'], text: ['document_id', 'other_document'] })
    await table(db, types, 'text_keys', { key: ['text_key', 'document_id'] })
    await table(db, types, 'repeats', { key: ['document_id', 'other_id'], text: ['kind', 'evidence'] })
    const indexes = [
      ['mentions', 'entity_id'],
      ['mentions', 'text'],
      ['claim_links', 'document_id'],
      ['claim_links', 'other_document'],
      ['text_keys', 'document_id'],
      ['repeats', 'other_id'],
    ] as const
    for (const [name, column] of indexes)
      await db.schema
        .createIndex(`${name}_${column}_2`)
        .on(name)
        .columns(['case_id', column] as never)
        .execute()
    await sql`delete from jobs where kind = 'renew'`.execute(db)
    await sql`insert into jobs (case_id, job_id, kind, subject, taken, attempts)
      select case_id, 'refresh ' || document_id, 'refresh', document_id, null, 0 from documents`.execute(db)
  },
}

async function table(db: Kysely<never>, types: ColumnTypes, name: string, columns: Columns): Promise<void> {
  const { key, text = [], integer = [] } = columns
  let builder = db.schema.createTable(name).addColumn('case_id', types.text, (c) => c.notNull())
  for (const column of [...key, ...text]) builder = builder.addColumn(column, types.text, (c) => c.notNull())
  for (const column of integer) builder = builder.addColumn(column, types.integer, (c) => c.notNull())
  await builder.addPrimaryKeyConstraint(`${name}_pk2`, ['case_id', ...key] as never).execute()
}
