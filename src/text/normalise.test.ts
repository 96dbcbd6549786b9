import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, folded } from './fold.js'
import { normalise } from './normalise.js'

/** Strings that are rich in what moves offsets: marks, tatweel, joiners, presentation forms, expansions. */
const troublesome = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['ﻻ', 'ﷲ', 'ﷺ', 'ﬁ', 'Ⅷ', '½', 'ـ', 'َ', 'ّ', 'ً', '\u200c', '\u200f', '\u202b', '\u2069', '\ufeff'],
        ...[
          '٣',
          '۴',
          'أ',
          'إ',
          'آ',
          'ة',
          'ى',
          'ؤ',
          'é',
          'e\u0301',
          '\u0301',
          'ʿ',
          '’',
          '🛰️',
          '\ud800',
          'İ',
          'ß',
          '각',
          '각',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))

const FORMS = [
  ['plain', (s: string) => normalise(s)],
  ['everything', (s: string) => normalise(s, { caseFold: true, stripMarks: true, letters: { a: 'aa', b: '' } })],
  ['folded', folded],
] as const

describe.each(FORMS)('offsets of the %s form', (_, form) => {
  test('never run backwards, stay inside, and end at or before the end', () => {
    fc.assert(
      fc.property(troublesome, (s) => {
        const n = form(s)
        let previous = 0
        for (let i = 0; i <= n.text.length; i++) {
          const at = n.toOriginal(i)
          expect(at).toBeGreaterThanOrEqual(previous)
          expect(at).toBeLessThanOrEqual(s.length)
          previous = at
        }
      }),
    )
  })

  test('of any range slice an original that gives at least that range again', () => {
    fc.assert(
      fc.property(troublesome, fc.nat(), fc.nat(), (s, a, b) => {
        const n = form(s)
        const [start, end] = [a % (n.text.length + 1), b % (n.text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const { start: from, end: to } = n.original(start, end)
        expect(from).toBeLessThanOrEqual(to)
        if (end > start) expect(to).toBeGreaterThan(from)
        // The neighbours decide about apostrophes, so that they are read with what stands around them.
        if (!s.includes('’')) expect(form(s.slice(from, to)).text).toContain(n.text.slice(start, end))
      }),
    )
  })

  test('of neighbouring ranges do not overlap, except inside one cluster', () => {
    fc.assert(
      fc.property(troublesome, fc.nat(), (s, a) => {
        const n = form(s)
        const cut = a % (n.text.length + 1)
        const left = n.original(0, cut)
        const right = n.original(cut, n.text.length)
        if (n.toOriginal(cut) !== n.toOriginal(cut - 1)) expect(left.end).toBeLessThanOrEqual(right.start)
      }),
    )
  })
})

test('fold is the text of folded, on its short way for ASCII too', () => {
  fc.assert(
    fc.property(fc.oneof(troublesome, fc.string()), (s) => {
      expect(fold(s)).toBe(folded(s).text)
    }),
  )
})

test('folding twice changes nothing more', () => {
  const cases = ['الإفراج عن ٢٠ أسيرًا', "Sana'a", 'Çelik', 'مؤسّسة', 'ﻻ إله', '«مستشفى»']
  for (const s of cases) expect(fold(fold(s))).toBe(fold(s))
})

test.each([
  ['المـلــيشيا', 'المليشيا'],
  ['ﻻ', 'لا'],
  ['ﷲ', 'الله'],
  ['١٢٬٥٠٠', '12٬500'],
  ['۴۵', '45'],
  ['ab\u200ccd\u202e', 'abcd'],
  ['ﬁle', 'file'],
  ['أحمدُ', 'أحمدُ'],
])('normalise leaves %j as %j', (input, output) => {
  expect(normalise(input).text).toBe(output)
})

test('stripping marks keeps the hamza of a letter and takes accents', () => {
  expect(normalise('أُفرِجَ عن مُؤمنة', { stripMarks: true }).text).toBe('أفرج عن مؤمنة')
  expect(normalise('Médecins São', { stripMarks: true }).text).toBe('Medecins Sao')
})

test('a span of the normal form covers marks, tatweel inside it, and the whole ligature', () => {
  const s = 'قُتِلَ الـقـائـد ﻻحقًا'
  const n = normalise(s, { stripMarks: true })
  const at = n.text.indexOf('القائد')
  const { start, end } = n.original(at, at + 'القائد'.length)
  expect(s.slice(start, end)).toBe('الـقـائـد')
  const lam = n.original(n.text.indexOf('لا'), n.text.indexOf('لا') + 1)
  expect(s.slice(lam.start, lam.end)).toBe('ﻻ')
})

test.each([
  ['إطلاق سراح أسرى', 'اطلاق سراح اسري'],
  ['مدينة زنجبار', 'مدينه زنجبار'],
  ['مسؤول هيئة', 'مسوول هييه'],
  ['Al-Mahrah', 'al-mahrah'],
  ["Sana'a", 'sanaa'],
  ['Sana‘a', 'sanaa'],
  ['Taʿizz', 'taizz'],
  ['“Abu Atta”', '"abu atta"'],
  ['the fighters’ families', "the fighters' families"],
  ['Iḥsān Øster', 'ihsan oster'],
  ['١٢٫٥', '12.5'],
])('fold(%j) is %j', (input, output) => {
  expect(fold(input)).toBe(output)
})

test('spellings of one name fold together, other names do not', () => {
  expect(fold('الحُديدة')).toBe(fold('الحديده'))
  expect(fold('أبي')).toBe(fold('ابى'))
  expect(fold('عدن')).not.toBe(fold('عدم'))
})
