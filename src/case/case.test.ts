import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { skipReason, testDatabase } from '../../test/postgres.js'
import { caseSuite } from './case.contract.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-case-'))
const postgres = await testDatabase()
let cases = 0

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  if ('url' in postgres) await postgres.stop()
})

caseSuite('a case in a directory', async () => join(folder, `case-${++cases}`))

if ('url' in postgres) caseSuite('a case in PostgreSQL', async () => `${postgres.url}#case-${++cases}`)
else describe.skip(`a case in PostgreSQL${skipReason(postgres)}`, () => void it('runs the case suite', () => undefined))
