import { describe, expect, test } from 'vitest'
import { CHANNELS, CLAIM_TYPES, COUNT_KEYS, HOP_KINDS } from '../model/index.js'
import { fold, hijriToGregorian, sentences, splitClitics } from '../text/index.js'
import { CliticsFile } from './clitics-file.js'
import { table, tree } from './language.js'
import { LANGUAGE_FILES } from './language-files.js'
import { checkPacks, loadPacks } from './load.js'
import { MonthRow, NumberRow, StopwordRow, WeekdayRow } from './word-files.js'

const packs = loadPacks()

test('the packs that come with the program have no problem', () => {
  expect(checkPacks().map((p) => `${p.place} ${p.message}`)).toEqual([])
})

describe('the ontology', () => {
  test('covers the closed lists of the model in their order, with titles in both languages', () => {
    const { types, counts, hopKinds, channels } = packs.ontology
    expect([...types.keys()]).toEqual([...CLAIM_TYPES])
    expect([...counts.keys()]).toEqual([...COUNT_KEYS])
    expect([...hopKinds.keys()]).toEqual([...HOP_KINDS])
    expect([...channels.keys()]).toEqual([...CHANNELS])
    for (const entry of [...types.values(), ...counts.values(), ...hopKinds.values(), ...channels.values()]) {
      expect(entry.title.en).toMatch(/^[\x20-\x7e]+$/)
      expect(entry.title.ar).toMatch(/\p{Script=Arabic}/u)
    }
  })

  test('every type names its agents; what always has two agents has no other side', () => {
    for (const [type, entry] of packs.ontology.types) {
      expect([type, entry.slots.agents !== undefined]).toEqual([type, true])
      if (entry.mutual === true) expect([type, entry.slots.counterparts]).toEqual([type, undefined])
    }
  })

  test('only happenings form incidents: relations and states are not among them', () => {
    const states = [...packs.ontology.types].filter(([, t]) => !t.happening).map(([type]) => type)
    expect(states).toEqual(['coordination', 'possession', 'membership', 'designation'])
  })

  test.each([
    ['prisoner-release', 'RETREAT-release', '0841'],
    ['intelligence-sharing', 'COOPERATE', '064'],
    ['kidnapping', 'ASSAULT-abduct', '181'],
    ['deployment', 'MOBILIZE-troops', '154'],
  ] as const)('%s is %s in PLOVER and %s in CAMEO', (type, plover, cameo) => {
    expect(packs.ontology.types.get(type)?.plover).toContain(plover)
    expect(packs.ontology.types.get(type)?.cameo).toContain(cameo)
  })
})

describe.each(['en', 'ar'])('the language %s', (id) => {
  const language = packs.languages.get(id)!

  test('names twelve months and seven days, no form means two months', () => {
    const months = table(language, 'words/months.csv', MonthRow)
    expect(new Set(months.filter((m) => m.calendar === 'gregorian').map((m) => m.month)).size).toBe(12)
    expect(new Set(months.filter((m) => m.calendar === 'hijri').map((m) => m.month)).size).toBe(12)
    const meanings = new Map<string, string>()
    for (const { form, month, calendar } of months) {
      const meaning = `${calendar} ${month}`
      expect([form, meanings.get(fold(form)) ?? meaning]).toEqual([form, meaning])
      meanings.set(fold(form), meaning)
    }
    expect(new Set(table(language, 'words/weekdays.csv', WeekdayRow).map((d) => d.day)).size).toBe(7)
  })

  test('numbers have ordered bounds; only vague ones are open upwards', () => {
    const rows = table(language, 'words/numbers.csv', NumberRow)
    for (const row of rows) {
      if (row.max !== undefined) expect(row.max).toBeGreaterThanOrEqual(row.min)
      else expect([row.form, row.kind]).toEqual([row.form, 'vague'])
    }
    const cardinals = new Set(rows.filter((r) => r.kind === 'cardinal').map((r) => r.min))
    for (let n = 0; n <= 20; n++) expect([n, cardinals.has(n)]).toEqual([n, true])
  })

  test('stop words are not empty and do not repeat', () => {
    const words = table(language, 'words/stopwords.csv', StopwordRow).map((r) => r.form)
    expect(words.length).toBeGreaterThan(100)
    expect(new Set(words).size).toBe(words.length)
  })
})

test.each([
  ['ar', 'عشرون', 20, 20],
  ['ar', 'عشرين', 20, 20],
  ['ar', 'إحدى عشرة', 11, 11],
  ['ar', 'ثماني عشرة', 18, 18],
  ['ar', 'مائتين', 200, 200],
  ['ar', 'ثمانمئة', 800, 800],
  ['ar', 'عشرات', 20, undefined],
  ['ar', 'مئات', 200, undefined],
  ['en', 'dozens', 24, undefined],
  ['en', 'forty-two', 42, 42],
  ['en', 'hundreds', 200, undefined],
] as const)('%s: %s is at least %d', (id, form, min, max) => {
  const rows = table(packs.languages.get(id)!, 'words/numbers.csv', NumberRow)
  expect(rows.find((r) => r.form === form && r.kind !== 'multiplier')).toMatchObject({ min, ...(max && { max }) })
})

test('Levantine months are Gregorian ones, and no form stands for two months', () => {
  const months = table(packs.languages.get('ar')!, 'words/months.csv', MonthRow)
  const of = (form: string) => months.filter((m) => m.form === form).map((m) => [m.month, m.calendar])
  expect(of('كانون الثاني')).toEqual([[1, 'levantine']])
  expect(of('تشرين الأول')).toEqual([[10, 'levantine']])
  expect(of('ربيع الآخر')).toEqual([[4, 'hijri']])
  expect(hijriToGregorian(1443, months.find((m) => m.form === 'رمضان')!.month)?.from).toBe('2022-04-02')
})

test('the abbreviations of the manifests do their work', () => {
  const cut = (id: string, text: string) => sentences(text, packs.languages.get(id)!).length
  expect(cut('en', 'Lt. Gen. Saleh met Dr. Nasser on Oct. 4 in Aden. They spoke.')).toBe(2)
  expect(cut('ar', 'نقلت أ.ف.ب. عن د. سالم قوله إن اللقاء تم. وغادر الوفد.')).toBe(2)
})

test('the clitic table of Arabic takes words apart', () => {
  const clitics = tree(packs.languages.get('ar')!, 'grammar/clitics.yml', CliticsFile)!
  const best = splitClitics('وبالمدينة', clitics, (w) => w === 'مدينة')[0]!
  expect(best.proclitics.map((p) => p.form)).toEqual(['و', 'ب', 'ال'])
})

test('a table is only given with the schema that checked it', () => {
  const en = packs.languages.get('en')!
  expect(() => table(en, 'words/months.csv', WeekdayRow)).toThrow(/not registered with this schema/)
  expect(() => table(en, 'words/moons.csv', MonthRow)).toThrow(/not registered/)
  expect(LANGUAGE_FILES.length).toBeGreaterThan(5)
})

test('printable names: no entity of a theatre is without a name in either script', () => {
  for (const entity of packs.entities.values()) {
    expect([entity.id, entity.names.length > 0]).toEqual([entity.id, true])
  }
})
