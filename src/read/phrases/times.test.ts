import { describe, expect, test } from 'vitest'
import { loadPacks } from '../../packs/index.js'
import { tokens } from '../../text/index.js'
import { timeGrammar } from './prepare-times.js'
import { findTimes } from './times.js'

const packs = loadPacks({ theatres: [] })
const read = (lang: string, text: string, today: string | null = '2024-05-09') =>
  findTimes(text, tokens(text), timeGrammar(packs.languages.get(lang)!), {
    today,
    year: today ? Number(today.slice(0, 4)) : null,
    anchor: null,
    told: null,
  })

// 9 May 2024 is a Thursday.
const table: [lang: string, text: string, from: string | null, to: string | null, precision: string][] = [
  ['en', 'They met in Marib on 3 March 2021, officials said.', '2021-03-03', '2021-03-03', 'day'],
  ['en', 'The depot burned on Tuesday night.', '2024-05-07', '2024-05-07', 'day'],
  ['en', 'A convoy was stopped last Thursday near the pass.', '2024-05-02', '2024-05-02', 'day'],
  ['en', 'Talks will resume next Thursday.', '2024-05-16', '2024-05-16', 'day'],
  ['en', 'He was freed yesterday.', '2024-05-08', '2024-05-08', 'day'],
  ['en', 'The line has held since August 2022.', '2022-08-01', null, 'range'],
  ['en', 'Shelling resumed in early November 2023.', '2023-11-01', '2023-11-30', 'month'],
  ['en', 'The truce began in early 2023.', '2023-01-01', '2023-04-30', 'range'],
  ['en', 'The raid took place three days ago.', '2024-05-06', '2024-05-06', 'day'],
  ['en', 'They were taken in December.', '2023-12-01', '2023-12-31', 'month'],
  ['en', 'Fighting between 5 and 7 April 2024 killed four.', '2024-04-05', '2024-04-07', 'range'],
  ['en', 'The guards freed two of the five in December 2023.', '2023-12-01', '2023-12-31', 'month'],
  ['en', 'On 5 of May the depot burned.', '2024-05-05', '2024-05-05', 'day'],
  ['ar', 'اجتمع الطرفان في مأرب يوم ٣ مارس ٢٠٢١م.', '2021-03-03', '2021-03-03', 'day'],
  ['ar', 'وقع الانفجار أمس الأربعاء قرب الميناء.', '2024-05-08', '2024-05-08', 'day'],
  ['ar', 'هاجم مسلحون نقطة أمنية مساء الجمعة الماضية.', '2024-05-03', '2024-05-03', 'day'],
  ['ar', 'توقف القتال منذ مطلع العام الجاري.', '2024-01-01', null, 'range'],
  ['ar', 'أطلق سراحهم قبل يومين.', '2024-05-07', '2024-05-07', 'day'],
  ['ar', 'نقلت الشحنة في كانون الثاني الماضي.', '2024-01-01', '2024-01-31', 'month'],
  ['ar', 'أعلن الاتفاق في ١٢ رمضان ١٤٤٥هـ.', '2024-03-22', '2024-03-22', 'day'],
  ['ar', 'منذ يومين والطريق مقطوع.', '2024-05-07', '2024-05-07', 'day'],
  ['ar', 'اعتقل في العاشر من فبراير الماضي.', '2024-02-10', '2024-02-10', 'day'],
]

describe('times', () => {
  test.each(table)('%s: %s', (lang, text, from, to, precision) => {
    const [time] = read(lang, text)
    expect(time && { from: time.from, to: time.to, precision: time.precision }).toEqual({ from, to, precision })
    expect(text.slice(time!.start, time!.end)).toBe(time!.text)
  })

  test.each([
    ['en', 'They may attack again if talks fail.'],
    ['en', 'The march to the square was peaceful.'],
    ['en', 'Some 2021 fighters surrendered.'],
    ['ar', 'اعتقلت القوات 2019 شخصا.'],
  ])('no time: %s: %s', (lang, text) => {
    expect(read(lang, text)).toEqual([])
  })

  test.each([
    [
      'en',
      'The police said today, Sunday, January 12, 2025, that a raid on Saturday evening killed two.',
      '2025-01-11',
    ],
    ['ar', 'قالت الشرطة اليوم الأحد 12 يناير 2025 إن هجوما وقع مساء السبت.', '2025-01-11'],
    ['ar', 'قالت الشرطة اليوم الأحد، 12 يناير 2025، إن هجوما وقع مساء السبت.', '2025-01-11'],
  ])('the day that a text calls today: %s: %s', (lang, text, day) => {
    expect(read(lang, text, null).at(-1)).toMatchObject({ from: day, to: day })
  })

  test.each([
    ['en', 'In early September 2023 the band warned them. On 14 November it struck.', '2023-11-14'],
    ['en', 'They met in December 2023. In February the clan struck.', '2024-02-01'],
    ['en', 'They met in 2023. In February the clan struck.', '2023-02-01'],
    ['ar', 'في سبتمبر 2023 حذرت الجماعة. وفي 14 نوفمبر هاجمت القافلة.', '2023-11-14'],
  ])('a year told before: %s: %s', (lang, text, day) => {
    expect(read(lang, text, null).at(-1)).toMatchObject({ from: day })
  })

  test('no year is guessed without the document’s day', () => {
    expect(read('en', 'They were taken in December.', null)[0]).toMatchObject({ from: null, precision: 'unknown' })
  })
})
