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

  test('no year is guessed without the document’s day', () => {
    expect(read('en', 'They were taken in December.', null)[0]).toMatchObject({ from: null, precision: 'unknown' })
  })
})
