import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CliticTable, splitClitics } from './clitics.js'

const table: CliticTable = {
  proclitics: [['و', 'ف'], ['ب', 'ل', 'ك', 'س'], ['ال']],
  fusions: [
    { form: 'لل', parts: ['ل', 'ال'] },
    { form: 'لل', parts: ['ل', 'ال'], stem: 'ل' },
  ],
  never: [
    ['س', 'ال'],
    ['ل', 'ال'],
  ],
  enclitics: ['ه', 'ها', 'هم', 'هن', 'هما', 'ك', 'كم', 'نا', 'ي'],
  notWithEnclitic: ['ال'],
  endings: [
    { joined: 'ت', alone: 'ة' },
    { joined: 'ا', alone: 'ى' },
  ],
}
const known = new Set([
  'وزير',
  'بيت',
  'قال',
  'مدينة',
  'عناصر',
  'لجنة',
  'قاعدة',
  'يفرج',
  'سلاح',
  'مستشفى',
  'بلد',
  'أسير',
  'القاعدة',
])
const split = (form: string) => splitClitics(form, table, (w) => known.has(w))
const show = (form: string) => {
  const best = split(form)[0]!
  return [...best.proclitics.map((p) => p.form), best.stem, ...(best.enclitic ? [best.enclitic.form] : [])].join(' + ')
}

describe('the best analysis', () => {
  test.each([
    ['وزير', 'وزير'],
    ['بيت', 'بيت'],
    ['بلد', 'بلد'],
    ['سلاح', 'سلاح'],
    ['وقال', 'و + قال'],
    ['فقال', 'ف + قال'],
    ['سيفرج', 'س + يفرج'],
    ['وسيفرج', 'و + س + يفرج'],
    ['والوزير', 'و + ال + وزير'],
    ['بالمدينة', 'ب + ال + مدينة'],
    ['فبالمدينة', 'ف + ب + ال + مدينة'],
    ['وللجنة', 'و + ل + ال + لجنة'],
    ['للجنة', 'ل + ال + لجنة'],
    ['عناصره', 'عناصر + ه'],
    ['وبعناصرها', 'و + ب + عناصر + ها'],
    ['مدينتهم', 'مدينة + هم'],
    ['مستشفاها', 'مستشفى + ها'],
    ['القاعدة', 'القاعدة'],
    ['والقاعدة', 'و + القاعدة'],
    ['أسير', 'أسير'],
  ])('%s is %s', (form, expected) => {
    expect(show(form)).toBe(expected)
  })

  test.each([
    // Unknown words: the article is a sure sign, a lone letter is none.
    ['والمليشيا', 'و + ال + مليشيا'],
    ['للمليشيا', 'ل + ال + مليشيا'],
    ['وادعة', 'وادعة'],
    ['باطرفي', 'باطرفي'],
    ['كتيبة', 'كتيبة'],
  ])('of the unknown %s is %s', (form, expected) => {
    expect(show(form)).toBe(expected)
  })
})

test('spans are those of the form as it is written, with marks and tatweel', () => {
  const form = 'وَبِالـمدينةِ'
  const [best] = split(form)
  expect(best?.proclitics.map((p) => form.slice(p.start, p.end))).toEqual(['وَ', 'بِ', 'ال'])
  expect(form.slice(best!.stemStart, best!.stemEnd)).toBe('مدينةِ')
  expect(best?.stem).toBe('مدينة')
})

test('the parts of a fused article are placed on what is written', () => {
  const [best] = split('للقاعدة')
  expect(best?.proclitics).toEqual([
    { form: 'ل', start: 0, end: 1 },
    { form: 'ال', start: 1, end: 2 },
  ])
  expect(best?.stemStart).toBe(2)
})

test('what the table forbids is not offered', () => {
  expect(split('سالمدينة').some((a) => a.proclitics.length === 2)).toBe(false)
  expect(split('المدينته').some((a) => a.proclitics.some((p) => p.form === 'ال') && a.enclitic)).toBe(false)
})

test('all plausible analyses are there, the known ones first', () => {
  const stems = split('ولد').map((a) => a.stem)
  expect(stems).toContain('لد')
  expect(stems[0]).toBe('ولد')
  expect(split('وقال').map((a) => a.known)).toEqual([
    true,
    ...split('وقال')
      .slice(1)
      .map(() => false),
  ])
})

test('the pieces of each analysis cover the form in order', () => {
  const letters = fc.constantFrom(...'وفبلكساله متنيةَـأ'.replace(' ', ''))
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 9 }), (form) => {
      for (const a of split(form)) {
        const marks = [...a.proclitics, { start: a.stemStart, end: a.stemEnd }, ...(a.enclitic ? [a.enclitic] : [])]
        let at = 0
        for (const { start, end } of marks) {
          expect(form.slice(at, start)).toMatch(/^[ـَ]*$/u)
          expect(end).toBeGreaterThanOrEqual(start)
          at = end
        }
        expect(form.slice(at)).toMatch(/^[ـَ]*$/u)
      }
    }),
  )
})
