import type { VerbForm } from './lexicon.js'
import { finiteAhead, startsNounPhrase, type TagContext } from './tag-context.js'
import { can, canForm, type Token } from './token.js'

/** What only a noun follows. */
export const nominalBefore = (t: Token | undefined): boolean =>
  t !== undefined &&
  (t.pos === 'determiner' ||
    t.pos === 'adjective' ||
    t.pos === 'number' ||
    (t.pos === 'particle' && t.role === 'possessive'))
export const isNounish = (t: Token | undefined): boolean =>
  t?.pos === 'noun' || t?.pos === 'name' || t?.pos === 'pronoun' || t?.pos === 'number'

/** "handed over", "taken prisoner": with the word behind it, a verb of two words. */
export const isOfTwoWords = (t: Token, next: Token | undefined, context: TagContext): boolean =>
  next !== undefined && t.readings.some((r) => r.pos === 'verb' && context.pairs(r.lemma).includes(next.norm))

/** "the rebels' planned attack": the mark of an owner in the plural, right behind his word. */
export function behindOwners(tokens: readonly Token[], i: number): boolean {
  const [owner, mark] = [tokens[i - 2], tokens[i - 1]]
  const apostrophe = mark?.pos === 'punctuation' && /^['’]$/u.test(mark.text)
  return apostrophe && isNounish(owner) && /s$/u.test(owner!.norm) && owner!.end === mark.start
}

/** "let eighty suspects walk out": behind a verb that lets or makes and the several whom it lets, before a phrase. */
export function letsHim(tokens: readonly Token[], i: number, context: TagContext): boolean {
  const [prev, next] = [tokens[i - 1], tokens[i + 1]]
  if (!isNounish(prev) || !(prev!.plural || prev!.pos === 'name') || !(next && can(next, 'preposition'))) return false
  const verb = tokens.slice(0, i).findLast((x) => x.pos !== 'adverb' && !isNounish(x) && !nominalBefore(x))
  return verb?.pos === 'verb' && context.lets(verb.lemma)
}

/** "helped the Houthis set up a workshop", "helped train snipers": behind a verb that lets or makes, and whom it lets. */
export function underLetting(tokens: readonly Token[], i: number, context: TagContext): boolean {
  const at = tokens.slice(0, i).findLastIndex((x) => x.pos !== 'adverb' && !isNounish(x) && !nominalBefore(x))
  const [verb, t, next] = [tokens[at], tokens[i]!, tokens[i + 1]]
  if (verb?.pos !== 'verb' || !context.lets(verb.lemma) || !canForm(t, 'base') || !next) return false
  const two = t.readings.some((r) => r.pos === 'verb' && context.pairs(r.lemma).includes(next.norm))
  if (!two && !startsNounPhrase(next)) return false
  const whom = tokens[i - 1]
  if (at < i - 1) return isNounish(whom) && (!can(t, 'noun') || (whom!.plural === true && startsNounPhrase(next)))
  // "helped rebel fighters", "helped aid workers": who is helped.
  const kind = next!.readings.find((r) => r.pos === 'noun')?.lemma
  return !context.fighter(t.norm) && !(kind !== undefined && context.compound(`${t.norm} ${kind}`))
}

/** "The first obliges …", "the third provides for …": an ordinal with its article is a noun of its own. */
export function counted(tokens: readonly Token[], i: number): boolean {
  const [article, ordinal] = [tokens[i - 2], tokens[i - 1]]
  return article?.role === 'definite' && ordinal?.value?.kind === 'ordinal'
}
/** "The second …", "the third …": no noun in the plural stands behind them. */
export const behindOrdinal = (tokens: readonly Token[], i: number): boolean =>
  counted(tokens, i) && (tokens[i - 1]!.value!.min ?? 0) > 1
export const startsPhrase = (t: Token | undefined): boolean =>
  startsNounPhrase(t) || (t !== undefined && can(t, 'preposition'))

/** "the town, which the clan controls, …": the verb of a relative clause whose object the relative word is, at its end. */
export function leavesGap(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  if (next && next.pos !== 'punctuation' && !next.readings.every((r) => r.pos === 'conjunction')) return false
  let j = i - 1
  while (j > 0 && (isNounish(tokens[j]) || tokens[j]!.pos === 'adjective')) j--
  const article = tokens[j]?.role === 'definite'
  const named = j < i - 1 && tokens[i - 1]?.pos === 'name'
  const opener = tokens[article ? j - 1 : j]
  const subject = tokens[i - 1]
  const fits = canForm(tokens[i], 'present') ? !subject?.plural || subject.pos === 'name' : subject?.plural === true
  return (article || named) && j < i - 1 && fits && opener?.pos === 'relative' && opener.role !== 'owner'
}

/** A pronoun that cannot be a subject: them, us, each other. */
export const isObjective = (t: Token): boolean =>
  t.readings.every(
    (r) => r.pos === 'pronoun' && r.role !== undefined && /^[123]/u.test(r.role) && r.lemma !== 'subject',
  ) && !t.readings.some((r) => r.role === '3s' || r.role === '2')

/** "share intelligence": a noun that can be nothing else and stands without an article. */
export const massNoun = (t: Token | undefined): boolean =>
  t?.readings.every((r) => r.pos === 'noun' || r.pos === 'adjective') === true && can(t, 'noun')

/** Whether the noun group before begins with an article and has no noun before its last ("the group coordinates"). */
export function hasArticle(tokens: readonly Token[], i: number): boolean {
  let j = i - 2
  while (j >= 0 && tokens[j]!.pos === 'adjective') j--
  return tokens[j]?.pos === 'determiner'
}

/** "The group attacks convoys near Ostby": a plural that a phrase or the end of the clause follows. */
export function endsAsThings(tokens: readonly Token[], i: number): boolean {
  const behind = tokens[i + 1]?.pos
  const ends = behind === undefined || ['preposition', 'punctuation', 'time', 'subordinator'].includes(behind)
  return ends && tokens[i]?.readings.some((r) => r.pos === 'noun' && r.plural) === true
}

/** Two capitals in a row, or a capital after a title: part of a name. */
export function namelike(tokens: readonly Token[], i: number): boolean {
  const prev = tokens[i - 1]
  const next = tokens[i + 1]
  return prev?.pos === 'name' || next?.capital === true || prev?.capital === true
}

/** A word that as a verb needs no object. */
export const isIntransitive = (t: Token, context: TagContext) =>
  t.readings.every((r) => r.pos !== 'verb' || !context.transitive(r.lemma))

/**
 * "Ostby trains, arms and funds the clan": words that could all be things, with nothing but commas and one "and" between
 * them, are deeds where a name stands before them and whom they are done to behind the last, as it does behind no thing.
 */
export function listsDeeds(tokens: readonly Token[], i: number): boolean {
  const joint = (t: Token | undefined) => t?.text === ',' || can(t, 'conjunction')
  let first = i
  while (joint(tokens[first - 1]) && canForm(tokens[first - 2], 'present')) first -= 2
  let last = i
  while (joint(tokens[last + 1]) && canForm(tokens[last + 2], 'present')) last += 2
  const subject = tokens[first - 1]
  if (first === last || tokens[last - 1]!.text === ',' || subject?.pos !== 'name') return false
  const object = tokens[last + 1]
  const begins = object?.pos === 'name' || object?.readings.some((r) => r.pos === 'determiner' && r.role === 'definite')
  return begins === true && !finiteAhead(tokens, last + 1)
}

/** Whether a word that needs an object stands before a preposition, and one that can only be a verb further on, in no clause of its own. */
export function actsFurtherOn(tokens: readonly Token[], i: number, context: TagContext): boolean {
  if (tokens[i + 1]?.pos !== 'preposition' || isIntransitive(tokens[i]!, context)) return false
  for (let j = i + 1; j < tokens.length; j++) {
    const t = tokens[j]!
    if (t.readings.some((r) => r.pos === 'relative' || r.pos === 'subordinator' || r.role === 'to')) return false
    if (t.readings.every((r) => r.pos === 'verb') && canForm(t, 'present')) return true
  }
  return false
}

/** The form in which a word is a verb behind an auxiliary. */
export function afterAuxiliary(t: Token, aux: Token | undefined): VerbForm | undefined {
  const role = aux?.role ?? ''
  if (aux?.pos !== 'auxiliary') return undefined
  if (role.startsWith('have')) return canForm(t, 'participle') ? 'participle' : undefined
  if (role.startsWith('be') || role === 'get')
    return canForm(t, 'participle') ? 'participle' : canForm(t, 'gerund') ? 'gerund' : undefined
  return canForm(t, 'base') ? 'base' : undefined
}
