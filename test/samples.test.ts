import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Case, type CaseClaim, type CaseIncident, createCase } from '../src/case/index.js'
import type { Republication } from '../src/model/index.js'
import { loadPacks } from '../src/packs/index.js'
import { expectAsSlowly } from './support/slow-way.js'

/** The case that `npm start` builds: what samples/README.md says is among them must be found there. */

const folder = mkdtempSync(join(tmpdir(), 'isnad-samples-'))
let kase: Case
let claims: CaseClaim[]
let incidents: CaseIncident[]
let republications: Republication[]

beforeAll(async () => {
  kase = await createCase(join(folder, 'case'), { name: 'samples', tlp: 'clear' })
  const result = await kase.add(['samples'])
  expect(result.failed).toEqual([])
  expect(result.added).toHaveLength(33)
  claims = (await kase.claims({ limit: 10_000 })).items
  incidents = (await kase.incidents({ limit: 10_000 })).items
  republications = await kase.republications()
}, 120_000)

afterAll(async () => {
  await kase?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The two digits by which samples/README.md names a file. */
const number = (path: string) => basename(path).slice(0, 2)
const numbers = (paths: readonly string[]) => [...new Set(paths.map(number))].sort()
const told = (incident: CaseIncident) => numbers(incident.claimList.map(({ path }) => path))
/** The incidents of one type that a sample tells of. */
const of = (sample: string, ...types: string[]) =>
  incidents.filter(({ claimList }) => claimList.some((c) => number(c.path) === sample && types.includes(c.type)))
/** The one that tells most. */
const main = (sample: string, ...types: string[]) =>
  of(sample, ...types).sort((a, b) => b.claimList.length - a.claimList.length)[0]!
const repeats = (kind: Republication['kind'][], ...samples: string[]) =>
  republications.some(
    (one) =>
      kind.includes(one.kind) && samples.every((sample) => one.documents.some(({ path }) => number(path) === sample)),
  )

describe('samples that have nothing to do with any of it', () => {
  it('a football match in military words claims nothing', () => {
    expect(claims.filter(({ path }) => number(path) === '32')).toEqual([])
  })
  it('an exchange rate in military words claims nothing', () => {
    expect(claims.filter(({ path }) => number(path) === '31')).toEqual([])
  })
})

describe('repeated texts', () => {
  it('the reprint with a credit line is a near copy', () => {
    expect(repeats(['near-copy'], '01', '02')).toBe(true)
  })
  it('the copy without a credit is found by the passages it keeps', () => {
    expect(repeats(['near-copy', 'common-source'], '01', '03')).toBe(true)
  })
  it('the translation is paired with its original', () => {
    expect(repeats(['translation'], '07', '08')).toBe(true)
  })
  it('says of no others that one is a copy or a translation', () => {
    const strong = republications.filter(({ kind }) => kind !== 'common-source')
    expect(strong.map(({ documents }) => numbers(documents.map(({ path }) => path)))).toEqual([
      ['01', '02'],
      ['07', '08'],
    ])
  })
  it('finds no common source where the samples have none', () => {
    const weak = republications.filter(({ kind }) => kind === 'common-source')
    for (const { documents } of weak) {
      const own = numbers(documents.map(({ path }) => path))
      const family = [
        ['01', '02', '03', '04'],
        ['05', '06', '07', '08', '09'],
        ['17', '18'],
        ['19', '20'],
      ]
      expect(family.some((one) => own.every((sample) => one.includes(sample)))).toBe(true)
    }
  })
})

describe('one release told four times (01–04)', () => {
  it('is one incident, in which the repeats count as one origin', () => {
    const release = main('01', 'prisoner-release')
    expect(told(release)).toEqual(expect.arrayContaining(['01', '02', '04']))
    expect(release.time).toMatchObject({ from: '2023-08-11', to: '2023-08-11' })
    expect(release.independence).toMatchObject({ atLeast: 1, atMost: 2 })
    const un = release.independence.groups.find(({ claims: own }) =>
      release.claimList.some((c) => number(c.path) === '01' && own.includes(c.id)),
    )!
    const repeat = release.claimList.find((c) => number(c.path) === '02' && c.type === 'prisoner-release')!
    expect(un.claims).toContain(repeat.id)
  })
})

describe('one bombing with a toll that grows (05–09)', () => {
  it('is one incident of five reports, the claim of responsibility among them, which differ on the toll', () => {
    const bombing = main('05', 'attack')
    expect(told(bombing)).toEqual(['05', '06', '07', '08', '09'])
    expect(bombing.time).toMatchObject({ from: '2024-08-16', to: '2024-08-16' })
    const killed = bombing.contradictions.find(({ field }) => field === 'killed')
    expect(killed?.values.map(({ value }) => value)).toEqual(expect.arrayContaining(['12', '14+']))
  })

  it('counts the council and its own spokesman as one origin', () => {
    expect(main('05', 'attack').independence.atLeast).toBe(1)
  })
})

describe('an escape that another report calls a release (10, 11)', () => {
  it('is one incident that differs on the outcome, which no number of origins can settle', () => {
    const flight = main('10', 'escape')
    expect(told(flight)).toEqual(['10', '11'])
    expect(flight.contradictions.map(({ kind }) => kind)).toContain('outcome')
    expect(flight.grade.information).toBe('4')
    expect(flight.independence.atLeast).toBe(1)
  })
})

describe('the finding of a panel at first, second and third hand (12–14), and in an opinion piece (30)', () => {
  it('is one incident with one origin that is followed, the panel', () => {
    const arms = main('12', 'arms-transfer')
    expect(told(arms)).toEqual(['12', '13', '14', '30'])
    expect(arms.independence.atLeast).toBe(1)
    const panel = arms.independence.groups.find(({ origins }) => origins.some((name) => name.includes('Panel')))
    expect(panel?.claims.length).toBeGreaterThan(1)
  })
})

describe('two exchanges in one governorate (16, 33)', () => {
  it('stay apart', () => {
    for (const incident of of('16', 'prisoner-release', 'prisoner-exchange', 'agreement'))
      expect(told(incident)).not.toContain('33')
  })
})

describe('one assault in two languages (26, 27)', () => {
  it('is one incident that differs on the toll', () => {
    const assault = main('26', 'attack')
    expect(told(assault)).toEqual(['26', '27'])
    const killed = assault.contradictions.find(({ field }) => field === 'killed')
    expect(killed?.kind).toBe('value')
    expect(killed?.values.map(({ value }) => value).sort()).toEqual(['4', '5'])
    expect(assault.independence).toMatchObject({ atLeast: 1, atMost: 2 })
  })
  it('is not joined with the count of attacks in the same report', () => {
    for (const incident of of('27', 'attack'))
      expect(incident.claimList.filter((c) => number(c.path) === '27').length).toBe(1)
  })
})

describe('what cannot be merged', () => {
  it('no incident mixes events that the samples tell of apart', () => {
    const events = [
      ['01', '02', '03', '04'],
      ['05', '06', '07', '08', '09'],
      ['10', '11'],
      ['12', '13', '14', '24', '30', '15'],
      ['17', '18'],
      ['19', '20'],
      ['09', '28'],
      ['26', '27'],
    ]
    for (const incident of incidents.filter(({ claimList }) => claimList.length > 1)) {
      const own = told(incident)
      const one = own.length === 1 || events.some((event) => own.every((sample) => event.includes(sample)))
      expect(one, `${incident.title.en}: ${own.join(' ')}`).toBe(true)
    }
  })
})

/** What the samples show and the case does not have yet, each with the reading that it waits for. */
describe('not yet', () => {
  it.todo('03 is in the incident of 01: "have been let go" is read without who let whom go')
  it.todo('04 has a second, contrary origin: the ransom that officers and a tribal chief tell of is left unread')
  it.todo(
    '05–08: the toll of 16 is an update of the spokesman: the dead and wounded of 07 and 08 are not read as numbers',
  )
  it.todo('09 claims the bombing of 05: the claim of responsibility names no attack of its own')
  it.todo('11 gives two accounts: the sources who deny that it was an escape are read as denying the release')
  it.todo('17 and 18 are one meeting: 17 is left unread')
  it.todo('19 and 20 are one strike: the drone, the dead and the valley are read apart or not at all')
  it.todo('24 denies the transfer of 12: the denial is left unread')
  it.todo('28 is a targeted killing, which 09 tells of too: the headline event of 28 is left unread')
})

describe('figures of the whole case', () => {
  it('are what weighing everything gives, whole and without an outlet, a camp or an origin', async () => {
    const outlets = [(await kase.sources()).sources.find((one) => one.claims > 0)!.id]
    const origins = [claims.find(({ chain }) => chain.at(-1)?.kind === 'official')!.chain.at(-1)!.name]
    const camps = incidents.flatMap(({ interest }) => interest?.sides.map(({ camp }) => camp) ?? []).slice(0, 1)
    expect(camps).toHaveLength(1)
    await expectAsSlowly(kase, loadPacks(), [{ outlets }, { origins }, { camps }])
  }, 120_000)
})
