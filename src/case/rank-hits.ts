import { nameWords } from '../resolve/index.js'
import { fold, lightStem } from '../text/index.js'
import { soundsAlike } from './sounds-alike.js'

/** How a word of a search fits a name, best first: one of its words, the beginning of one, only alike in sound. */
export const FITS = ['whole', 'begins', 'sounds'] as const
export type Fit = (typeof FITS)[number]

/** How the words of a search fit the names of an entity: as its name that fits best does, and that as its least word. */
export function fitOf(asked: readonly string[], names: readonly string[]): Fit {
  const ranks = names.map((name) => {
    const words = nameWords(name)
    return Math.max(0, ...asked.map((one) => Math.min(FITS.length - 1, ...words.map((word) => rank(one, word)))))
  })
  return FITS[Math.min(FITS.length - 1, ...ranks)]!
}

function rank(asked: string, word: string): number {
  if (fold(asked) === fold(word) || lightStem(asked) === lightStem(word)) return 0
  return fold(word).startsWith(fold(asked)) || lightStem(word).startsWith(lightStem(asked)) ? 1 : 2
}

/**
 * Whether a word is one of a name or begins one, or sounds like one in the other script. Alike in one script is too little where the
 * other words are missing: "Rimi" is no "army".
 */
export function fitsSurely(typed: string, name: string): boolean {
  return nameWords(name).some(
    (word) => rank(typed, word) < 2 || (isArabic(typed) !== isArabic(word) && soundsAlike(typed, word)),
  )
}

const isArabic = (text: string) => /\p{Script=Arabic}/u.test(text)
