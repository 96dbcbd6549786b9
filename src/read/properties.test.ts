import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim, Reading, Span } from '../model/index.js'
import { loadPacks } from '../packs/index.js'
import { exampleDocument } from './check-example.js'
import { createReader } from './index.js'

/** What must hold of any text, however odd: grounded spans, the same reading twice, an order, no error, linear time. */
const packs = loadPacks()
const reader = createReader(packs)
const read = (language: string, text: string): Reading => reader.read(exampleDocument(language, text, '2024-05-09'))

const WORDS: Record<string, string[]> = {
  en: [
    ...['Gunmen', 'The Houthis', 'AQAP', 'the group', 'they', 'both sides', 'Abu Hafs al-Marri', 'a security source'],
    ...['attacked', 'freed', 'kidnapped', 'said that', 'denied', 'will release', 'was killed', 'agreed to', 'told AFP'],
    ...['a patrol', 'ten prisoners', 'dozens of soldiers', 'drones', 'the deal', 'in exchange for', 'according to'],
    ...[
      'in Aden',
      'on Sunday',
      'in October 2022',
      'and',
      'but',
      'while',
      'who',
      ',',
      '.',
      ':',
      '"',
      '.\n\n',
      '-',
      "'s",
    ],
  ],
  ar: [
    ...['الحوثيون', 'تنظيم القاعدة', 'التنظيم', 'مسلحون', 'الطرفان', 'أبو حفص المرّي', 'مصدر أمني', 'هم', 'المليشيا'],
    ...['هاجم', 'أفرج', 'اختطفوا', 'قال إن', 'نفى', 'سيطلق', 'قُتل', 'اتفق على', 'تم', 'أطلقت', 'سراحهم', 'وأضاف أن'],
    ...['دورية', 'عن عشرة أسرى', 'عشرات الجنود', 'بطائرات مسيّرة', 'الاتفاق', 'مقابل', 'وفقاً لـ', 'نقلاً عن', 'إطلاق'],
    ...['في عدن', 'يوم الأحد', 'في ١٢ رمضان ١٤٤٥هـ', 'و', 'لكن', 'الذي', '،', '.', ':', '«', '»', '.\n\n', '؛', '؟'],
  ],
}
/** Tatweel, joiners, marks of direction, digits of other scripts, lone quotes, combining marks, half a surrogate pair. */
const ODD = [
  ...[
    'ـ',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u202b',
    '\u202c',
    '\u2067',
    '\u2069',
    '\ufeff',
    '\u00a0',
    '\u00ad',
  ],
  ...[
    '٣',
    '۴',
    '٪',
    '“',
    '”',
    '„',
    '«',
    '»',
    '"',
    '\u064b',
    '\u0651',
    '\u0301',
    '\ud83d',
    '\udca5',
    '💥',
    'ﷺ',
    'ﻻ',
    'İ',
  ],
  ...['\r\n', '\n', '\t', '\u2028', '\0', '—', '…', '((', '[1]', 'x'.repeat(300), 'ه'.repeat(300), '9'.repeat(40)],
]

/** Words in any order, with noise between them. */
function wordSalad(language: string): fc.Arbitrary<string> {
  const word = fc.constantFrom(...WORDS[language]!)
  const odd = fc.constantFrom(...ODD)
  const noise = fc.string({ unit: 'binary', maxLength: 6 })
  const piece = fc.oneof(
    { weight: 12, arbitrary: word },
    { weight: 2, arbitrary: odd },
    { weight: 1, arbitrary: noise },
  )
  const glue = fc.oneof({ weight: 9, arbitrary: fc.constant(' ') }, { weight: 1, arbitrary: odd })
  return fc.array(fc.tuple(piece, glue), { minLength: 1, maxLength: 40 }).map((pieces) => pieces.flat().join(''))
}

/** Sentences that claim something, run together and damaged: odd characters put in, stretches cut out. */
function damaged(language: string): fc.Arbitrary<string> {
  const sentences = packs.examples.filter((e) => e.lang === language && e.expect.length > 0).map((e) => e.text)
  const wound = fc.record({ at: fc.nat(), cut: fc.nat(6), put: fc.constantFrom('', ...ODD) })
  const between = fc.constantFrom(' ', '\n', '\n\n', '', ' \u200f')
  return fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...sentences), between), { minLength: 1, maxLength: 5 }),
      fc.array(wound, { maxLength: 3 }),
    )
    .map(([parts, wounds]) =>
      wounds.reduce(
        (t, { at, cut, put }) => {
          const i = at % t.length
          return t.slice(0, i) + put + t.slice(i + cut)
        },
        `${parts.flat().join('')} `,
      ),
    )
}

const text = (language: string) => fc.oneof(wordSalad(language), { weight: 2, arbitrary: damaged(language) })

/** Every stretch of text that a claim points at; those that carry their words, with them. */
function spansOf(c: Claim): (Span & { text?: string })[] {
  const fillers = [c.agents, c.counterparts, c.objects, c.instruments, c.places, c.origin, c.destination].flat()
  return [
    ...fillers,
    ...fillers.flatMap((f) => f.via ?? []),
    ...(c.time ? [c.time] : []),
    ...Object.values(c.counts).flatMap((n) => n ?? []),
    ...c.chain.flatMap((h) => h.cue ?? []),
    ...c.chain.flatMap((h) => (h.start === undefined ? [] : [{ start: h.start, end: h.end ?? -1, text: h.name }])),
    c.evidence,
    ...c.support.map(({ start, end }) => ({ start, end })),
  ]
}

const RUNS = { numRuns: 150, seed: 20240509 }

describe.each(['en', 'ar'])('any text in %s', (language) => {
  test('the texts tried here do give claims, with chains and antecedents', () => {
    const claims = fc.sample(text(language), RUNS).flatMap((t) => read(language, t).claims)
    expect(claims.length).toBeGreaterThan(100)
    expect(claims.filter((c) => c.chain.length > 0).length).toBeGreaterThan(10)
    expect(claims.filter((c) => c.agents.some((f) => f.via)).length).toBeGreaterThan(2)
  })

  test('what is shown as evidence begins and ends with whole words', () => {
    const shown = fc.sample(text(language), RUNS).flatMap((t) => read(language, t).claims.map((c) => ({ t, c })))
    const inWord = /^[\p{L}\p{M}\p{N}]{2}$/u
    for (const { t, c } of shown)
      for (const at of [c.evidence.start, c.evidence.end]) expect(t.slice(at - 1, at + 1)).not.toMatch(inWord)
  })

  test('whatever a claim or mention points at lies in the text and says what it is said to say', () => {
    fc.assert(
      fc.property(text(language), (t) => {
        const { claims, mentions, unread } = read(language, t)
        for (const span of [...claims.flatMap(spansOf), ...mentions, ...unread]) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(t.length)
          if ('text' in span) expect(t.slice(span.start, span.end)).toBe(span.text)
        }
      }),
      RUNS,
    )
  })

  test('the same document gives the same reading, by this reader and by a new one', () => {
    const other = createReader(packs)
    fc.assert(
      fc.property(text(language), (t) => {
        const once = read(language, t)
        expect(read(language, t)).toEqual(once)
        expect(other.read(exampleDocument(language, t, '2024-05-09'))).toEqual(once)
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  test('claims stand in the order of the text, each under an id of its own', () => {
    fc.assert(
      fc.property(text(language), (t) => {
        const { claims, mentions } = read(language, t)
        const starts = claims.map((c) => c.evidence.start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length)
        for (const [i, m] of mentions.entries()) if (i > 0) expect(m.start).toBeGreaterThanOrEqual(mentions[i - 1]!.end)
      }),
      RUNS,
    )
  })

  test('links lead to other claims of the reading', () => {
    fc.assert(
      fc.property(text(language), (t) => {
        const { claims } = read(language, t)
        const ids = new Set(claims.map((c) => c.id))
        for (const c of claims)
          for (const l of c.links) expect([l.claim !== c.id, ids.has(l.claim)]).toEqual([true, true])
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  test('pure noise is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (t) => {
        expect(Array.isArray(read(language, t).claims)).toBe(true)
      }),
      { ...RUNS, numRuns: 100 },
    )
  })
})
