import type { Reading } from './lexicon.js'
import { isMasdar } from './noun-score.js'
import { takesUp, takesUpAsObject, toldBy } from './takes-up.js'
import { type Before, OPENS_CLAUSE } from './word-before.js'
import type { Tok, WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

/** How well a written word fits its place as a verb. */
export function verbScore(
  a: Analysis,
  tok: Before,
  conjunction: boolean,
  after: readonly Analysis[],
  afterKind: string,
  before: readonly Tok[],
  g: WordGrammar,
): number {
  const r = a.reading
  // The dictionary form is the likelier one where a form is also another verb's present.
  let score = r.tense === 'past' && r.agreement?.gender === 'masculine' && r.agreement.number === 'singular' ? 0.4 : 0
  if (a.before.some((p) => p.form.length > 0) && tok?.pos === 'preposition') return r.tense === 'present' ? 0.5 : -20
  if (tok === undefined || OPENS_CLAUSE.has(tok.pos) || conjunction) score += 2
  else if (
    tok.pos === 'preposition' ||
    (tok.pos === 'number' && !tok.article) ||
    (tok.pos as string) === 'quantifier' ||
    tok.pos === 'determiner'
  )
    score -= 20
  else if (tok.pos === 'noun' || tok.pos === 'adjective') {
    const open = tok.pos === 'noun' && !tok.article && !tok.reading.closed && tok.reading.number !== 'plural'
    score += open ? -1 : 0.8
  } else if (tok.pos === 'name' || tok.pos === 'pronoun' || tok.pos === 'time') score += 1
  if (tok?.pos === 'subordinator' && tok.reading.role === 'content') score += r.tense === 'present' ? 1.5 : -2
  // «وكان وفد من الحركة التقى …»: behind "was" stands first of all who did it.
  if (tok?.pos === 'auxiliary' && r.tense === 'past') score -= 4
  // «إن تاجر السلاح …»: what is said begins with who it is about.
  if (r.tense === 'past' && !a.after && a.before.length === 0 && before.at(-1)?.text.startsWith('\u0625')) score -= 2
  // «إن الفصيل تلقى الصواريخ»: what is said of a man or a body right behind "that" agrees with it.
  const opens = before.at(-2)?.reading.role === 'content' && tok?.pos === 'noun' && tok.article && !conjunction
  if (
    opens &&
    tok.reading.feminine === false &&
    r.agreement?.gender === 'feminine' &&
    tok.reading.number === 'singular'
  )
    score -= 2.5
  if (tok?.pos === 'relative' || tok?.pos === 'negation') score += 1.5
  if (tok?.pos === 'negation' && tok.reading.role) score += r.tense === 'present' ? 1 : -1
  if (tok?.pos === 'particle') score += 2
  // «فقد تلقى المتفجرات»: behind "then" the word for what has been done stands before the past.
  if (tok?.pos === 'particle' && before.at(-2)?.reading.role === 'then' && r.tense === 'past') score += 1.5
  // «أن هناك تعاونا كبيرا»: what there is, is a thing.
  if (before.at(-1)?.reading.role === 'existence') score -= 5
  const resumed = takesUpAsObject(a, tok, before, after, afterKind)
  // «بيانا جاء فيه أن …»
  const taken = takesUp(a, tok, after[0])
  if (resumed || taken) score += 2.5
  // «نقل الموقع عن ضابط نفيه …»: what is passed on of somebody is his saying, a noun.
  if (toldBy(a, before, g)) score -= 6
  // «لقاء جمع قياديا …»: no noun has an indefinite object behind it, so the form is a verb that describes the noun.
  const describes = tok?.pos !== 'verb' && r.verb?.transitive === true && !a.after && after[0]?.reading.pos === 'noun'
  if (describes && after[0]!.reading.case === 'accusative' && after[0]!.before.length === 0) score += 2.5
  // «لقاء جمع في المدينة قياديا …»: talks bring together; they are nobody's crowd.
  const talks = tok?.pos === 'noun' || tok?.pos === 'adjective' ? lastNoun(before) : undefined
  // «محادثات وقف إطلاق النار» are about an act.
  const next = after[0]?.reading
  const about = next !== undefined && next.number === 'singular' && isMasdar(next, g)
  if (r.verb?.transitive && r.tense === 'past' && !conjunction && !after[0]?.article && !about && isTalks(talks))
    score += 3
  // A clause has its verb already: the same form behind it is a verbal noun («واصل الجيش قصف …»).
  if (
    !resumed &&
    !(taken && r.verb?.transitive === false) &&
    !conjunction &&
    (!isTalks(talks) || about) &&
    tok &&
    !OPENS_CLAUSE.has(tok.pos) &&
    r.tense === 'past' &&
    r.agreement?.number === 'singular' &&
    (r.agreement.gender === 'masculine' || (a.after && (tok.article || tok.pos === 'name'))) &&
    verbOpen(before)
  )
    score -= 2
  // «أعلن المتحدث، فلان، قصف …»: behind a comma, too, a clause that has its verb goes on with a verbal noun.
  if (!conjunction && !a.after && before.at(-1)?.norm === '،' && r.tense === 'past' && waitsForAct(before, a, g))
    score -= 2.5
  // «نفى المتحدث، في تسجيل بثته الإذاعة، تلقي أسلحة»: nor is such a form a present of another verb behind what is put in.
  if (!conjunction && !a.after && before.at(-1)?.norm === '،' && r.tense === 'present' && isAlsoAct(a, g)) {
    const from = before.slice(0, -1).findLastIndex((t) => t.norm === '،')
    if (waitsFor(ACT_TOLD, before, g) || (from > 0 && waitsFor(ACT_TOLD, before.slice(0, from), g))) score -= 4
  }
  // «يسّرت، الثلاثاء، نقل محتجزين»: so does a verb with nothing but a time put in behind it.
  if (!conjunction && !a.after && before.at(-1)?.norm === '،' && r.tense === 'past' && waitsForObject(before, r))
    score -= 2.5
  // «سيتم، وفق الخطة التي وضعتها اللجنة، سحب القوات»: a verb of what is done waits for the act across phrases and clauses.
  if (!conjunction && !a.after && waitsToBeDone(before, g)) score -= 4
  // «ألغت الحكومة تبادل الأسرى»: so does one that calls for an act or calls it off, where the form is also a present.
  if (!conjunction && !a.after && r.tense === 'present' && isAlsoAct(a, g) && callsForAct(before, g)) score -= 4
  // «لم يعد», but «يعدّ»: without the negation a short present is another verb's.
  if (r.jussive && tok?.pos !== 'negation' && tok?.pos !== 'particle') score -= 4.5
  // «تزود المتمردين»: no verb that takes no object stands before one, and the oblique ending is no subject's.
  const next0 = after[0]
  if (r.verb?.transitive === false && next0 && next0.before.length === 0 && isOblique(next0.reading)) score -= 2.5
  // «تحالف جديد يجمع …»: an adjective that nobody can be is no subject, so a clause opens with its noun.
  if ((tok === undefined || OPENS_CLAUSE.has(tok.pos)) && !a.after && describesNoun(after[0]) && isAlsoNoun(a, g))
    score -= 4
  // «دير» is a monastery before it is the passive of a verb.
  if (r.passive) score -= 4
  if (r.agreement?.person === 1) score -= 3
  if (r.agreement?.number === 'plural' && r.agreement.gender === 'feminine') score -= 2
  // «إن الطرفين تبادلا ثمانية أسرى»: right behind two that are named, the letter of the dual is on their verb.
  const two = tok?.pos === 'noun' && tok.article && tok.reading.number === 'dual' && !conjunction
  const both = two || (!conjunction && !a.after && r.tense === 'past' && areTwoNamed(before))
  if (r.agreement?.number === 'dual') score += both && !a.after ? 4 : a.after && !conjunction ? -4 : -1
  // «استقبل في طرابلس وفدا»: in a clause that has its verb, what ends as a dual does is an indefinite object.
  if (
    r.agreement?.number === 'dual' &&
    r.tense === 'past' &&
    !conjunction &&
    tok &&
    !OPENS_CLAUSE.has(tok.pos) &&
    verbOpen(before)
  )
    score -= 3
  return score + subjectFit(r, after, afterKind)
}

/** An adjective with no article that is nobody's description taken for himself: «جديد», «مروري», not «مسلح». */
const describesNoun = (next: Analysis | undefined) =>
  next?.reading.pos === 'adjective' &&
  !next.article &&
  next.before.length === 0 &&
  !next.after &&
  next.reading.derived === undefined &&
  next.reading.human !== true &&
  next.reading.case !== 'accusative'

const isAlsoNoun = ({ stem }: Analysis, g: WordGrammar) =>
  g.lexicon.forms.get(stem)?.some((r) => r.pos === 'noun') === true

const isOblique = ({ pos, case: shown, closed }: Reading) => pos === 'noun' && shown === 'oblique' && closed === true

/** «أن الجيش والحركة تبادلا …»: whether nothing but two groups joined by "and" stands behind the word for "that". */
function areTwoNamed(before: readonly Tok[]): boolean {
  const opens = before.findLastIndex((t) => t.pos === 'subordinator' && t.reading.role === 'content')
  if (opens < 0 || opens > before.length - 3) return false
  const topic = before.slice(opens + 1)
  const joins = topic.filter((t) => t.pos === 'conjunction').length
  return joins === 1 && topic.every((t) => TOPICAL.has(t.pos))
}
const TOPICAL = new Set(['noun', 'adjective', 'name', 'conjunction'])

const isTalks = (t: Tok | undefined) => t?.classes.includes('talks') === true && !t.article

/** The noun behind which only its adjectives stand. */
function lastNoun(before: readonly Tok[]): Tok | undefined {
  let k = before.length - 1
  while (before[k]?.pos === 'adjective' || before[k]?.reading.role === 'adjective') k--
  return before[k]?.pos === 'noun' ? before[k] : undefined
}

const ACT_TOLD = new Set(['announce', 'deny', 'report', 'confirm', 'admit'])
/** Whether the verb of the clause announces or tells of an act and has named none yet: «أعلن», «نفى», with no «أن» behind. */
function waitsForAct(before: readonly Tok[], a: Analysis, g: WordGrammar): boolean {
  if (a.reading.agreement?.number !== 'singular' || a.reading.agreement.gender !== 'masculine') return false
  return waitsFor(ACT_TOLD, before, g)
}

/** Whether the last verb of the clause is a saying of one of these kinds and has named no act yet. */
function waitsFor(kinds: ReadonlySet<string>, before: readonly Tok[], g: WordGrammar): boolean {
  for (let k = before.length - 1; k >= 0; k--) {
    const t = before[k]!
    if (t.pos === 'subordinator' || t.pos === 'relative' || t.norm === '.' || t.norm === ':') return false
    if (t.reading.derived === 'masdar') return false
    if (t.pos === 'verb') return kinds.has(g.lexicon.saying.get(`${t.reading.lemma}/verb`) ?? '')
  }
  return false
}

const isAlsoAct = ({ stem }: Analysis, g: WordGrammar) =>
  g.lexicon.forms.get(stem)?.some((r) => r.derived === 'masdar') === true

/** Whether the verb of the clause governs an act and has none yet. */
function callsForAct(before: readonly Tok[], g: WordGrammar): boolean {
  for (let k = before.length - 1; k >= 0; k--) {
    const t = before[k]!
    if (t.pos === 'subordinator' || t.pos === 'relative' || t.pos === 'punctuation') return false
    if (t.reading.derived === 'masdar' || t.pos === 'preposition') return false
    if (t.pos === 'verb') return g.lexicon.governors.has(`${t.reading.lemma}/verb`)
  }
  return false
}

/** Whether the last verb whose subject is an act («تم», «جرى») has only phrases behind it so far, and what describes them. */
function waitsToBeDone(before: readonly Tok[], g: WordGrammar): boolean {
  const stop = before.findLastIndex((t) => t.norm === '.' || t.norm === ':' || t.norm === '؛')
  const at = before.findLastIndex(
    (t, k) =>
      k > stop && t.pos === 'verb' && g.lexicon.light.get(t.reading.lemma)?.some((l) => l.link === 'S') === true,
  )
  const next = before.slice(at + 1).find((t) => t.pos !== 'punctuation' && t.pos !== 'time' && t.pos !== 'adverb')
  if (at < 0 || next?.pos !== 'preposition') return false
  return !before.some(
    (t, k) =>
      k > at && t.pos === 'noun' && !t.article && !TAKES_NOUN.has(before[k - 1]!.pos) && !isConstruct(before[k - 1]!),
  )
}
const TAKES_NOUN = new Set(['preposition', 'number', 'determiner', 'quantifier', 'verb'])
const isConstruct = (t: Tok) => t.pos === 'noun' && !t.article

/** Whether nothing but a time stands between a transitive verb and this place; its own pronoun is its object. */
function waitsForObject(before: readonly Tok[], r: Reading): boolean {
  if (r.agreement?.number !== 'singular' || r.agreement.gender !== 'masculine') return false
  const last = before.findLast((t) => t.pos !== 'punctuation' && t.pos !== 'time')
  return last?.pos === 'verb' && last.reading.verb?.transitive === true && before.at(-2)?.pos === 'time'
}

/** Whether the clause that is being read has a verb. */
function verbOpen(before: readonly Tok[]): boolean {
  for (let k = before.length - 1; k >= 0; k--) {
    const t = before[k]!
    if (t.pos === 'verb') return true
    if (t.pos === 'subordinator' || t.pos === 'relative' || t.norm === '.' || t.norm === ':') return false
  }
  return false
}

/** Whether what follows can be the subject of a verb with this ending. */
function subjectFit(r: Reading, after: readonly Analysis[], afterKind: string): number {
  const next = after[0]
  if (!next) return 0
  if (afterKind === 'name' && next.reading.pos !== 'noun') return 0.6
  const n = next.reading
  if (n.pos === 'preposition' || next.preposed) return 0.2
  if (n.pos !== 'noun') return n.pos === 'adjective' && next.article ? -0.5 : 0
  if (r.agreement?.number !== 'singular') return 0
  const feminine = n.feminine === true || (n.number === 'plural' && !n.human)
  const wanted = r.agreement.gender === 'feminine'
  if (n.number === 'plural' && n.human) return 0.5
  return feminine === wanted ? 0.7 : -1
}
