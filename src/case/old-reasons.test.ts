import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { caseStage, NAMES } from '../../test/case-stage.js'
import { skipReason, testDatabase } from '../../test/postgres.js'
import type { Case } from './case.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-reasons-'))
const postgres = await testDatabase()
let cases = 0

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  if ('url' in postgres) await postgres.stop()
})

const SENTENCES = '[{"a":"c-1","b":"c-2","score":0.9,"reason":"type: attack in both"}]'
/** What makes a database what it was when reasons were kept as sentences; `joined`: puts a sentence into an incident. */
const asItWas = (joined: string) => [
  `update incidents set json = ${joined} where json -> 'reasons' -> 0 is not null`,
  'alter table unsure_pairs rename column because to reason',
  "update unsure_pairs set reason = 'type: attack in both'",
  'delete from migrations where number >= 25',
]

/** A case whose reasons were kept as English sentences, on every engine. */
function oldReasonsSuite(name: string, fresh: () => Promise<string>, run: (kase: Case) => Promise<void>): void {
  describe(name, () => {
    const { make, again } = caseStage(fresh)
    const why = async (kase: Case) => ({
      joined: (await kase.incidents()).items.map(({ id, claims, reasons }) => ({ id, claims, reasons })),
      open: await kase.undecided(),
    })

    it('has them as codes once it is opened', async () => {
      const kase = await make([...NAMES, 'near'])
      const before = await why(kase)
      expect(before.joined.flatMap(({ reasons }) => reasons)).not.toEqual([])
      expect(before.open).not.toEqual([])
      await kase.close()
      await run(kase)
      expect(await why(await again(kase))).toEqual(before)
    })
  })
}

oldReasonsSuite(
  'a case of before in a directory',
  async () => join(folder, `case-${++cases}`),
  async ({ location }) => {
    const db = new Database(join(location, 'case.sqlite'))
    for (const line of asItWas(`json_set(json, '$.reasons', json('${SENTENCES}'))`)) db.exec(line)
    db.close()
  },
)

if ('url' in postgres)
  oldReasonsSuite(
    'a case of before in PostgreSQL',
    async () => `${postgres.url}#case-${++cases}`,
    async () => {
      const db = new Client({ connectionString: postgres.url })
      await db.connect()
      for (const line of asItWas(`jsonb_set(json, '{reasons}', '${SENTENCES}'::jsonb)`)) await db.query(line)
      await db.end()
    },
  )
else describe.skip(`PostgreSQL${skipReason(postgres)}`, () => void it('has reasons as codes', () => undefined))
