import type { WordGrammar } from './words.js'

/** «قُتل», «استُهدف»: whether a verb is written with the sign of the passive, on its first letter or, behind an alif, on the next ones. */
export function isMarkedPassive(written: string, { passiveMarks, lexicon }: WordGrammar): boolean {
  const [alif] = lexicon.tables.inflection.longVowels
  const signs = written.slice(1, written[0] === alif ? 4 : 3)
  return passiveMarks.some((m) => signs.includes(m))
}
