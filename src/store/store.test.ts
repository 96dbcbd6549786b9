import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { skipReason, testDatabase } from '../../test/postgres.js'
import { findWordsSuite } from './find-words.contract.js'
import { createStore, keepStatistics, openStore } from './index.js'
import { peopleSuite } from './people.contract.js'
import { storeSuite } from './store.contract.js'

const SUITES = [storeSuite, peopleSuite, findWordsSuite]
const folder = mkdtempSync(join(tmpdir(), 'isnad-store-'))
const postgres = await testDatabase()
let cases = 0

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  if ('url' in postgres) await postgres.stop()
})

for (const suite of SUITES) suite('SQLite', async () => join(folder, `case-${++cases}`))

if ('url' in postgres) for (const suite of SUITES) suite('PostgreSQL', async () => `${postgres.url}#case-${++cases}`)
else describe.skip(`PostgreSQL${skipReason(postgres)}`, () => void it('runs the store suite', () => undefined))

it('leads every key and index by case_id, and has no triggers', async () => {
  const directory = join(folder, 'keys')
  await (await createStore(directory, { name: 'x', tlp: 'clear', at: '2024-01-01T00:00:00Z' })).close()
  const file = new Libsql(join(directory, 'case.sqlite'))
  const parts = file
    .prepare("select type, name, sql from sqlite_master where sql is not null and name <> 'migrations'")
    .all()
  file.close()
  const keys = (parts as { sql: string }[]).flatMap(({ sql }) => [...sql.matchAll(/(?:key|on "\w+") \(("\w+")/g)])
  expect(keys.length).toBeGreaterThan(40)
  expect(keys.filter((key) => key[1] !== '"case_id"').map((key) => key.input)).toEqual([])
  expect((parts as { type: string }[]).filter((part) => part.type === 'trigger')).toEqual([])
})

it('looks up the incident of a claim by the claim, whatever else begins with the case', async () => {
  const directory = join(folder, 'plans')
  const made = await createStore(directory, { name: 'x', tlp: 'clear', at: '2024-01-01T00:00:00Z' })
  await made.write(keepStatistics)
  await made.close()
  const file = new Libsql(join(directory, 'case.sqlite'))
  const plan = file
    .prepare(
      `explain query plan select part.actor, count(distinct member.incident_id) from claim_actors as part
       left join incident_claims as member on member.case_id = part.case_id and member.claim_id = part.claim_id
       where part.case_id = 'main' group by part.actor`,
    )
    .all() as { detail: string }[]
  file.close()
  expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/incident_claims_of_claim \(case_id=\? AND claim_id=\?\)/)
})

describe('opening', () => {
  it('says that a file which is no database is damaged', async () => {
    const directory = join(folder, 'damaged')
    await (await createStore(directory, { name: 'x', tlp: 'clear', at: '2024-01-01T00:00:00Z' })).close()
    writeFileSync(join(directory, 'case.sqlite'), 'not a database, only words. '.repeat(400))
    await expect(openStore(directory)).rejects.toMatchObject({ code: 'case-damaged' })
  })

  it('says that a server does not answer, without the password', async () => {
    const opening = openStore('postgres://someone:secret@127.0.0.1:9/none#main')
    await expect(opening).rejects.toMatchObject({ code: 'store-connection' })
    await expect(opening).rejects.not.toHaveProperty('where.what', expect.stringContaining('secret'))
  })
})
