import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it } from 'vitest'
import { skipReason, testDatabase } from '../../test/postgres.js'
import { caseSuite } from './case.contract.js'
import { caseAtWorkSuite } from './case-at-work.contract.js'
import { decidedSuite } from './decided.contract.js'
import { keptFiguresSuite } from './kept-figures.contract.js'
import { narrowedSuite } from './narrowed.contract.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-case-'))
const postgres = await testDatabase()
let cases = 0

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  if ('url' in postgres) await postgres.stop()
})

const inFolder = async () => join(folder, `case-${++cases}`)
caseSuite('a case in a directory', inFolder)
caseAtWorkSuite('a case in a directory, at work', inFolder)
decidedSuite('what was decided in a case in a directory', inFolder)
keptFiguresSuite('what a case in a directory keeps', inFolder)
narrowedSuite('what is narrowed in a case in a directory', inFolder)

if ('url' in postgres) {
  const inDatabase = async () => `${postgres.url}#case-${++cases}`
  caseSuite('a case in PostgreSQL', inDatabase)
  caseAtWorkSuite('a case in PostgreSQL, at work', inDatabase)
  decidedSuite('what was decided in a case in PostgreSQL', inDatabase)
  keptFiguresSuite('what a case in PostgreSQL keeps', inDatabase)
  narrowedSuite('what is narrowed in a case in PostgreSQL', inDatabase)
} else
  describe.skip(`a case in PostgreSQL${skipReason(postgres)}`, () => void it('runs the case suite', () => undefined))
