import { can, type Token } from './token.js'

/** "both", "each": said of the subject, but free to stand behind the auxiliary; "first": which time it was. */
const floats = (t: Token): boolean =>
  t.value?.kind === 'dual' ||
  t.value?.kind === 'ordinal' ||
  (can(t, 'pronoun') &&
    !can(t, 'subordinator') &&
    t.readings.some((r) => r.pos === 'determiner' && r.role === 'definite'))
const isQuoteMark = (t: Token): boolean => t.pos === 'punctuation' && /^["“”«»‘]$/u.test(t.text)

/**
 * Index of the first token that is not put between an auxiliary and its verb: a quotation mark ("had “destroyed” a post"),
 * a time ("had on Sunday opened"), a word that floats there ("had both been promised").
 */
export function overInsertion(tokens: readonly Token[], from: number): number {
  let i = from
  for (;;) {
    const t = tokens[i]
    if (!t) return i
    if (isQuoteMark(t) || t.pos === 'time' || floats(t)) i++
    else if (can(t, 'preposition') && tokens[i + 1]?.pos === 'time') i += 2
    else return i
  }
}

/** The auxiliary that stands before `i` with such an insertion between; undefined where none does. */
export function auxiliaryOver(tokens: readonly Token[], i: number): Token | undefined {
  let j = i - 1
  while (j >= 0) {
    const t = tokens[j]!
    const phrase = t.pos === 'preposition' && tokens[j + 1]?.pos === 'time'
    if (t.pos !== 'adverb' && t.pos !== 'time' && !isQuoteMark(t) && !floats(t) && !phrase) break
    j--
  }
  return j < i - 1 && tokens[j]?.pos === 'auxiliary' ? tokens[j] : undefined
}
