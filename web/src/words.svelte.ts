import type { Both, Titles } from './answers.ts'
import { get } from './api.ts'
import { type Lang, screen } from './screen.svelte.ts'
import ar from './words/ar.json'
import en from './words/en.json'

type Catalogue = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>
const CATALOGUES: Record<Lang, Catalogue> = { en, ar }
/** Digits are Latin in both languages, so that a number looks the same on the screen, in a report and in a footnote. */
const LOCALES: Record<Lang, string> = { en: 'en-GB', ar: 'ar-YE-u-nu-latn' }

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE; as numbers, since the characters themselves cannot be seen. */
const ISOLATE = String.fromCharCode(0x2068)
const END = String.fromCharCode(0x2069)

export type Word = keyof typeof en

/** The locale of the screen for dates and numbers. */
export const locale = () => LOCALES[screen.lang]

export const number = (n: number) => new Intl.NumberFormat(locale()).format(n)
export const percent = (part: number, whole: number) =>
  new Intl.NumberFormat(locale(), { style: 'percent' }).format(whole ? part / whole : 0)
export const listed = (items: string[]) => new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items)

/**
 * A phrase of the screen. `n` chooses the plural form; words from a document are set apart (U+2068 … U+2069), so that
 * they keep their own direction inside the sentence.
 */
export function t(word: Word, params: Record<string, string | number> = {}): string {
  const entry = CATALOGUES[screen.lang][word]
  if (entry === undefined) return word
  const n = params.n
  const form =
    typeof entry === 'string' ? entry : (entry[new Intl.PluralRules(locale()).select(Number(n))] ?? entry.other ?? word)
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return typeof value === 'number' ? number(value) : `${ISOLATE}${value ?? ''}${END}`
  })
}

/** Whether the catalogue has a phrase; for words that come with the data (`channel.talks`). */
export const has = (word: string): word is Word => word in en

let titles = $state.raw<Titles>({ types: {}, channels: {}, statuses: {} })
/** Reads what the ontology calls its terms; screens that show sooner show the terms' ids. */
export const loadTitles = () =>
  get<Titles>('/ontology').then(
    (answer) => {
      titles = answer
    },
    () => {},
  )

/** What a term of the ontology is called: by the ontology itself, by the catalogue, or by its id. */
export function term(list: 'types' | 'channels' | 'statuses', id: string): string {
  const title = titles[list][id]
  const word = `${list === 'statuses' ? 'status' : list.slice(0, -1)}.${id}`
  // The catalogue's channels and statuses are phrased for a table's head and a sentence's end.
  if (list !== 'types' && has(word)) return t(word)
  return title?.[screen.lang] ?? (has(word) ? t(word) : id.replaceAll('-', ' '))
}

/** A word that comes with the data, under its prefix, or itself where the catalogue lacks it. */
export const dataWord = (prefix: string, id: string) => (has(`${prefix}.${id}`) ? t(`${prefix}.${id}` as Word) : id)

export const both = (names: Both) => names[screen.lang]
