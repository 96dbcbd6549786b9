import { describe, expect, it } from 'vitest'
import type { CaptureKnowledge } from './knowledge.js'
import { readByline } from './read-byline.js'

const KNOWLEDGE: CaptureKnowledge = {
  furniture: [],
  tables: [],
  bylines: [
    { form: 'first appeared on {name}', kind: 'outlet' },
    { form: 'By {name}', kind: 'author' },
    { form: 'بقلم: {name}', kind: 'author' },
    { form: 'متابعات', kind: 'staff' },
    { form: 'Agency', kind: 'agency' },
  ],
  months: new Map([['feb', 2]]),
  givenNames: new Set(['سالم']),
  outlets: [
    { id: 'saba', names: ['سبأ', 'Saba'], domains: [] },
    { id: 'reuters', names: ['Reuters', 'رويترز'], domains: [] },
    { id: 'al-ayyam', names: ['الأيام'], domains: [] },
  ],
}
const REST = 'قالت اللجنة إن تسعة محتجزين عادوا إلى بيوتهم يوم الأحد.'
const read = (...lines: string[]) => readByline(lines.join('\n'), KNOWLEDGE, 'شاطئ نيوز')

describe('where a text comes from', () => {
  it.each([
    ['outlet and agency, one known', ['الأيام – سبأ', REST], { outlet: 'الأيام', credit: 'سبأ' }],
    ['outlet and agency, both unknown single words', ['السهل – نبأ', REST], { outlet: 'السهل', credit: 'نبأ' }],
    ['the page itself and an agency', ['شاطئ نيوز – رويترز', REST], { outlet: 'شاطئ نيوز', credit: 'رويترز' }],
    ['the page itself and its staff', ['شاطئ نيوز – متابعات', REST], { outlet: 'شاطئ نيوز' }],
    ['the page itself and its day', ['شاطئ نيوز | 21-02-2023', REST], { outlet: 'شاطئ نيوز' }],
    ['the same with a stroke', ['شاطئ نيوز/متابعات', REST], { outlet: 'شاطئ نيوز' }],
    [
      'a dateline with two dashes',
      ['MUKALLA, Feb. 12 (HNA) -- 9 men went home.'],
      { credit: 'HNA', dayOfYear: '02-12' },
    ],
    ['two places and the initials of an agency', ['أبها/جازان - د ب أ', REST], { credit: 'د ب أ' }],
    ['writer and outlet', ['سالم باحاج – السهل', REST], { author: 'سالم باحاج', outlet: 'السهل' }],
    ['a paper and the town it writes from', ['وادي اليوم – سيئون', REST], { outlet: 'وادي اليوم' }],
    [
      'a dateline of two towns',
      ['OSTBY/MORANE, Feb. 12 (Reuters) - Nine men went home.'],
      { credit: 'Reuters', dayOfYear: '02-12' },
    ],
    ['an English dateline', ['MUKALLA, Feb. 12 (HNA) – Nine men went home.'], { credit: 'HNA', dayOfYear: '02-12' }],
    ['a dateline without a day', ['UNITED NATIONS (Reuters) - Nine men went home.'], { credit: 'Reuters' }],
    ['initials in an Arabic dateline', ['عدن (أ ف ب) – عاد تسعة محتجزين.'], { credit: 'أ ف ب' }],
    ['a town and its country', ['الحديدة (اليمن) – عاد تسعة محتجزين.'], {}],
    ['an Arabic dateline without a dash', ['عدن (رويترز) عاد تسعة محتجزين.'], { credit: 'رويترز' }],
    ['a place and an agency before a colon', ['عدن ـ رويترز: عاد تسعة محتجزين.'], { credit: 'رويترز' }],
    ['a place, a stroke and an agency', ['عدن/ سبأ: عاد تسعة محتجزين.'], { credit: 'سبأ' }],
    ['an agency in brackets at the head', ['(د ب أ) - عاد تسعة محتجزين.'], { credit: 'د ب أ' }],
    ['a place and the paper itself', ['عدن ـ «الأيام»: عاد تسعة محتجزين.'], { outlet: 'الأيام' }],
    ['a place, and a colon without an agency', ['عدن - الحوطة: عاد تسعة محتجزين.'], {}],
    ['a closing signature', [REST, 'وعاد ثلاثة آخرون. (رويترز)'], { credit: 'رويترز' }],
    ['a signature in capitals', ['Nine men went home on Sunday. REUTERS'], { credit: 'REUTERS' }],
    ['a phrase', [REST, 'This post first appeared on Wadi Post.'], { credit: 'Wadi Post' }],
    ['a writer', ['By Lamis Haydar', 'Nine men went home on Sunday.'], { author: 'Lamis Haydar' }],
    [
      'an agency where a writer would stand',
      ['By Hadramout Press Agency', 'Nine men went home on Sunday.'],
      { credit: 'Hadramout Press Agency' },
    ],
    [
      'a writer for an agency',
      ['By Lamis Haydar, Press Agency', 'Nine men went home.'],
      { author: 'Lamis Haydar, Press Agency' },
    ],
    ['a writer, in Arabic', ['بقلم: لميس حيدر', REST], { author: 'لميس حيدر' }],
  ])('%s', (_name, lines, expected) => {
    const { creditLine: _line, ...byline } = read(...lines)
    expect(byline).toEqual(expected)
  })

  it.each([
    ['brackets that explain', ['The southern council (STC) said that nine men went home.']],
    ['an Arabic bracket of no outlet', ['قال المجلس (الانتقالي) إن تسعة عادوا.']],
    ['the name of a column', ['Letters from home – weekly']],
    ['a sentence with a dash', ['عاد المحتجزون – كما قيل، بعد وساطة']],
    [
      'a sentence that begins with By',
      ['By Sunday evening all nine men of the village had gone home to their families.'],
    ],
  ])('not %s', (_name, lines) => {
    expect(read(...lines, REST)).toEqual({})
  })
})
