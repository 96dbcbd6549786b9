import type { CreateTableBuilder, Kysely } from 'kysely'
import type { ColumnTypes, Migration } from './column-types.js'

type Builder = CreateTableBuilder<string, string>
/** `name: kind`; a `?` allows null. Kinds: t text, i integer, j JSON, b bytes. */
type Columns = Record<string, 't' | 't?' | 'i' | 'j' | 'j?' | 'b'>

/** The tables of the first version; `schema.ts` says what each is for. */
export const firstTables: Migration = {
  number: 1,
  name: 'first tables',
  async up(db, types) {
    const table = (name: string, key: string[], columns: Columns, parent?: string[]) =>
      createTable(db, types, name, key, columns, parent)
    const index = (name: string, columns: string[]) =>
      db.schema
        .createIndex(`${name}_${columns.join('_')}`)
        .on(name)
        .columns(['case_id', ...columns])
        .execute()

    await table('cases', [], { name: 't', tlp: 't', created: 't' })
    await table('documents', ['document_id'], {
      seq: 'i',
      path: 't',
      outlet: 't?',
      outlet_key: 't',
      language: 't',
      published_from: 't?',
      published_to: 't?',
      tlp: 't?',
      text: 't?',
      json: 'j',
      reading_id: 't?',
      forgotten: 'j?',
    })
    const ofDocument = ['document_id', 'documents']
    await table(
      'captures',
      ['document_id'],
      { sha256: 't', size: 'i', path: 't', url: 't?', headers: 'j?', at: 't' },
      ofDocument,
    )
    await table(
      'readings',
      ['document_id', 'reading_id'],
      { seq: 'i', version: 't', packs: 't', at: 't', hash: 't', rest: 't', json: 'j?' },
      ofDocument,
    )
    await table(
      'claims',
      ['document_id', 'reading_id', 'claim_id'],
      { ord: 'i', type: 't', hash: 't', json: 'j?' },
      ofDocument,
    )
    await table(
      'shown',
      ['claim_id'],
      {
        document_id: 't',
        order_key: 't',
        type: 't',
        status: 't',
        time_from: 't?',
        time_to: 't?',
        origin_key: 't',
        origin_entity: 't?',
        outlet_key: 't',
        decision: 't?',
        search: 't',
        json: 'j',
      },
      ofDocument,
    )
    await table('claim_actors', ['claim_id', 'actor', 'role'], { document_id: 't' }, ['claim_id', 'shown'])
    await table('claim_places', ['claim_id', 'place', 'role'], { document_id: 't' }, ['claim_id', 'shown'])
    await table('claim_blocks', ['block', 'claim_id'], { document_id: 't' }, ['claim_id', 'shown'])
    await table('mentions', ['document_id', 'entity_id', 'text'], { kind: 't', count: 'i' }, ofDocument)
    await table('entities', ['entity_id'], { kind: 't', search: 't', json: 'j' })
    await table('incidents', ['incident_id'], { order_key: 't', type: 't', time_from: 't?', time_to: 't?', json: 'j' })
    await table('incident_claims', ['incident_id', 'claim_id'], { document_id: 't' }, ['incident_id', 'incidents'])
    await table('republications', ['republication_id'], { json: 'j' })
    await table('judgements', ['judgement_id'], {
      seq: 'i',
      kind: 't',
      document_id: 't?',
      reverses: 't?',
      hash: 't',
      json: 'j',
      anchors: 'j',
    })
    await table('judgement_fits', ['judgement_id'], { document_id: 't', claim_id: 't?' }, [
      'judgement_id',
      'judgements',
    ])
    await table('log', ['seq'], { at: 't', kind: 't', subject: 't', json: 'j', previous: 't', hash: 't' })
    await table('jobs', ['job_id'], { kind: 't', subject: 't', taken: 't?', attempts: 'i' })
    await table('raw', ['sha256'], { bytes: 'b' })

    await index('documents', ['seq'])
    await index('shown', ['order_key'])
    await index('shown', ['document_id'])
    await index('shown', ['type'])
    await index('claim_actors', ['actor'])
    await index('claim_actors', ['document_id'])
    await index('claim_places', ['place'])
    await index('claim_places', ['document_id'])
    await index('claim_blocks', ['claim_id'])
    await index('claim_blocks', ['document_id'])
    await index('mentions', ['entity_id'])
    await index('incidents', ['order_key'])
    await index('incident_claims', ['claim_id'])
    await index('incident_claims', ['document_id'])
    await index('judgements', ['document_id'])
    await index('judgement_fits', ['document_id'])
    await index('jobs', ['taken'])
  },
}

/** Creates a table led by `case_id`; `parent` is [column, table]: a foreign key on (case_id, column). */
async function createTable(
  db: Kysely<never>,
  types: ColumnTypes,
  name: string,
  key: string[],
  columns: Columns,
  parent?: string[],
): Promise<void> {
  let builder = db.schema.createTable(name) as Builder
  const names = { t: types.text, i: types.integer, j: types.json, b: types.bytes }
  const all: Columns = { case_id: 't', ...Object.fromEntries(key.map((k) => [k, keyKind(k)])), ...columns }
  for (const [column, kind] of Object.entries(all)) {
    const type = names[kind[0] as 't' | 'i' | 'j' | 'b']
    builder = builder.addColumn(column, type, (c) => (kind.endsWith('?') ? c : c.notNull()))
  }
  builder = builder.addPrimaryKeyConstraint(`${name}_pk`, ['case_id', ...key] as never)
  if (parent) {
    const [column, table] = parent as [string, string]
    builder = builder.addForeignKeyConstraint(`${name}_${table}`, ['case_id', column] as never, table, [
      'case_id',
      column,
    ])
  }
  await builder.execute()
}

function keyKind(column: string): 't' | 'i' {
  return column === 'seq' ? 'i' : 't'
}
