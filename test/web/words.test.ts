import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inLanguage, languageName } from '../../web/src/language-name.js'

type Entry = string | Record<string, string>
const catalogue = (lang: string): Record<string, Entry> =>
  JSON.parse(readFileSync(new URL(`../../web/src/words/${lang}.json`, import.meta.url), 'utf8'))
const [en, ar] = [catalogue('en'), catalogue('ar')]
const forms = (entry: Entry) => (typeof entry === 'string' ? [entry] : Object.values(entry))
const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the words of the screens', () => {
  it('are complete in both languages', () => {
    expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort())
  })

  it.each([
    ['en', en],
    ['ar', ar],
  ])('have every plural form that %s has', (lang, words) => {
    const wanted = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.sort()
    for (const [word, entry] of Object.entries(words))
      if (typeof entry !== 'string') expect([word, Object.keys(entry).sort()]).toEqual([word, wanted])
  })

  it('take the same values in both languages', () => {
    // "One" and "two" say the number in words and need no digit.
    for (const [word, entry] of Object.entries(en)) {
      const theirs = new Set(forms(ar[word]!).flatMap(params))
      for (const name of forms(entry).flatMap(params))
        expect([word, [...theirs]]).toEqual([word, expect.arrayContaining([name])])
    }
  })

  it.each([
    ['de', 'in German', 'بالألمانية'],
    ['ja', 'in Japanese', 'باليابانية'],
    ['ar', 'in Arabic', 'بالعربية'],
    ['en', 'in English', 'بالإنجليزية'],
  ])('name any language: %s', (code, english, arabic) => {
    expect(inLanguage(code, en['language.in'] as string, 'en-GB')).toBe(english)
    expect(inLanguage(code, ar['language.in'] as string, 'ar-YE-u-nu-latn')).toBe(arabic)
  })

  it('show what is no code of a language as it is', () => {
    expect(['xyzzy', 'not a code'].map((code) => languageName(code, 'en-GB'))).toEqual(['xyzzy', 'not a code'])
  })

  it('have Arabic nouns in the genitive behind a preposition, and agreeing with their own number', () => {
    const words = (word: string, n: number, params: Record<string, string | number> = {}) =>
      ((ar[word] as Record<string, string>)[new Intl.PluralRules('ar').select(n)] ?? '').replace(
        /\{(\w+)\}/g,
        (_, name: string) => String(name === 'n' ? n : params[name]),
      )
    expect([2, 5, 40].map((n) => words('of.claims', n))).toEqual(['إفادتين', '5 إفادات', '40 إفادة'])
    expect([5, 2, 1, 0].map((n) => words('dyad.shown', n))).toEqual([
      'ثبت الاستقلال في 5 منها',
      'ثبت الاستقلال في اثنتين منها',
      'ثبت الاستقلال في واحدة منها',
      'لم يثبت الاستقلال في أي منها',
    ])
  })

  it('say nothing in the words of a party', () => {
    const partisan = /\b(terrorists?|martyr\w*|liberat\w+|regime|militias?)\b|إرهاب|استشه|شهيد|مليشي|ميليشي|تحرير/i
    for (const [word, entry] of [...Object.entries(en), ...Object.entries(ar)])
      for (const text of forms(entry)) expect([word, partisan.test(text)]).toEqual([word, false])
  })

  it('hold Arabic in the Arabic catalogue', () => {
    const latin = Object.entries(ar).filter(([, entry]) => forms(entry).some((text) => !/[\u0600-\u06ff]/.test(text)))
    expect(latin.map(([word]) => word).sort()).toEqual(['app.language', 'reader.hash'])
  })
})
