import type { Before } from './word-before.js'
import type { Tok, WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

/** Verbs that describe the noun before them and take it up again in a pronoun. */

/** «كمين نصبه مسلحون», «هجوما بالقوارب شنه المتمردون»: a verb with its object on it, and its subject behind it. */
export function takesUpAsObject(
  a: Analysis,
  tok: Before,
  before: readonly Tok[],
  after: readonly Analysis[],
  afterKind: string,
): boolean {
  const next = after[0]
  if (!a.after || a.before.length > 0) return false
  const subject = next !== undefined && next.before.length === 0
  if ((tok?.pos === 'noun' || tok?.materiel) && !tok.article)
    return afterKind === 'name' || (subject && (next.reading.pos === 'noun' || next.reading.case === 'nominative'))
  // «مهندسين من الصين خطفهما متطرفون»: an act with a pronoun of its own has nobody in the nominative behind it.
  const acts = subject && next.reading.case === 'nominative' && next.reading.human === true
  if (acts && (tok?.pos === 'name' || tok?.pos === 'noun' || tok?.pos === 'adjective')) return true
  const [noun, preposition] = before.slice(-3)
  const phrase = preposition?.pos === 'preposition' && tok?.pos === 'noun' && tok.article
  if (!phrase || noun?.pos !== 'noun' || noun.article || !noun.classes.includes('violence')) return false
  return afterKind === 'name' || (subject && (next.article || next.reading.case === 'nominative'))
}

/** «اتفاق توسط فيه أعيان»: an indefinite noun is described by the verb that takes it up in a pronoun right behind it. */
export function takesUp(a: Analysis, tok: Before, next: Analysis | undefined): boolean {
  if (tok?.pos !== 'noun' || tok.article || tok.reading.number === 'plural' || a.before.length > 0) return false
  if (next?.reading.pos !== 'preposition' || !next.after) return false
  return next.reading.role === 'place' && a.reading.tense === 'past'
}

/** How many words at most stand between a verb of quoting and what it passes on. */
const NEAR = 6
/** «نقل الموقع عن ضابط نفيه»: a word with a pronoun behind whoever is quoted, where his saying has not been named. */
export function toldBy(a: Analysis, before: readonly Tok[], { lexicon }: WordGrammar): boolean {
  if (!a.after || a.before.length > 0 || !lexicon.saying.has(`${a.reading.lemma}/noun`)) return false
  const i = before.findLastIndex((t) => t.pos === 'verb' || t.pos === 'subordinator' || t.pos === 'punctuation')
  const verb = before[i]
  if (verb?.pos !== 'verb' || before.length - i > NEAR || lexicon.saying.get(`${verb.reading.lemma}/verb`) !== 'quote')
    return false
  return before.slice(i + 1).some((t) => t.reading.role === 'about')
}
