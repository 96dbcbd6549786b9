import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { defaultSteps } from '../case/index.js'
import { loadPacks } from '../packs/index.js'
import { run } from './index.js'

const packs = loadPacks()
const LOADED = { packs, steps: defaultSteps(packs) }
const folder = mkdtempSync(join(tmpdir(), 'isnad-exchange-'))
const at = (name: string) => join(folder, name)

async function isnad(...argv: string[]) {
  const said = { out: '', err: '' }
  const io = {
    out: (text: string) => {
      said.out += text
    },
    err: (text: string) => {
      said.err += text
    },
    ...{ live: false, width: 160, env: {}, now: () => '2024-06-01T12:00:00.000Z', ended: async () => undefined },
  }
  return { code: await run(argv, io, LOADED), ...said }
}
const json = async (...argv: string[]) => JSON.parse((await isnad(...argv, '--json')).out)

const REPORTS = {
  'wire.txt':
    'Outlet: Valley Wire\nPublished: 2024-05-10\n\nThe Houthis released ten AQAP detainees in Radaa on 9 May 2024, a security source said.',
  'courier.txt':
    'Outlet: Gulf Courier\nPublished: 2024-05-11\n\nThe Houthis released twelve AQAP detainees in Radaa on 9 May 2024, Sheikh Salim Bin Hareb said.',
  'back.txt':
    'Outlet: Valley Wire\nPublished: 2024-05-12\n\nThe Houthis released twelve AQAP detainees in Radaa on 9 May 2024, Gulf Courier reported.',
}
const files = Object.entries(REPORTS).map(([name, text]) => {
  writeFileSync(at(name), text)
  return at(name)
})

describe('two analysts with a copy of one case each', () => {
  const [mine, hers] = [at('mine'), at('hers')]
  let claims: string[] = []
  beforeAll(async () => {
    for (const dir of [mine, hers]) await isnad('add', ...files, '--case', dir)
    claims = (await json('list', 'claims', '--type', 'prisoner-release', '--case', mine)).claims.map(
      (one: { id: string }) => one.id,
    )
    await isnad('judge', 'accept', claims[0]!, '--by', 'A. B.', '--case', mine)
    await isnad('judge', 'accept', claims[1]!, '--by', 'A. B.', '--case', mine)
    await isnad('judge', 'accept', claims[0]!, '--by', 'C. D.', '--case', hers)
    await isnad('judge', 'reject', claims[1]!, '--by', 'C. D.', '--case', hers)
  }, 60_000)

  it('bring their judgements together, each once, and see how far they agree', async () => {
    const alone = await isnad('judge', 'agreement', '--case', mine)
    expect(alone.out).toBe('Fewer than two analysts have judged.\n')
    const exported = await isnad('judge', 'export', '--case', hers)
    expect(exported.out.trim().split('\n')).toHaveLength(2)
    writeFileSync(at('hers.jsonl'), exported.out)
    const merge = () => isnad('judge', 'merge', at('hers.jsonl'), '--case', mine)
    expect((await merge()).out).toBe('2 added, 0 already there, 0 fit nothing here\n')
    expect((await merge()).out).toBe('0 added, 2 already there, 0 fit nothing here\n')
    expect(await json('judge', 'agreement', '--case', mine)).toEqual([
      expect.objectContaining({ a: 'A. B.', b: 'C. D.', both: 2, observed: 0.5 }),
    ])
    expect((await isnad('case', 'verify', '--case', mine)).code).toBe(0)
  })

  it('are told of judgements that fit nothing, and of a file that is none', async () => {
    const empty = at('empty')
    await isnad('case', 'new', '--case', empty)
    writeFileSync(at('mine.jsonl'), (await isnad('judge', 'export', '--case', hers)).out)
    const nothing = await isnad('judge', 'merge', at('mine.jsonl'), '--case', empty)
    expect([nothing.code, nothing.out]).toEqual([1, '0 added, 0 already there, 2 fit nothing here\n'])
    const wrong = await isnad('judge', 'merge', files[0]!, '--case', empty)
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/wire\.txt:1.*\[judgement-invalid\]|not JSON/s)])
  })
})

describe('what if X is not believed', () => {
  const dir = at('left')
  beforeAll(async () => void (await isnad('add', ...files, '--case', dir)), 60_000)
  const atMost = async (...options: string[]) => {
    const { incidents } = await json('list', 'incidents', '--type', 'prisoner-release', ...options, '--case', dir)
    return incidents.map((one: { independence: { atMost: number } }) => one.independence.atMost)
  }

  it.each([
    // The third report only passes on the second paper.
    [[], [2]],
    [['--leave-origin', 'a security source'], [1]],
    [['--leave-origin', 'a security source', '--leave-origin', 'Sheikh Salim Bin Hareb'], [1]],
    [['--leave-origin', 'a police source'], [2]],
    [['--leave-outlet', 'Gulf Courier'], [1]],
    [['--leave-outlet', 'Valley Wire', '--leave-outlet', 'Gulf Courier'], []],
  ])('%j', async (options, expected) => {
    expect(await atMost(...options)).toEqual(expected)
  })

  it('says of an incident of which nothing is left that all of it may be left out', async () => {
    const { incidents } = await json('list', 'incidents', '--type', 'prisoner-release', '--case', dir)
    const all = ['--leave-outlet', 'Valley Wire', '--leave-outlet', 'Gulf Courier']
    const gone = await isnad('show', incidents[0].id, ...all, '--case', dir)
    expect(gone.code).toBe(3)
  })

  it('shows who told first and whom each takes over from', async () => {
    const { incidents } = await json('list', 'incidents', '--type', 'prisoner-release', '--case', dir)
    const { out } = await isnad('show', incidents[0].id, '--case', dir)
    expect(out).toContain('first reported 2024-05-10 by Valley Wire, from a security source')
    const { sources, passings } = await json('list', 'sources', '--case', dir)
    const names = new Map(sources.map((one: { id: string; name: { en: string } }) => [one.id, one.name.en]))
    const taken = passings.map((one: { by: string; from: string }) => `${names.get(one.by)} < ${names.get(one.from)}`)
    expect(taken).toContain('Valley Wire < Gulf Courier')
    expect(JSON.stringify(sources)).not.toContain('Hareb')
  })
})
