import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LINKING_REASONS } from '../../test/support/linking-reasons.js'
import { WEIGHING_REASONS } from '../../test/support/weighing-reasons.js'
import { because, REASON_CODES, type Reason } from '../model/index.js'
import { DEFAULT_ROOT, loadPacks } from './load.js'
import { ReasonSayings } from './reason-sayings.js'
import { reasonSayer, sayReasons } from './say-reason.js'

const { ontology } = loadPacks({ theatres: [] })
/** Names of a made-up theatre, of which the first is inflected. */
const CALLED: Record<string, Record<string, string>> = {
  guards: { en: 'Hill Guard', ar: 'المرابطون' },
  front: { en: 'Valley Front', ar: 'جبهة الوادي' },
  coast: { en: 'Coast News', ar: 'خبر الساحل' },
}
const say = (language: string) =>
  reasonSayer(ontology, language, {
    name(word, oblique) {
      const name = CALLED[word]![language]!
      return oblique ? name.replace(/ون$/, 'ين') : name
    },
  })
const ALL = [...LINKING_REASONS, ...WEIGHING_REASONS]

describe('every reason', () => {
  it('is in the tables, and has a saying in every language', () => {
    expect(ALL.map(([{ code }]) => code)).toEqual(REASON_CODES)
    expect(ontology.sayings.size).toBeGreaterThan(1)
    for (const { reasons } of ontology.sayings.values()) expect(Object.keys(reasons.said)).toEqual(REASON_CODES)
  })
  it.each(ALL)('%j is said in English and in Arabic', (reason, en, ar) => {
    expect(say('en')(reason)).toBe(en)
    expect(say('ar')(reason)).toBe(ar)
  })
  it.each(ALL)('%j holds no Latin word in Arabic but those of reports', (reason) => {
    const said = say('ar')(reason).replace(/\u2068[^\u2069]*\u2069/g, '')
    // The signs of the Admiralty code are Latin in every language.
    expect(said.replace('المصدر F', '')).not.toMatch(/\p{Script=Latin}/u)
  })
})

describe('numbers', () => {
  const apart = (n: number) => because('time-days-apart', { n })
  const between = (n: number) => because('time-told-days-between', { n })
  const go = (n: number) => because('named-origin-many', { n, x: 'coast' })
  const independent = (n: number) => because('grade-1', { n })
  it.each<[Reason, string]>([
    [apart(1), 'الوقت: الفارق يوم واحد'],
    [apart(2), 'الوقت: الفارق يومان'],
    [apart(10), 'الوقت: الفارق 10 أيام'],
    [apart(11), 'الوقت: الفارق 11 يوماً'],
    [apart(100), 'الوقت: الفارق 100 يوم'],
    [apart(1103), 'الوقت: الفارق 1,103 أيام'],
    [between(2), 'الوقت: بين التقريرين يومان على الأكثر'],
    [because('time-told-days-after', { n: 2 }), 'الوقت: نُشر الخبر في غضون يومين من الواقعة'],
    [go(2), 'إفادتان مردّهما إلى خبر الساحل'],
    [go(12), '12 إفادة مردّها إلى خبر الساحل'],
    [independent(2), 'المعلومة 1: مصدران مستقلان على الأقل، ولا تناقض'],
    [independent(11), 'المعلومة 1: 11 مصدراً مستقلاً على الأقل، ولا تناقض'],
    [independent(100), 'المعلومة 1: 100 مصدر مستقل على الأقل، ولا تناقض'],
  ])('%j has its Arabic form', (reason, ar) => {
    expect(say('ar')(reason)).toBe(ar)
  })
  it.each<[Reason, string]>([
    [apart(1), 'time: 1 day apart'],
    [apart(2), 'time: 2 days apart'],
    [between(1), 'time: reported within a day of each other'],
  ])('%j has its English form', (reason, en) => {
    expect(say('en')(reason)).toBe(en)
  })
})

describe('values', () => {
  it.each([
    ['releasedByHillGuard', 'released (Hill Guard): compatible', 'مفرج عنهم (Hill Guard): العددان متوافقان'],
    ['freed', 'freed: compatible', 'مفرج عنهم أو فارّون: العددان متوافقان'],
    ['unheard-of', 'unheard-of: compatible', 'unheard-of: العددان متوافقان'],
  ])('a count %s is called by what it counts', (x, en, ar) => {
    expect(say('en')(because('counts-meet', { x }))).toBe(en)
    expect(say('ar')(because('counts-meet', { x }))).toBe(ar)
  })
  it('are not taken for slots, whatever reports say', () => {
    const reason = because('words-alike', { f: 'place', x: '{y}', y: 'mill' })
    expect(say('en')(reason)).toBe('place: “{y}” and “mill” share a name')
  })
  it('stand in a line with what stands between reasons in the language', () => {
    const two = [because('time-same-day'), because('document-both')]
    expect(sayReasons(two, ontology, 'en')).toBe('time: the same day; both in one document')
    expect(sayReasons(two, ontology, 'ar')).toBe('الوقت: اليوم نفسه؛ الإفادتان في وثيقة واحدة')
  })
})

describe('the sayings of a language', () => {
  const file = join(DEFAULT_ROOT, 'ontology', 'sayings', 'en.yml')
  const { reasons } = parse(readFileSync(file, 'utf8')) as { reasons: { said: Record<string, unknown> } }
  const problems = (said: Record<string, unknown>) =>
    ReasonSayings.safeParse({ ...reasons, said: { ...reasons.said, ...said } }).error?.issues.map((i) => i.message) ??
    []
  it.each<[string, Record<string, unknown>, string]>([
    [
      'says something that its reason does not know',
      { 'type-same': 'type: {x} and {y}' },
      'its reason has no value {y}',
    ],
    ['leaves a value out', { 'type-family': 'type: {x}' }, 'it does not say {y}'],
    ['leaves the number out of the only form', { 'time-days-apart': 'days apart' }, 'it does not say {n}'],
    ['leaves another value out of a form', { 'count-same': { other: 'as many' } }, 'it does not say {x}'],
  ])('that %s are refused', (_, said, problem) => {
    expect(problems(said)).toEqual([problem])
  })
  it('may leave the number out of the form for one number', () => {
    expect(problems({ 'time-days-apart': { one: 'a day apart', other: '{n} days apart' } })).toEqual([])
  })
})
