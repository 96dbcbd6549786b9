import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { CaseGuard } from './case-guard.js'
import type { Tables } from './schema.js'

const dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
}
const db = new Kysely<Tables>({ dialect, plugins: [new CaseGuard()] })
const log = () => db.selectFrom('log').select('seq')

describe('a query that names its case', () => {
  const fine = {
    'select by value': () => log().where('seq', '>', 1).where('case_id', '=', 'a'),
    'qualified column': () => log().where('log.case_id', '=', 'a'),
    'joined by key': () =>
      db
        .selectFrom('claim_blocks as own')
        .innerJoin('claim_blocks as other', (join) =>
          join.onRef('other.block', '=', 'own.block').onRef('own.case_id', '=', 'other.case_id'),
        )
        .select('other.claim_id')
        .where('own.case_id', '=', 'a'),
    'subquery tied to the outer key': () =>
      db
        .selectFrom('shown')
        .select('claim_id')
        .where('case_id', '=', 'a')
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('claim_actors').select('actor').whereRef('claim_actors.case_id', '=', 'shown.case_id')),
        ),
    insert: () =>
      db.insertInto('jobs').values({ case_id: 'a', job_id: 'j', kind: 'k', subject: 's', taken: null, attempts: 0 }),
    update: () => db.updateTable('documents').set({ text: null }).where('case_id', '=', 'a'),
    delete: () => db.deleteFrom('log').where('case_id', '=', 'a'),
    'a table outside cases': () => db.selectFrom('migrations').selectAll(),
  }
  for (const [name, query] of Object.entries(fine)) it(name, () => expect(() => query().compile()).not.toThrow())
})

describe('a query that does not', () => {
  const bad = {
    'select without a condition': () => log(),
    'condition on something else': () => log().where('seq', '=', 1),
    'case_id under OR': () => log().where((eb) => eb.or([eb('case_id', '=', 'a'), eb('seq', '=', 1)])),
    'case_id under NOT': () => log().where((eb) => eb.not(eb('case_id', '=', 'a'))),
    'case_id unequal': () => log().where('case_id', '!=', 'a'),
    'join without the key': () =>
      db
        .selectFrom('shown')
        .innerJoin('claim_actors', 'claim_actors.claim_id', 'shown.claim_id')
        .select('shown.claim_id')
        .where('shown.case_id', '=', 'a'),
    'two tables tied to each other only': () =>
      db
        .selectFrom('shown')
        .innerJoin('claim_actors', 'claim_actors.case_id', 'shown.case_id')
        .select('shown.claim_id'),
    'free subquery': () =>
      db
        .selectFrom('shown')
        .select('claim_id')
        .where('case_id', '=', 'a')
        .where('claim_id', 'in', (eb) => eb.selectFrom('claim_actors').select('claim_id').where('actor', '=', 'x')),
    update: () => db.updateTable('documents').set({ text: null }).where('document_id', '=', 'd'),
    delete: () => db.deleteFrom('log').where('seq', '=', 1),
    'insert without the column': () => db.insertInto('jobs').values({ job_id: 'j' } as never),
  }
  for (const [name, query] of Object.entries(bad))
    it(name, () => expect(() => query().compile()).toThrow(/does not name its case/))

  it('raw SQL', async () => {
    await expect(sql`select * from log`.execute(db)).rejects.toMatchObject({ code: 'internal' })
  })
})
