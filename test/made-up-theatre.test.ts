import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/cli/index.js'
import type { WeighedIncident } from '../src/model/index.js'

/** A theatre that nobody has heard of, added by files alone: everything from reading to reports must know it. */

const folder = mkdtempSync(join(tmpdir(), 'isnad-theatre-'))
const at = (path: string) => join(folder, path)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const THEATRE: Record<string, string> = {
  'theatre.yml': `id: talmun
title: { en: Talmun, ar: تلمون }
languages: [en, ar]
period: { from: 2020 }
bbox: [-1.5, 50, 1.5, 52]
maintainers: [A. Person]
licence: CC-BY-4.0
`,
  'sources.csv': `id,title,publisher,address,opened,licence
atlas,"Atlas, third edition",Press,https://example.org/a,2026-11-20,facts only
`,
  'actors.csv': `id,kind,name_en,name_ar,parent,since,until,source
talmun-front,armed-group,Talmun Front,جبهة تلمون,,,,atlas
arkaz-movement,armed-group,Arkaz Movement,حركة أركاز,,,,atlas
`,
  'people.csv': `id,standing,name_en,name_ar,since,until,source
idris-morvan,public-figure,Idris Morvan,إدريس مورفان,,,atlas
`,
  'roles.csv': `person,role_en,role_ar,actor,since,until,source
idris-morvan,spokesman of the Talmun Front,المتحدث باسم جبهة تلمون,talmun-front,,,atlas
`,
  'places.csv': `id,kind,parent,name_en,name_ar,lat,lon,source
tm-varneh,governorate,,Varneh,فارنة,51.5,0.2,atlas
tm-qadmara-city,city,tm-varneh,Qadmara,قدمارا,51.4,0.1,atlas
`,
  'outlets.csv': `id,kind,lang,country,owner,domain,name_en,name_ar,camp,described_as,described_by,source
varneh-courier,newspaper,en,XX,,varnehcourier.example,Varneh Courier,ساعي فارنة,,,,atlas
qadmara-radio,radio,ar,XX,,qadmara.example,Radio Qadmara,إذاعة قدمارا,arkaz-movement,voice of the Movement,Atlas,atlas
`,
  'names/actors.csv': `entity,name,lang,kind,outlet,since,until,source
talmun-front,TLF,en,acronym,,,,atlas
talmun-front,عصابة تلمون,ar,hostile,qadmara-radio,,,atlas
`,
}

const REPORTS: Record<string, string> = {
  'reports/en.txt': `Title: Front frees fighters
Outlet: Varneh Courier
Published: 2024-05-13

The Talmun Front released 14 fighters of the Arkaz Movement in Qadmara on Sunday, its spokesman Idris Morvan said.

The TLF also gave the Arkaz Movement two lorries, according to a security source in Varneh.
`,
  'reports/ar.txt': `Title: حركة أركاز تستعيد أسراها
Outlet: إذاعة قدمارا
Published: 2024-05-14

أفرجت عصابة تلمون يوم الأحد عن 14 مقاتلاً من حركة أركاز في مدينة قدمارا، بحسب مصدر محلي.
`,
}

async function isnad(...argv: string[]): Promise<string> {
  const said = { out: '', err: '' }
  const code = await run(['--pack', at('talmun'), ...argv], {
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
  })
  expect(code, said.err).toBe(0)
  return said.out
}
const ask = async (...argv: string[]) => JSON.parse(await isnad(...argv, '--case', at('case'), '--json'))

beforeAll(async () => {
  for (const [path, text] of Object.entries(THEATRE)) write(`talmun/${path}`, text)
  for (const [path, text] of Object.entries(REPORTS)) write(path, text)
  await isnad('add', at('reports'), '--case', at('case'))
}, 120_000)

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

describe('a theatre added by files', () => {
  it('has its entities recognised, the hostile name and the acronym among them', async () => {
    const { entities }: { entities: { id: string }[] } = await ask('list', 'entities')
    const ids = entities.map(({ id }) => id)
    for (const id of ['talmun-front', 'arkaz-movement', 'tm-qadmara-city', 'tm-varneh', 'idris-morvan'])
      expect(ids).toContain(id)
  })

  it('has its event told in two languages as one incident, with both origins', async () => {
    const { incidents }: { incidents: WeighedIncident[] } = await ask('list', 'incidents')
    const release = incidents.find((one) => one.type === 'prisoner-release')!
    expect(release.parties.map(({ id, role }) => `${role} ${id}`)).toEqual(
      expect.arrayContaining(['agent talmun-front', 'counterpart arkaz-movement']),
    )
    expect(release.places.map(({ id }) => id)).toContain('tm-qadmara-city')
    expect(release.time).toMatchObject({ from: '2024-05-12', to: '2024-05-12' })
    expect(release.claims).toHaveLength(2)
    expect(release.independence).toMatchObject({ atLeast: 1, atMost: 2, camps: 2 })
    expect(release.contradictions).toEqual([])
  })

  it('has its two groups in the ledger, found by any name', async () => {
    const ledger: { cells: { channel: string; month: string }[] } = await ask('dyad', 'TLF', 'حركة أركاز')
    expect(ledger.cells.map(({ channel, month }) => `${channel} ${month}`)).toEqual(
      expect.arrayContaining(['prisoners 2024-05']),
    )
  })

  it('is reported in both languages by the pack’s neutral names, never by the hostile one', async () => {
    const report = (language: string) =>
      isnad('report', '--dyad', 'TLF', 'arkaz-movement', '--case', at('case'), '--language', language)
    expect(await report('en')).toMatch(/Talmun Front (freed|released).*Arkaz Movement/)
    const arabic = (await report('ar')).split('\n').filter((line) => line.startsWith('- ') || line.startsWith('#'))
    expect(arabic.join('\n')).toContain('جبهة تلمون')
    expect(arabic.join('\n')).not.toContain('عصابة تلمون')
  })
})
