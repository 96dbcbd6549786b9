import type { Both, TitleLists, Titles } from './answers.js'
import { at, get } from './api.js'
import { formatter, locale } from './formatter.js'
import * as languages from './language-name.js'
import { type Lang, screen } from './screen.svelte.js'
import ar from './words/ar.json'
import en from './words/en.json'

type Catalogue = Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>
const CATALOGUES: Record<Lang, Catalogue> = { en, ar }

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE; as numbers, since the characters themselves cannot be seen. */
const ISOLATE = String.fromCharCode(0x2068)
const END = String.fromCharCode(0x2069)

export type Word = keyof typeof en

export const number = (n: number) => formatter(Intl.NumberFormat, {}).format(n)
export const percent = (part: number, whole: number) =>
  formatter(Intl.NumberFormat, { style: 'percent' }).format(whole ? part / whole : 0)
export const listed = (items: string[]) => formatter(Intl.ListFormat, { type: 'conjunction' }).format(items)

/**
 * A phrase of the screen. `n` chooses the plural form; words from a document are set apart (U+2068 … U+2069), so that
 * they keep their own direction inside the sentence.
 */
export function t(word: Word, params: Record<string, string | number> = {}): string {
  const entry = CATALOGUES[screen.lang][word]
  if (entry === undefined) return word
  const n = params.n
  const form =
    typeof entry === 'string'
      ? entry
      : (entry[formatter(Intl.PluralRules, {}).select(Number(n))] ?? entry.other ?? word)
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return typeof value === 'number' ? number(value) : `${ISOLATE}${value ?? ''}${END}`
  })
}

/** Whether the catalogue has a phrase; for words that come with the data (`channel.talks`). */
export const has = (word: string): word is Word => word in en

let titles = $state.raw<Titles>({
  types: {},
  channels: {},
  statuses: {},
  modes: {},
  counts: {},
  hopKinds: {},
  modeOf: {},
  channelOf: {},
})
/** Reads what the ontology calls its terms; where that fails, screens show the terms' ids. */
export const loadTitles = () =>
  get(at('/ontology')).then(
    (answer) => {
      titles = answer
    },
    () => {},
  )

/** What a term of the ontology is called; its id where the ontology does not know it. */
export const term = (list: keyof TitleLists, id: string): string =>
  titles[list][id]?.[screen.lang] ?? id.replaceAll('-', ' ')
/** A term at the beginning of a line; Arabic has no capitals, so that nothing changes there. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)

/** The ids of one list of the ontology, in the order of screens. */
export const terms = (list: keyof TitleLists): string[] => Object.keys(titles[list])
/** What a claim is called by: its type, or its mode where that has a name of its own ("mediation"). */
export const kindOf = ({ type, mode }: { type: string; mode?: string | undefined }): string =>
  mode && titles.modeOf[mode] === type ? term('modes', mode) : term('types', type)
/** The modes that a claim of this type can have. */
export const modesOf = (type: string): string[] =>
  terms('modes').filter((mode) => (titles.modeOf[mode] ?? 'attack') === type)
/** The row of the ledger that a claim type stands in. */
export const channelOf = (type: string): string => titles.channelOf[type] ?? 'other'

/** A word that comes with the data, under its prefix, or itself where the catalogue lacks it. */
export const dataWord = (prefix: string, id: string) => (has(`${prefix}.${id}`) ? t(`${prefix}.${id}` as Word) : id)

/** What a language is called, by its code. */
export const languageName = (code: string) => languages.languageName(code, locale())
/** "in German", by the code of the language. */
export const inLanguage = (code: string) =>
  languages.inLanguage(code, CATALOGUES[screen.lang]['language.in'] as string, locale())

export const both = (names: Both) => names[screen.lang]
