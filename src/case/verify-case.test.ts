import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { stepsOver } from '../../test/case-steps.js'
import { createCase, openCase } from './open-case.js'

const TEXTS = {
  one: 'Rimal Post\n2024-02-04\nHarbour Front attacked Coast Army in Rimal on 2024-02-03, killing 4, Zuhayrwitness said.',
  two: 'Rimal Post\n2024-02-05\nHarbour Front met Valley Union in Sidra on 2024-02-04.',
}
const steps = stepsOver(TEXTS)
const root = mkdtempSync(join(tmpdir(), 'isnad-verify-'))
let directory = ''
let cases = 0

afterAll(() => rmSync(root, { recursive: true, force: true }))

beforeEach(async () => {
  directory = join(root, `case-${++cases}`)
  const kase = await createCase(directory, { name: 'Verify', tlp: 'amber' }, { steps })
  await kase.add(['one', 'two'])
  const [claim] = (await kase.claims()).items
  const target = { kind: 'claim' as const, document: claim!.document, span: claim!.evidence, type: claim!.type }
  await kase.judge({ kind: 'accept', target, by: 'A. Analyst', why: 'seen' })
  await kase.close()
})

function run(sql: string): void {
  const file = new Libsql(join(directory, 'case.sqlite'))
  const { changes } = file.prepare(sql).run()
  file.pragma('wal_checkpoint(truncate)')
  file.close()
  // A change that changes nothing would prove nothing.
  expect(changes, sql).toBeGreaterThan(0)
}

async function problems(): Promise<string[]> {
  const kase = await openCase(directory, { steps })
  const found = (await kase.verify()).problems
  await kase.close()
  return found
}

describe('verify', () => {
  it('finds nothing where nothing was changed', async () => {
    expect(await problems()).toEqual([])
  })

  it('finds one changed byte of a raw document, and a missing one', async () => {
    const [first, second] = readdirSync(join(directory, 'raw')) as [string, string]
    const bytes = readFileSync(join(directory, 'raw', first))
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(join(directory, 'raw', first), bytes)
    rmSync(join(directory, 'raw', second))
    const found = await problems()
    expect(found).toHaveLength(2)
    expect(found.join()).toMatch(/raw bytes were changed/)
    expect(found.join()).toMatch(/raw bytes are missing/)
  })

  const changes: [string, string, RegExp][] = [
    ['the log', `update log set subject = 'x' where seq = 3`, /log entry 3 was changed/],
    ['the end of the log', `delete from log where kind = 'judge'`, /judgement .* is not the one in the log/],
    ['the start of the log', `delete from log where seq = 1`, /stands where entry 1 is due/],
    [
      'a claim as read',
      `update claims set json = replace(json, '"min":4', '"min":40') where type = 'attack'`,
      /claim .* was changed/,
    ],
    [
      'a claim and its hash',
      `update claims set hash = 'x', json = replace(json, 'attack', 'arrest') where type = 'attack'`,
      /changed|log/,
    ],
    [
      'a claim as shown',
      `update shown set json = replace(json, 'Coast Army', 'Coast Navy')`,
      /claims as shown are not those/,
    ],
    ['a decision as shown', `update shown set decision = null`, /claims as shown are not those/],
    ['a claim left out', `delete from claims where type = 'attack'`, /is not the one in the log/],
    ['a text', `update documents set text = replace(text, 'killing 4', 'killing 5')`, /its text was changed/],
    ['a title', `update documents set json = replace(json, 'Title one', 'Other')`, /its description was changed/],
    ['a mention', `update readings set json = replace(json, 'Rimal', 'Sidra')`, /mentions or unread/],
    ['a judgement', `update judgements set json = replace(json, 'accept', 'reject')`, /judgement .* is not the one/],
    ['what a judgement is about', `update judgements set anchors = '[]'`, /judgement .* is not the one/],
    ['a judgement removed', `delete from judgement_fits; delete from judgements`, /judgement .* is missing/],
    ['the marking', `update cases set tlp = 'clear'`, /name or marking/],
    [
      'a key by which claims are found',
      `update claim_actors set actor = 'coast-guard' where actor = 'coast-army'`,
      /claims as shown/,
    ],
    ['the time of a claim in lists', `update shown set time_from = '2020-01-01'`, /claims as shown/],
    [
      'an incident',
      `update incident_claims set claim_id = 'c-x'; update incidents set json = replace(json, '"c-', '"c-x')`,
      /rests on claim/,
    ],
  ]
  for (const [what, sql, problem] of changes)
    it(`finds a change of ${what}`, async () => {
      for (const statement of sql.split('; ')) run(statement)
      expect((await problems()).join('\n')).toMatch(problem)
    })

  it('finds a document slipped in or taken away', async () => {
    run(`insert into documents select case_id, 'sha256:0', 9, path, outlet, outlet_key, language, published_from,
         published_to, tlp, text, json, reading_id, forgotten from documents where seq = 1`)
    expect((await problems()).join()).toMatch(/is in the case and not in the log/)
  })

  it('finds a forgotten document that was put back, and a changed tombstone', async () => {
    const kase = await openCase(directory, { steps })
    const [one] = await kase.documents()
    await kase.forget(one!.id, 'asked for', 'A. Analyst')
    await kase.close()
    expect(await problems()).toEqual([])
    run(`update documents set forgotten = replace(forgotten, 'asked for', 'never asked') where seq = 1`)
    expect((await problems()).join()).toMatch(/tombstone was changed/)
    run(`update documents set text = 'back' where seq = 1`)
    expect((await problems()).join()).toMatch(/bytes or text are still here/)
  })
})

it('is not alarmed by newer packs, and still finds a changed claim', async () => {
  const newer = {
    ...steps,
    reader: { ...steps.reader, version: { version: '1', packs: 'newer' } },
    world: { ...steps.world, outlet: () => ({ id: 'renamed' }) },
  }
  const verified = async () => {
    const kase = await openCase(directory, { steps: newer })
    const found = (await kase.verify()).problems
    await kase.close()
    return found
  }
  expect(await verified()).toEqual([])
  run(`update shown set json = replace(json, 'Coast Army', 'Coast Navy')`)
  expect((await verified()).join()).toMatch(/claims as shown/)
})

it('leaves no word of a forgotten document in any file of the case', async () => {
  const holds = (word: string) =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(word))
      .map(({ name }) => name)
  expect(holds('Zuhayrwitness').length).toBeGreaterThan(0)
  const kase = await openCase(directory, { steps })
  const [one] = await kase.documents()
  await kase.forget(one!.id, 'asked for', 'A. Analyst')
  for (const word of ['Zuhayrwitness', 'zuhayrwitness', 'Title one', 'killing 4']) expect(holds(word), word).toEqual([])
  await kase.close()
  expect(holds('Zuhayrwitness')).toEqual([])
})

it('finishes forgetting where the program stopped before the bytes were removed', async () => {
  const kase = await openCase(directory, { steps })
  const [one] = await kase.documents()
  const raw = join(directory, 'raw', one!.id.slice(7))
  const bytes = readFileSync(raw)
  await kase.forget(one!.id, 'asked for', 'A. Analyst')
  await kase.close()
  writeFileSync(raw, bytes)
  run(`insert into jobs values ('main', 'j-x', 'erase', '${one!.id}', null, 0)`)
  expect(await problems()).toEqual([])
  expect(readdirSync(join(directory, 'raw'))).toHaveLength(1)
})
