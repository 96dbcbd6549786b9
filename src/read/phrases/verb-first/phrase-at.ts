import type { Span } from '../../../model/index.js'
import type { Token } from '../../../text/index.js'
import type { Reading } from './lexicon.js'
import type { WordGrammar } from './words.js'

/** A token, or what is left of it where a part was cut off. */
export type Cut = Token & {
  /** «وفقا للمصادر»: its article was spent on a preposition that belongs to the phrase before it. */
  definite?: boolean
}

/** Words of a closed class that are read as one, with a conjunction written before them and a pronoun onto the last. */
export interface Phrase {
  kind: 'phrase'
  span: Span
  reading: Reading
  conjunction?: Span
  /** «بأكثر من», «ولأقل من»: what is written onto a word that counts, its preposition the last. */
  prefix?: Token
  own?: Token
}

/** A part of a token, from one place of the text to another. */
export const cutToken = (t: Token, start: number, end: number): Cut => ({
  ...t,
  start,
  end,
  text: t.text.slice(start - t.start, end - t.start),
  norm: t.norm.slice(start - t.start, end - t.start),
})

/** The longest phrase of closed-class words that begins here; its last word may be a proclitic of the next token. */
export function phraseAt(
  all: Token[],
  i: number,
  g: WordGrammar,
  covered: (t: Token) => boolean,
): { piece: Phrase; next: number } | null {
  const first = all[i]!
  const starts: [string, number][] = [[first.norm, 0]]
  for (const c of g.conjunctions)
    if (first.norm.startsWith(c) && first.norm.length > c.length + 1)
      starts.push([first.norm.slice(c.length), c.length])
  const counting = countsBehindPreposition(all, i, g, covered)
  if (counting) return counting
  for (const [norm, cut] of starts) {
    for (const { words, reading } of g.lexicon.phrases.get(norm) ?? []) {
      let k = 1
      while (k < words.length && all[i + k] && !covered(all[i + k]!) && all[i + k]!.norm === words[k]) k++
      const start = first.start + cut
      const conjunction = cut > 0 ? { conjunction: { start: first.start, end: start } } : {}
      const own =
        k === words.length - 1 && k > 0 && reading.pos === 'preposition' ? pronounOn(all[i + k], words[k]!, g) : 0
      if (own > 0) {
        // «على أيديهم», «إلى جانبه»: the pronoun is written onto the last word of the phrase.
        const last = all[i + k]!
        const span = { start, end: last.end - own }
        const piece = {
          kind: 'phrase' as const,
          span,
          reading,
          ...conjunction,
          own: cutToken(last, span.end, last.end),
        }
        return { piece, next: i + k + 1 }
      }
      if (k === words.length) {
        if (reading.pos === 'preposition' && opensWithAnd(all[i + k], g)) continue
        const span = { start, end: all[i + k - 1]!.end }
        return { piece: { kind: 'phrase' as const, span, reading, ...conjunction }, next: i + k }
      }
      const next = all[i + k]
      const clitic = words[k]!
      if (k === words.length - 1 && clitic.length === 1 && next?.norm.startsWith(clitic) && next.norm.length > 2) {
        // «وفقا لمصادر»: the preposition is the first letter of the next word; of «للمصادر» the article is spent too.
        const at = next.start + clitic.length
        const definite = next.norm.startsWith(clitic + clitic) && !covered(next)
        all[i + k] = { ...cutToken(next, definite ? at + clitic.length : at, next.end), ...(definite && { definite }) }
        return { piece: { kind: 'phrase' as const, span: { start, end: at }, reading, ...conjunction }, next: i + k }
      }
    }
  }
  return null
}

/** «بأكثر من مئة», «ولما يزيد عن خمسين»: a phrase that counts, with a preposition written onto it. */
function countsBehindPreposition(
  all: readonly Token[],
  i: number,
  { lexicon, conjunctions }: WordGrammar,
  covered: (t: Token) => boolean,
): { piece: Phrase; next: number } | null {
  const first = all[i]!
  const and = conjunctions.find((c) => first.norm.startsWith(c))?.length ?? 0
  for (const at of new Set([0, and])) {
    const letter = first.norm[at] ?? ''
    if (lexicon.forms.get(letter)?.[0]?.pos !== 'preposition') continue
    for (const { words, reading } of lexicon.phrases.get(first.norm.slice(at + 1)) ?? []) {
      if ((reading.pos as string) !== 'quantifier') continue
      if (!words.every((w, k) => k === 0 || (all[i + k]?.norm === w && !covered(all[i + k]!)))) continue
      // What is counted stands behind its number; a number alone stays what the verb makes of it.
      if (all[i + words.length + 1]?.kind !== 'word') continue
      const span = { start: first.start + at + 1, end: all[i + words.length - 1]!.end }
      const prefix = cutToken(first, first.start, span.start)
      return { piece: { kind: 'phrase', span, reading, prefix }, next: i + words.length }
    }
  }
  return null
}

/** «من طرف وقوات النظام من طرف آخر»: nothing stands under a preposition before "and". */
function opensWithAnd(next: Token | undefined, g: WordGrammar): boolean {
  if (next?.kind !== 'word') return false
  return g
    .analyse(next.text)
    .every(({ known, before: [first] }) => known && first && g.conjunctions.includes(first.form))
}

/** How many letters of a word are a pronoun written onto the one that is asked for. */
function pronounOn(token: Token | undefined, word: string, { pronouns, lexicon }: WordGrammar): number {
  if (!token?.norm.startsWith(word) || token.norm.length !== token.text.length) return 0
  // «في مقابلة» is no «في مقابله».
  if (token.text.endsWith(lexicon.tables.inflection.nouns.feminine)) return 0
  const rest = token.norm.slice(word.length)
  return pronouns[rest] ? rest.length : 0
}
