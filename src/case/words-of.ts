import { nameKey } from '../resolve/index.js'
import { lightStem, tokens } from '../text/index.js'

/** A word of a text as a search finds it: its stem, and where it stands (UTF-16, half-open). */
export interface Word {
  stem: string
  start: number
  end: number
}

/** Longer runs of letters are no words. */
const LONGEST = 40

/** The words of a text, the parts of a hyphened one each by itself; addresses and marks are none. */
export function wordsOf(text: string): Word[] {
  return tokens(text).flatMap(({ kind, text: word, start }) => {
    if (kind === 'punct' || word.includes('://')) return []
    return [...word.matchAll(/[^-‐‑]+/gu)].flatMap((part) => {
      const stem = lightStem(part[0])
      const from = start + part.index
      return stem === '' || stem.length > LONGEST ? [] : [{ stem, start: from, end: from + part[0].length }]
    })
  })
}

/** The different stems of a text. */
export function stemsOf(...texts: (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined ? [] : wordsOf(text).map(({ stem }) => stem))))]
}

/** Stands before a key of sounds, which no word of a text can begin with. */
const SOUND = '~'

/** The keys under which the spellings of a name's words meet in both scripts. */
export function soundsOf(name: string): string[] {
  return [...new Set(nameKey(name).split(' '))].filter(Boolean).map((key) => SOUND + key)
}

/** All words by which a name is found. */
export function nameWordsOf(name: string): string[] {
  return [...stemsOf(name), ...soundsOf(name)]
}
