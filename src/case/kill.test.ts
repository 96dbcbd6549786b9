import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { testSteps } from '../../test/case-steps.js'
import { skipReason, testDatabase } from '../../test/postgres.js'
import type { Case } from './case.js'
import { createCase, openCase } from './open-case.js'

const DOCUMENTS = 120
const ROUNDS = 5
const PROGRAM = fileURLToPath(new URL('../../test/add-and-print.ts', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'isnad-kill-'))
const postgres = await testDatabase()
const files = writeFiles()

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  if ('url' in postgres) await postgres.stop()
})

/** Reports of a few dozen attacks, so that linking has work to do when the program is killed. */
function writeFiles(): string[] {
  mkdirSync(join(folder, 'in'))
  return Array.from({ length: DOCUMENTS }, (_, n) => {
    const day = `2024-02-${String(1 + (n % 28)).padStart(2, '0')}`
    const path = join(folder, 'in', `${n}.txt`)
    const text = `Harbour Front attacked Coast Army in Rimal on ${day}, killing ${3 + (n % 28)}, Salim Sami said. Report ${n}.`
    writeFileSync(path, `Rimal Post\n2024-03-01\n${text}`)
    return path
  })
}

/** Runs the program on `paths`; kills it `after` milliseconds from its first acknowledgement. Gives what it printed. */
function addUntilKilled(location: string, paths: readonly string[], after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, location, ...paths])
    let printed = ''
    let errors = ''
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', (data) => {
      printed += data
      // The clock starts when it begins to work: starting takes longer than the work.
      timer ??= setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.stderr.on('data', (data) => {
      errors += data
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(errors))
      const whole = printed.slice(0, printed.lastIndexOf('\n') + 1)
      resolve(whole.split('\n').filter((line) => line.endsWith('.txt')))
    })
  })
}

/** The incidents of a case by their claims. */
async function incidentsOf(kase: Case): Promise<string[]> {
  const { items } = await kase.incidents({ limit: 1000 })
  return items.map(({ claims }) => claims.join(' ')).sort()
}

/** What the same files give where nothing was interrupted. */
async function incidentsAtOnce(): Promise<string[]> {
  const location = join(folder, `at-once-${Math.random()}`)
  const kase = await createCase(location, { name: 'At once', tlp: 'clear' }, { steps: testSteps() })
  await kase.add(files)
  const incidents = await incidentsOf(kase)
  await kase.close()
  return incidents
}

function killTest(location: string): void {
  it(`loses nothing that was acknowledged in ${ROUNDS} kills`, { timeout: 120_000 }, async () => {
    await (await createCase(location, { name: 'Kill', tlp: 'clear' }, { steps: testSteps() })).close()
    const acknowledged = new Set<string>()
    let killedAtWork = 0
    for (let round = 0; round < ROUNDS; round++) {
      // The instants are spread over the work and differ from run to run: the promise holds at any of them.
      const after = (round + Math.random()) * 120
      const printed = await addUntilKilled(location, files, after)
      if (printed.length < files.length) killedAtWork += 1
      for (const path of printed) acknowledged.add(path)
      const kase = await openCase(location, { steps: testSteps() })
      const paths = (await kase.documents()).map(({ path }) => path)
      const { problems } = await kase.verify()
      const claims = await kase.claims({ limit: 1000 })
      const unlinked = claims.items.filter(({ incident }) => incident === undefined)
      await kase.close()
      expect(problems).toEqual([])
      expect([...acknowledged].filter((path) => !paths.includes(path))).toEqual([])
      expect(new Set(paths).size).toBe(paths.length)
      expect(claims.total).toBe(paths.length)
      expect(unlinked).toEqual([])
    }
    expect(killedAtWork).toBeGreaterThan(0)
    const kase = await openCase(location, { steps: testSteps() })
    await kase.add(files)
    expect((await kase.documents()).length).toBe(DOCUMENTS)
    expect(await incidentsOf(kase)).toEqual(await incidentsAtOnce())
    expect((await kase.verify()).problems).toEqual([])
    await kase.close()
  })
}

describe('a program killed while it adds documents, case in a directory', () => killTest(join(folder, 'case')))

if ('url' in postgres) describe('… case in PostgreSQL', () => killTest(`${postgres.url}#kill`))
else describe.skip(`… case in PostgreSQL${skipReason(postgres)}`, () => void it('is killed', () => undefined))
