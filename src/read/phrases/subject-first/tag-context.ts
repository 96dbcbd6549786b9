import { can, canForm, type Token } from './token.js'

/** What settling a part of speech needs to know beyond the tokens. */
export interface TagContext {
  heading: boolean
  saying(lemma: string): boolean
  /** Second words of verbs of two that begin with this one. */
  pairs(lemma: string): readonly string[]
  /** Whether the verb takes whom it lets or makes do something, and a bare form: "let them go". */
  lets(lemma: string): boolean
  /** Whether the lexicon has these words as one noun. */
  compound(words: string): boolean
  /** Whether the noun says what a person is: leader. */
  title(noun: string): boolean
  /** Whether the noun says that a person serves somebody: "a clan official". */
  office(noun: string): boolean
  /** Whether the noun is a word for whoever fights: militant. */
  fighter(noun: string): boolean
  /** Whether the verb needs an object: raid. */
  transitive(verb: string): boolean
  /** Whether the verb acts on nothing: flee. */
  intransitive(verb: string): boolean
  /** Whether it is a word for whoever is described behind it: those. */
  those(word: string): boolean
  /** Whether it is one that takes a genitive too: that, those. */
  thatOf(word: string): boolean
  /** Whether the noun names something done: raid. */
  deed(noun: string): boolean
}

/** Whether a noun phrase plainly begins here. */
export function startsNounPhrase(t: Token | undefined): boolean {
  if (!t) return false
  if (t.pos === 'name' || t.pos === 'number') return true
  if (t.readings.some((r) => r.pos === 'determiner' || r.pos === 'pronoun'))
    return !can(t, 'preposition') && !can(t, 'subordinator')
  if (can(t, 'adjective') && !t.readings.some((r) => r.pos === 'verb' || r.pos === 'adverb')) return true
  return can(t, 'noun') && t.readings.some((r) => r.plural) && !t.readings.some((r) => r.pos === 'verb')
}

/** Ends a clause: what is beyond belongs to another. */
const BOUNDARY = /^[,;:.!?()"“”–—]+$/u
export function isBoundary(t: Token): boolean {
  return (
    (t.pos === 'punctuation' && BOUNDARY.test(t.text)) ||
    t.readings.every((r) => r.pos === 'relative' || r.pos === 'subordinator')
  )
}

const sure = (t: Token): boolean =>
  t.readings.some((r) => r.pos === 'auxiliary' && r.role !== 'get') ||
  (t.readings.some((r) => r.pos === 'verb') &&
    !t.readings.some((r) => r.pos === 'noun' || r.pos === 'adjective') &&
    canForm(t, 'past', 'present'))

/** Whether a word that can only be a finite verb stands ahead in the same clause. */
export function finiteAhead(tokens: readonly Token[], from: number): boolean {
  let relative = false
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i]!
    if (isBoundary(t) || (t.pos === 'conjunction' && t.role !== 'or')) return false
    // "the step falls within the accord that binds them": the verb behind "that" is not the clause's own.
    if (can(t, 'relative') && i > from) relative = true
    if (!sure(t)) continue
    if (!relative) return true
    relative = false
    while (tokens[i + 1]?.readings.some((r) => r.pos === 'auxiliary' || r.pos === 'verb' || r.pos === 'adverb')) i++
  }
  return false
}

/** Whether the clause already has its finite verb. */
export function finiteBefore(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const t = tokens[j]!
    // 'an "Ostby spy network"': behind an article a quotation mark opens no clause.
    if (/^["“”]$/u.test(t.text) && tokens[j - 1]?.pos === 'determiner') continue
    if (/^[;:.!?"“”]$/u.test(t.text) || t.pos === 'subordinator' || t.pos === 'relative') return false
    if ((t.pos === 'verb' && t.form !== 'gerund' && t.form !== 'base') || t.pos === 'auxiliary') return true
  }
  return false
}

/** "let the fighters pass": the verb before and this one are one in the lexicon. */
export function pairedWith(tokens: readonly Token[], i: number, context: TagContext): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const x = tokens[j]!
    if (x.pos === 'verb')
      return context.pairs(x.lemma).includes(tokens[i]!.readings.find((r) => r.form === 'base')!.lemma)
    if (x.pos === 'punctuation' || x.pos === 'conjunction' || x.pos === 'auxiliary' || x.pos === 'subordinator')
      return false
  }
  return false
}
