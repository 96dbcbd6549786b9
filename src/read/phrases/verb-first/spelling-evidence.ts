import type { WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

/** Doubling: written rarely, and then it tells forms apart that share their letters. */
const SHADDA = '\u0651'

/** Where the doubled letter stands in the written word; -1 where none is marked. */
const doubledAt = (written: string) => written.indexOf(SHADDA) - 1

/** What a written doubling says for or against a reading. `either`: a preposition shares the letters with this verb. */
export function doublingSays(a: Analysis, written: string, either: boolean, { lexicon }: WordGrammar): number {
  const at = doubledAt(written)
  if (at < a.start) return 0
  const { pos, verb, lemma } = a.reading
  // «حوّل الفصيل مبلغا»: a doubled letter is written into a verb, and into no preposition of three letters.
  if (at === a.start + 1 && either) return 6
  if (at === a.start + 1 && pos === 'preposition') return -6
  if (pos !== 'verb' || !verb) return 0
  // «توقّف القتال» is no present of «أوقف», «تبنّى التنظيم» none of «بنى»: what does not double its middle letter does not here.
  const middle = a.reading.tense === 'present' && at === a.start + 2
  if (middle && lemma.length <= 4 && !lexicon.doubling.has(lemma)) return -6
  // «وردّ الجيش»: three letters of which the last is doubled are a conjunction and two.
  return lemma.length === 3 && a.reading.tense === 'past' && at === a.start + 2 && a.end === at + 2 ? -6 : 0
}
