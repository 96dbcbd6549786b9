import type { Reading } from './lexicon.js'
import { type Before, OPENS_CLAUSE, POINTS } from './word-before.js'
import type { Tok, WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

/** How well a written word fits its place as a noun or an adjective. */
export function nounScore(
  a: Analysis,
  tok: Before,
  conjunction: boolean,
  before: readonly Tok[],
  after: readonly Analysis[],
  afterKind: string,
  g: WordGrammar,
): number {
  const r = a.reading
  let score = r.pos === 'adjective' ? -0.4 : 0
  if (a.article) score += 2
  if (
    tok?.pos === 'preposition' ||
    tok?.pos === 'number' ||
    // «يأتي ذلك بعد عملية»: a demonstrative goes with a noun that has the article.
    (tok?.pos === 'determiner' && (a.article || !POINTS.has(tok.reading.role ?? ''))) ||
    (tok?.pos as string) === 'quantifier'
  )
    score += 3
  if (tok?.pos === 'negation' && (tok.reading.role === 'noun' || tok.reading.role === 'adjective')) score += 4
  if (tok?.pos === 'subordinator' && tok.reading.role === 'content') score += 1
  if (tok?.pos === 'noun' && !tok.article && !tok.reading.closed) score += 0.7
  if (tok?.pos === 'verb' && !conjunction) score += 0.8
  // «…، متهمةً إيران بـ…»: behind a comma, before who is accused, it is what the subject says meanwhile.
  const tells = r.derived === 'active' && r.verb !== undefined && g.lexicon.saying.has(`${r.verb.lemma}/verb`)
  const listed = tells && g.lexicon.forms.get(r.lemma)?.some((x) => x.pos === 'noun' && x.derived === undefined)
  const meanwhile = a.after || isNamed(after[0], afterKind) || (listed && r.case === 'accusative')
  if (tells && !a.article && before.at(-1)?.norm === '،' && meanwhile) score += 3
  else if (listed) score -= 3
  if (r.pos === 'adjective') {
    score += isActOfThing(a, after[0], g) || isActOfNamed(a, tok, g) ? -1 : adjectiveFit(a, tok, conjunction)
    const leads = g.lexicon.classes.get(r.lemma)?.some((c) => c === 'affiliation' || c === 'epithet')
    if (leads && after[0] && (after[0].reading.pos === 'preposition' || after[0].before.length > 0)) score += 1.5
  }
  const then = a.before.some((p) => g.lexicon.forms.get(p.form)?.some((x) => x.role === 'then'))
  if (conjunction && !then && !a.article && isMasdar(r, g)) score += listBonus(before, after, g)
  // A verbal noun that opens a headline has an indefinite noun or a preposition after it.
  if (r.derived === 'masdar' && (tok === undefined || OPENS_CLAUSE.has(tok.pos))) {
    const n = after[0]
    if (n && !n.article && n.before.length === 0 && n.reading.pos === 'noun' && n.reading.number === 'plural')
      score += 1.2
    if (n?.reading.pos === 'preposition') score += 0.8
    // «تبادل للأسرى بين …»: of a verb that harms nobody the passive stands before no phrase.
    // «دعم إيراني للحوثيين»: nor before an adjective with no article.
    if (n && isBareSide(n) && r.verb?.transitive && !r.verb.patient && tok === undefined && afterKind === 'word')
      score += 1.5
    if (n?.preposed && r.verb?.transitive && !r.verb.patient && tok === undefined) score += 1.5
  }
  // «أعلن الجيش أسر 19 مسلحا»: before a number stands the act; not «أربعة قتلى وسبعة جرحى».
  if (r.derived === 'masdar' && after[0]?.reading.pos === 'number' && after[0].before.length === 0) score += 1
  if (r.case === 'accusative' && (tok === undefined || tok.pos === 'preposition')) score -= 1
  if (r.case === 'nominative' && r.construct && after[0]?.reading.pos === 'preposition') score -= 2
  if (r.construct && !a.after && (after.length === 0 || after[0]?.reading.pos === 'preposition')) score -= 1
  return score
}

const isBareSide = ({ reading: { pos, number }, article, before }: Analysis) =>
  pos === 'adjective' && !article && before.length === 0 && number !== 'plural'

/** Whether what follows is somebody of whom the text speaks: a name, a word with the article, a word that nobody knows. */
const isNamed = (next: Analysis | undefined, kind: string) =>
  kind === 'name' || (next !== undefined && !next.preposed && (next.article || !next.known))

/** «شرطة مكافحة التهريب»: right before a thing with the article the letters of an adjective are those of what is done to it. */
const isActOfThing = ({ reading: { derived }, stem, article }: Analysis, next: Analysis | undefined, g: WordGrammar) =>
  (derived === 'active' || derived === 'passive') &&
  !article &&
  next?.article === true &&
  !next.preposed &&
  next.reading.pos === 'noun' &&
  !next.reading.human &&
  g.lexicon.forms.get(stem)?.some((r) => r.derived === 'masdar') === true

/** «أعلنت باريس العملية»: behind a proper name the letters of an adjective are those of an event. */
const isActOfNamed = ({ stem, article }: Analysis, tok: Before, { lexicon: { forms, classes } }: WordGrammar) =>
  tok?.pos === 'name' &&
  article &&
  forms.get(stem)?.some((r) => r.pos === 'noun' && classes.get(r.lemma)?.includes('event')) === true

/** An adjective agrees with the noun before it in article and, of people, in number. */
function adjectiveFit(a: Analysis, tok: Before, conjunction: boolean): number {
  if (!tok || conjunction) return -0.6
  if (tok.pos !== 'noun' && tok.pos !== 'adjective' && tok.pos !== 'name' && tok.pos !== 'pronoun') return -0.6
  const definite = tok.materiel ? tok.article : tok.article || tok.pos === 'name' || tok.pos === 'pronoun'
  if (definite !== a.article) return -1
  const r = a.reading
  const { number, human, feminine } = tok.reading
  if (tok.pos === 'noun' && number === 'singular' && r.number !== 'singular') return -1
  const wanted = number === 'plural' && !human ? true : feminine
  if (
    tok.pos === 'noun' &&
    wanted !== undefined &&
    r.feminine !== undefined &&
    r.number === 'singular' &&
    number !== 'dual' &&
    wanted !== r.feminine
  )
    return -1
  if (tok.reading.closed && !r.closed && tok.reading.human) return -0.3
  // «ألغاما بحرية»: what agrees in every way with the noun it touches is its adjective, not a preposition with another noun.
  if (tok.pos === 'noun' && a.before.length === 0 && wanted !== undefined && wanted === r.feminine && !a.article)
    return 2.6
  return 1.1
}

/**
 * «على وقف القتال وتبادل الأسرى»: behind «و» the same letters are a verbal noun again where the clause is in the middle
 * of a list of them, the more so if the verb of the clause would not agree with another verb of this form.
 */
function listBonus(before: readonly Tok[], after: readonly Analysis[], g: WordGrammar): number {
  let act = false
  let listed = false
  const called = isCalledFor(before, g)
  for (let k = before.length - 1; k >= 0; k--) {
    const t = before[k]!
    listed = t.norm === ':'
    if (t.pos === 'subordinator' || t.pos === 'relative' || t.norm === '.' || listed) break
    if (t.pos === 'verb' || t.pos === 'auxiliary') {
      if (!act) return 0
      const { number, gender } = t.reading.agreement ?? {}
      const calls = g.lexicon.governors.has(`${t.reading.lemma}/verb`)
      return number !== 'singular' || gender === 'feminine' || calls ? 3.5 : 2.2
    }
    // «عدم الاعتداء»: behind the noun that denies it, an act has its article.
    // «طالبت بالآتي: الإفراج عن …، وسحب …»: in a list of what is called for it has one anyway.
    const named = t.article && !called && before[k - 1]?.pos !== 'negation'
    act ||= t.pos === 'noun' && isMasdar(t.reading, g) && !named && before[k + 1]?.attached !== 'after'
  }
  if (!act) return 0
  // An item of a list with no verb so far: «أولا: وقف النار وسحب المقاتلين», «بنوده: وقف النار، وتبادل الأسرى».
  if (listed || (before.length > 2 && before.slice(0, 4).some((t) => ITEM.has(t.norm)))) return 3.5
  const next = after[0]
  return next && next.reading.pos === 'noun' && (next.article || next.reading.number === 'plural') ? 2.2 : 0.5
}

/** Whether a verb that calls for acts stands before a colon, and no other verb behind it. */
function isCalledFor(before: readonly Tok[], g: WordGrammar): boolean {
  const colon = before.findLastIndex((t) => t.norm === ':')
  const calls = (t: Tok) => t.pos === 'verb' && g.lexicon.governors.has(`${t.reading.lemma}/verb`)
  return colon > 0 && before.slice(0, colon).some(calls) && !before.slice(colon).some((t) => t.pos === 'verb')
}

/** Marks before an item of a list. */
export const ITEM = new Set(['-', '–', '—', '•', '*'])

/** Whether a noun is the act of a verb, though it be listed as a noun of its own. */
export const isMasdar = (r: Reading, g: WordGrammar) =>
  r.pos === 'noun' &&
  (r.derived === 'masdar' ||
    (g.lexicon.forms.get(r.lemma)?.some((x) => x.derived === 'masdar' && x.lemma === r.lemma) ?? false))
