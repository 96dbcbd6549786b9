import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultSteps } from '../case/index.js'
import { loadPacks } from '../packs/index.js'
import { type Io, run } from './index.js'

const packs = loadPacks()
const LOADED = { packs, steps: defaultSteps(packs) }

const folder = mkdtempSync(join(tmpdir(), 'isnad-cli-'))
const at = (name: string) => join(folder, name)
const file = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}

const TEXT =
  'The Houthis gave AQAP four drones, the Valley Wire was told by a security source.\n\n' +
  'Both sides met in Radaa afterwards, the source added, and spoke about detainees.'
const ONE = file('one.txt', `Title: Drones\nOutlet: Valley Wire\nPublished: 2024-05-12\n\n${TEXT}`)

async function isnad(argv: string[], more: Partial<Io> = {}) {
  const said = { out: '', err: '' }
  const io: Io = {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
    live: false,
    width: 120,
    env: {},
    now: () => '2024-06-01T12:00:00.000Z',
    ended: async () => undefined,
    ...more,
  }
  const code = await run(argv, io, LOADED)
  return { code, ...said }
}

describe('wrong use', () => {
  it.each([
    [['frob'], 2, /unknown command 'frob'/],
    [['list', 'claims', '--frob'], 2, /unknown option/],
    [['report'], 2, /--dyad/],
    [['report', '--dyad', 'houthis'], 2, /two actors/],
    [['judge', 'accept', 'c-1', '--case', at('none')], 2, /who decides/],
    [['list', 'claims', '--case', at('none')], 3, /no case here/],
    [['read', at('nowhere.txt')], 1, /no such file/],
  ])('%j ends with %i, says what is wrong and the next step', async (argv, code, words) => {
    const result = await isnad(argv)
    expect(result.code).toBe(code)
    expect(result.err).toMatch(words)
    expect(result.err).toMatch(/next:/)
    expect(result.err).not.toMatch(/\n\s+at /)
  })
  it('help is no error, and tells the exit codes', async () => {
    const result = await isnad(['--help'])
    expect([result.code, result.err]).toEqual([0, ''])
    expect(result.out).toContain('Exit codes')
  })
})

describe('without a case', () => {
  it('read prints the contract, one JSON a document, the same each time', async () => {
    const result = await isnad(['read', ONE, at('nowhere.txt'), '--format', 'jsonl'])
    expect(result.code).toBe(1)
    const lines = result.out.trim().split('\n')
    expect(lines).toHaveLength(1)
    const { document, claims } = JSON.parse(lines[0] ?? '')
    expect(document).toMatchObject({ path: ONE, title: 'Drones', outlet: 'Valley Wire', language: 'en', text: TEXT })
    expect(document.reader).toMatchObject({ version: expect.any(String), packs: expect.any(String) })
    expect(document.captured).toBeUndefined()
    for (const claim of claims) expect(TEXT.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.text)
    expect((await isnad(['read', ONE, '--format', 'jsonl'])).out).toBe(result.out)
  })
  it('clean prints text and what is known of it', async () => {
    const page = file(
      'page.html',
      `<html><head><title>Drones</title></head><body><p>${TEXT.repeat(3)}</p></body></html>`,
    )
    const { out } = await isnad(['clean', page, '--format', 'jsonl'])
    expect(JSON.parse(out)).toMatchObject({
      path: page,
      title: 'Drones',
      byline: null,
      published: null,
      language: 'en',
    })
  })
  it('read takes standard input', async () => {
    const stdin = (async function* () {
      yield TEXT
    })()
    const { out } = await isnad(['read', '-', '--format', 'jsonl'], { stdin })
    expect(JSON.parse(out).document).toMatchObject({ path: '-', text: TEXT })
  })
  it('names score gives each pair a number from 0 to 1', async () => {
    const pairs = file('pairs.tsv', 'سالم باوزير\tSalem Bawazir\t1\nسالم باوزير\tFaris Mahdi\t0\n')
    const rows = (await isnad(['names', 'score', pairs])).out.trim().split('\n')
    const scores = rows.map((row) => Number(row.split('\t')[2]))
    expect(rows[0]).toMatch(/^سالم باوزير\tSalem Bawazir\t\d\.\d{4}$/)
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 1)
  })
  it('names score says which line is wrong', async () => {
    const result = await isnad(['names', 'score', file('bad.tsv', 'a\tb\nonly one\n')])
    expect([result.code, result.err.includes('bad.tsv:2')]).toEqual([2, true])
  })
})

describe('a case', () => {
  const dir = at('case')
  const inCase = (argv: string[]) => isnad([...argv, '--case', dir])
  const json = async (argv: string[]) => JSON.parse((await inCase([...argv, '--json'])).out)
  let document = ''
  let claim = ''

  beforeAll(async () => {
    const added = await json(['add', ONE])
    document = added.added[0].id
    const words = ['--evidence', 'The Houthis gave AQAP four drones', '--agent', 'The Houthis=houthis']
    const more = ['--counterpart', 'AQAP=aqap', '--object', 'four drones', '--by', 'L. H.', '--why', 'to test']
    await inCase(['judge', 'add', document, '--type', 'arms-transfer', ...words, ...more])
    const { claims } = await json(['list', 'claims', '--type', 'arms-transfer'])
    claim = claims.find((one: { rule: string }) => one.rule === 'analyst').id
  })

  it('shows whose word it is by initials where he is no public figure', async () => {
    const text = 'The Houthis released ten AQAP detainees in Radaa on 9 May 2024, Sheikh Salim Bin Hareb said.'
    await isnad(['add', file('mediator.txt', text), '--case', at('mediator')])
    const { incidents } = JSON.parse((await isnad(['list', 'incidents', '--json', '--case', at('mediator')])).out)
    const { out } = await isnad(['show', incidents[0].id, '--case', at('mediator')])
    expect(out).toContain('goes back to Sheikh [S. H.]')
    expect(out).not.toContain('Hareb')
  })
  it('is not made twice', async () => {
    const again = await inCase(['case', 'new'])
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('[case-exists]')])
  })
  it('says which part of a correction is wrong', async () => {
    const wrong = await inCase(['judge', 'correct', claim, '--set', '{"status":"true"}', '--by', 'L. H.'])
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringMatching(/--set is no part of a claim: status: .*asserted/),
    ])
  })
  it('lists entities of one kind', async () => {
    const { entities } = await json(['list', 'entities', '--kind', 'actor'])
    expect(new Set(entities.map((one: { kind: string }) => one.kind))).toEqual(new Set(['actor']))
  })
  it('takes the same document once', async () => {
    expect(await json(['add', ONE])).toMatchObject({ added: [], unchanged: [{ id: document }], failed: [] })
  })
  it('goes on after a bad input, and says so in the exit code', async () => {
    const result = await inCase(['add', at('nowhere.txt'), ONE])
    expect(result.code).toBe(1)
    expect(result.out).toContain('0 added (0 claims), 1 already there, 1 failed')
  })
  it('stores documents for later, and reads them when asked to', async () => {
    const queue = at('queue')
    const stored = await isnad(['add', ONE, '--later', '--case', queue])
    expect(stored.out).toContain('1 added (0 claims)')
    expect((await isnad(['work', '--case', queue])).out).toBe('1 read, 0 failed\n')
    expect((await isnad(['list', 'claims', '--case', queue])).out).toContain('Valley Wire reports')
    expect((await isnad(['work', '--case', queue])).out).toBe('0 read, 0 failed\n')
  })
  it('lists claims as sentences, incidents as the contract has them', async () => {
    expect((await inCase(['list', 'claims'])).out).toContain('Valley Wire reports')
    const { incidents } = await json(['list', 'incidents', '--type', 'arms-transfer'])
    const one = incidents.find((each: { claims: { id: string }[] }) => each.claims.some(({ id }) => id === claim))
    expect(one).toMatchObject({
      type: 'arms-transfer',
      independence: { atLeast: expect.any(Number) },
      contradictions: [],
    })
    expect(one.grade).toMatchObject({ source: 'F' })
    expect(Array.isArray(await json(['list', 'republications']))).toBe(true)
  })
  it('shows things by id, and finds nothing kindly', async () => {
    expect((await inCase(['show', claim])).out).toContain('The Houthis gave AQAP four drones')
    expect((await inCase(['show', document.slice(7, 19)])).out).toContain('Drones, Valley Wire, 2024-05-12')
    const houthis = await inCase(['show', 'houthis'])
    expect(houthis.out).toContain('أنصار الله')
    expect(houthis.out + (await inCase(['show', 'houthis', '--json'])).out).not.toMatch(/hostile|terrorist|الإرهابية/)
    const none = await inCase(['show', 'c-none'])
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('isnad list claims')])
  })
  it('gives the ledger of two actors, by any of their names', async () => {
    const dyad = await json(['dyad', 'الحوثيون', 'aqap'])
    expect(dyad).toMatchObject({ a: 'houthis', b: 'aqap' })
    expect(dyad.cells.map((cell: { channel: string }) => cell.channel)).toContain('arms')
    const unknown = await inCase(['dyad', 'houthis', 'nobody at all'])
    expect([unknown.code, unknown.err]).toEqual([3, expect.stringContaining('[unknown-actor]')])
  })
  it('writes a dossier whose every statement has a note, in both languages and formats', async () => {
    const { out } = await inCase(['report', '--dyad', 'houthis', 'aqap'])
    const statements = out.split('\n').filter((line) => line.startsWith('- '))
    expect(statements.length).toBeGreaterThan(0)
    for (const line of statements) expect(line).toMatch(/\[\^\d+\]$/)
    expect(out).toContain(document.slice(7, 19))
    await inCase([
      'report',
      '--dyad',
      'houthis',
      'aqap',
      '--language',
      'ar',
      '--format',
      'html',
      '--out',
      at('ar.html'),
    ])
    expect(readFileSync(at('ar.html'), 'utf8')).toContain('dir="rtl"')
  })
  it('exports with the marking of its documents', async () => {
    const csv = await inCase(['export', 'csv'])
    expect(csv.out.split('\r\n')[0]).toContain('evidence_start')
    expect(csv.err).toContain('TLP:CLEAR')
    const red = at('red')
    await isnad(['add', ONE, '--case', red, '--tlp', 'red'])
    const refused = await isnad(['export', 'jsonl', '--case', red])
    expect([refused.code, refused.out]).toEqual([5, ''])
    expect(refused.err).toContain('[tlp-refused]')
  })
  it('logs judgements, takes one back, verifies, and forgets', async () => {
    const { judgements } = await json(['list', 'judgements'])
    expect(judgements).toHaveLength(1)
    await inCase(['judge', 'reject', claim, '--by', 'L. H.'])
    expect(await json(['show', claim])).toMatchObject({ decision: 'rejected' })
    const last = (await json(['list', 'judgements'])).judgements.at(-1).id
    await inCase(['judge', 'undo', last, '--by', 'L. H.'])
    expect((await json(['show', claim])).decision).not.toBe('rejected')
    const verified = await inCase(['case', 'verify'])
    expect([verified.code, verified.out]).toEqual([
      0,
      expect.stringMatching(/nothing has changed\nhead [0-9a-f]{64}\n$/),
    ])
    await inCase(['case', 'forget', document.slice(7, 19), '--why', 'asked to', '--by', 'L. H.'])
    expect((await inCase(['list', 'documents'])).out).toContain('forgotten')
    expect((await inCase(['case', 'verify'])).code).toBe(0)
  })
})

it('lets people in, gives them roles and passwords, shuts them out, and tells what was done', async () => {
  const place = ['--case', at('team')]
  await isnad(['case', 'new', ...place])
  const made = await isnad(['user', 'add', 'Nour', '--role', 'analyst', ...place])
  expect([made.code, made.err]).toEqual([0, ''])
  expect(made.out.trim().length).toBeGreaterThan(11)
  expect((await isnad(['user', 'role', 'Nour', 'viewer', ...place])).code).toBe(0)
  expect((await isnad(['user', 'password', 'Nour', ...place])).out.trim()).not.toBe(made.out.trim())
  expect((await isnad(['user', 'token', 'Nour', '--label', 'charts', ...place])).out.trim().length).toBeGreaterThan(11)
  for (const word of ['disable', 'enable']) expect((await isnad(['user', word, 'Nour', ...place])).code).toBe(0)
  expect((await isnad(['user', 'list', ...place, '--json'])).out).toContain('"role": "viewer"')
  expect((await isnad(['user', 'audit', ...place])).out).toContain('user enable')
  expect(await isnad(['user', 'role', 'Nour', 'chief', ...place])).toMatchObject({ code: 2 })
})

describe('start', () => {
  it('makes a case of given files, prints its summary, serves it, and leaves nothing behind', async () => {
    let served = ''
    let page = 0
    const result = await isnad(['start', ONE, '--port', '0'], {
      out: (text) => {
        served += text
      },
      ended: async () => {
        const url = new URL(/http:\/\/\S+/.exec(served)?.[0] ?? '')
        const headers = { authorization: `Bearer ${url.searchParams.get('token')}` }
        page = (await fetch(new URL('/api/summary', url), { headers })).status
      },
    })
    expect(result.code).toBe(0)
    expect(served).toContain('1 documents (1 en)')
    expect(page).toBe(200)
    expect(existsSync(at('start'))).toBe(false)
  })
})
