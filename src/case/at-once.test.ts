import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { documents, packs, stepsOf } from '../../bench/made-up-claims.js'
import { linkIncidents } from '../resolve/index.js'
import { createCase } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'isnad-at-once-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MADE = [...documents(12)]
const lines = (incidents: readonly { id: string; claims: readonly string[] }[]) =>
  incidents.map(({ id, claims }) => `${id} ${[...claims].sort().join(' ')}`).sort()

/** The incidents of a case to which these groups of documents came one after another. */
async function incidentsOf(name: string, groups: readonly string[][]): Promise<string[]> {
  const kase = await createCase(join(folder, name), { name, tlp: 'clear' }, { steps: stepsOf(MADE) })
  for (const group of groups) await kase.add(group)
  const incidents = lines((await kase.incidents({ limit: 10_000 })).items)
  expect((await kase.verify()).problems).toEqual([])
  await kase.close()
  return incidents
}

it('links documents that come at once as those that come one by one, and as all claims in memory', {
  timeout: 90_000,
}, async () => {
  const paths = MADE.map(({ document }) => document.path)
  const claims = MADE.flatMap(({ document, claims: own }) => own.map((claim) => ({ claim, document })))
  const expected = lines(linkIncidents(claims, packs))
  expect(expected.length).toBeLessThan(claims.length)
  expect(await incidentsOf('at-once', [paths])).toEqual(expected)
  const oneByOne = paths.map((path) => [path])
  expect(await incidentsOf('one-by-one', oneByOne)).toEqual(expected)
  expect(await incidentsOf('backwards', oneByOne.reverse())).toEqual(expected)
})
