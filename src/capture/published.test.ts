import { describe, expect, it } from 'vitest'
import { dayOfYear, findDays } from './find-days.js'
import { inferPublished, publishedHeader, publishedInAddress, publishedInDateLine, readPublished } from './published.js'

const MONTHS = new Map([
  ['May', 5],
  ['february', 2],
  ['feb', 2],
  ['march', 3],
  ['مايو', 5],
  ['أيار', 5],
  ['يونيو', 6],
])
const days = (text: string) => findDays(text, MONTHS).map((found) => [text.slice(found.start, found.end), found.day])

describe('full dates in a text', () => {
  it.each([
    ['It began on May 21, 2012, and', 'May 21, 2012', '2012-05-21'],
    ['on the 3rd of February 2020 in', '3rd of February 2020', '2020-02-03'],
    ['في ١٣ يونيو ٢٠٢٠م أُفرج', '١٣ يونيو ٢٠٢٠', '2020-06-13'],
    ['يوم 9 أيار/مايو 2024 في', '9 أيار/مايو 2024', '2024-05-09'],
    ['اليوم الأحد 25-1-2026 في', '25-1-2026', '2026-01-25'],
    ['logged 2024/02/19 as', '2024/02/19', '2024-02-19'],
    ['on 2/25/2024 they', '2/25/2024', '2024-02-25'],
  ])('%s', (text, surface, day) => {
    expect(days(text)).toEqual([[surface, day]])
  })
  it.each(['in May 2024', '31 February 2024', 'call 1-800-2024', 'may 5 people', '12.5 of 2024'])(
    'none in "%s"',
    (text) => {
      expect(days(text)).toEqual([])
    },
  )
  it('reads a day without its year', () => {
    expect(dayOfYear('Feb. 12', MONTHS)).toBe('02-12')
    expect(dayOfYear('٩ مايو', MONTHS)).toBe('05-09')
    expect(dayOfYear('Marching on', MONTHS)).toBeUndefined()
  })
})

describe('the day a document was published', () => {
  it.each([
    ['2024-05-09', '2024-05-09', '2024-05-09'],
    ['2024-05-09T23:30:00+03:00', '2024-05-09', '2024-05-09'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['9 May 2024', '2024-05-09', '2024-05-09'],
    ['Thu, 09 May 2024 21:00:00 GMT', '2024-05-09', '2024-05-09'],
  ])('header or metadata "%s"', (value, from, to) => {
    expect(readPublished(value, MONTHS)).toEqual({ from, to, basis: 'metadata' })
  })
  it('a header that is no date is refused', () => {
    expect(() => publishedHeader('last week', MONTHS)).toThrow(expect.objectContaining({ code: 'bad-header' }))
    expect(() => publishedHeader('2024-13-40', MONTHS)).toThrow(expect.objectContaining({ code: 'bad-header' }))
  })
  it('an address gives a day, or a year', () => {
    expect(publishedInAddress('https://a.example/2024/02/19/ship-hit/')).toMatchObject({
      from: '2024-02-19',
      basis: 'metadata',
    })
    expect(publishedInAddress('https://a.example/x/62831/2017/word')).toMatchObject({
      to: '2017-12-31',
      basis: 'inferred',
    })
    expect(publishedInAddress('https://a.example/news/2403')).toBeUndefined()
  })
  it('a date line is a date and little else', () => {
    const at = (line: string) => publishedInDateLine(`Nine go home\n${line}\nThe committee said so.`, MONTHS)?.from
    expect(at('Thursday, May 9, 2024 – 10:30')).toBe('2024-05-09')
    expect(at('What the men of the May 9, 2024 raid say of it now')).toBeUndefined()
  })
  it.each([
    ['نُشر: 18:22-9 مايو 2024 م ـ 01 ذو القعدة 1445 هـ', '2024-05-09'],
    ['١ ذو القعدة ١٤٤٥هـ الموافق ٩ مايو ٢٠٢٤م', '2024-05-09'],
    ['Coast Gazette | 9 May 2024 | 3 min read', '2024-05-09'],
    ['By Lamis Haydar · May 9, 2024 · Updated 10:30', '2024-05-09'],
    [
      'May 9, 2024 (OSTBY) – Nine men of the upper village went home to their families on Sunday, a committee said.',
      '2024-05-09',
    ],
    ['OSTBY, May 9, 2024 (HNA) -- Nine men of the upper village went home to their families on Sunday.', '2024-05-09'],
    [
      'Ostby, 9 May 2024 – Nine men of the upper village went home to their families on Sunday, a committee said.',
      '2024-05-09',
    ],
    [
      'OSTBY (9 May 2024) – Nine men of the upper village went home to their families on Sunday, it said.',
      '2024-05-09',
    ],
    [
      'عدن، ٩ مايو ٢٠٢٤ (د ب أ) – عاد تسعة محتجزين من أهل القرية العليا إلى بيوتهم يوم الأحد، كما قالت اللجنة.',
      '2024-05-09',
    ],
    [
      'On 9 May 2024 – a day of rain – nine men of the upper village went home to their families, a committee said.',
      undefined,
    ],
    [
      '9 May 2024 – Nine men of the upper village went home to their families, and the road was opened again to all.',
      undefined,
    ],
    [
      'The camp (opened on 9 May 2024) – the largest of the valley – holds nine hundred families of the upper village.',
      undefined,
    ],
    [
      'في ٩ مايو ٢٠٢٤ – وكان يوم أحد – عاد تسعة محتجزين من أهل القرية العليا إلى بيوتهم كما قالت اللجنة أمس.',
      undefined,
    ],
  ])('of "%s"', (line, day) => {
    expect(publishedInDateLine(`Nine go home\n${line}\nThe committee said so.`, MONTHS)?.from).toBe(day)
  })
  it('inferred from the last day named, unless a later year is spoken of', () => {
    const text = 'They were freed on 13 February 2020, and others on 3 May 2018.'
    expect(inferPublished(text, MONTHS)).toEqual({ from: '2020-02-13', to: '2020-03-15', basis: 'inferred' })
    expect(inferPublished(`${text} Since 2024 there were more.`, MONTHS)).toBeUndefined()
    expect(inferPublished('They were freed last Friday.', MONTHS)).toBeUndefined()
  })
})
