import type { Reading } from './lexicon.js'
import { neighboursSay } from './neighbours.js'
import { doublingSays } from './spelling-evidence.js'
import { takesUp, takesUpAsObject, toldBy } from './takes-up.js'
import type { Tok, WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

/** What can be said of the word before, or of a proclitic, when a reading is weighed. */
type Before = Pick<Tok, 'pos' | 'article' | 'reading' | 'pronoun' | 'materiel'> | undefined

/**
 * Picks the reading of a written word that fits its neighbours best. Known whole words come before splits; whether a
 * form is verb or verbal noun is decided by what stands before it and by what can follow.
 */
export function chooseReading(
  analyses: readonly Analysis[],
  before: readonly Tok[],
  after: readonly Analysis[],
  afterKind: string,
  g: WordGrammar,
  written: string,
  contentAhead = false,
): Analysis {
  if (analyses.length === 1) return analyses[0]!
  let best = analyses[0]!
  let top = Number.NEGATIVE_INFINITY
  const whole = analyses.some((x) => x.known && x.before.length === 0 && x.reading.pos === 'verb')
  for (const [i, a] of analyses.entries()) {
    // «وبيّن المصدر أن …» says something; «بين المصدرين» is between them.
    const either =
      a.reading.pos === 'verb' && analyses.some((x) => x.reading.pos === 'preposition' && x.cost === a.cost)
    const said = !either ? 0 : contentAhead && g.lexicon.saying.has(`${a.reading.lemma}/verb`) ? 3 : -6
    const doubled = doublingSays(a, written, either, g)
    const neighbours = neighboursSay(a, analyses, before, after, g)
    // «في بيان ورد إلى الموقع»: an indefinite paper is described by the verb behind it; no conjunction parts them.
    const parted = whole && a.before.length > 0 && isPaper(before.at(-1)) ? -3.5 : 0
    const score = weigh(a, before, after, afterKind, g, written) + said + doubled + neighbours + parted - 0.08 * i
    if (score > top) {
      top = score
      best = a
    }
  }
  return best
}

/** The word that this one hangs on: a proclitic of its own, else the last word that is no punctuation-free filler. */
function wordBefore(a: Analysis, before: readonly Tok[], g: WordGrammar): { tok: Before; conjunction: boolean } {
  const own = a.before.at(-1)
  if (own) {
    const conjunction = g.conjunctions.includes(own.form)
    if (!conjunction)
      return {
        tok: { pos: 'preposition', article: false, reading: { pos: 'preposition', lemma: own.form } },
        conjunction,
      }
    return { tok: before.at(-1), conjunction }
  }
  let k = before.length - 1
  while (k >= 0 && (before[k]!.pos === 'adverb' || before[k]!.pos === 'time')) k--
  return { tok: before[k], conjunction: before[k]?.pos === 'conjunction' }
}

/** Doubling: on the second letter of «وفّر» it shows that the first belongs to the word. */
const SHADDA = '\u0651'
const OPENS_CLAUSE = new Set([
  'punctuation',
  'subordinator',
  'relative',
  'negation',
  'particle',
  'auxiliary',
  'conjunction',
])

function weigh(
  a: Analysis,
  before: readonly Tok[],
  after: readonly Analysis[],
  afterKind: string,
  g: WordGrammar,
  written: string,
): number {
  const r = a.reading
  const { tok, conjunction } = wordBefore(a, before, g)
  let score = -1.6 * a.cost
  // «اختطفو»: the silent letter of the plural is often left out.
  if (a.reading.joined && !a.after) score -= 1.5
  // Behind a comma a conjunction is the rule: «، وردّت».
  const own = a.before[0]
  if (own && g.conjunctions.includes(own.form) && before.at(-1)?.norm === '،') score += written[2] === SHADDA ? -1 : 1.7
  if (r.number === 'dual') score -= 0.4
  if (!a.known) score -= 4
  // «وادي السدر»: a verb written with alif at its end is not written with ya.
  const [, alif, ya] = g.lexicon.tables.inflection.weakFinals
  const [spelt, end] = [r.spelt?.at(-1), written[a.end - 1]]
  if (r.pos === 'verb' && !a.after && alif !== undefined && spelt === alif && end === ya) score -= 3
  // «مهاجمة» is first of all the act, then a woman who attacks.
  if (r.human && r.feminine && r.lemma !== a.stem) score -= 0.5
  // «حارسه», «فصيله»: with the letter of a pronoun it is first of all his guard, then a guard who is a woman.
  if (r.pos === 'noun' && r.feminine && !a.after && !a.article && isWrittenAsOwn(written, g)) score -= 2
  // A written sign of the indefinite object is on no verb.
  if (r.pos === 'verb' && g.lexicon.shape.of(written).accusative) return -20
  // «قُتل»: a written sign of the passive.
  const second = written.slice(a.start + 1, a.start + 3)
  if (r.pos === 'verb' && a.start === (own?.end ?? 0) && g.passiveMarks.some((m) => second.includes(m)))
    score += r.verb?.transitive === false ? 0.5 : 3
  // «نص بيان الحركة»: of two words for papers side by side the first is one too.
  if (r.pos === 'noun' && before.length === 0 && isPaperWord(r, g) && after[0] && isPaperWord(after[0].reading, g))
    score += 5
  // «- تسليم المدينة», «ثانياً: وقف الهجمات»: an item of a list is a noun.
  if (isMasdar(r, g) && !a.article && beginsItem(before)) score += 3.5
  if (r.pos === 'verb' || r.pos === 'auxiliary')
    return score + verbScore(a, tok, conjunction, after, afterKind, before, g)
  if (r.pos === 'noun' || r.pos === 'adjective')
    return score + nounScore(a, tok, conjunction, before, after, afterKind, g)
  // Closed-class words: «قبل», «بعد», «حول» are prepositions unless the place forbids it.
  if (r.pos === 'preposition') score += tok?.pos === 'preposition' && a.cost === 0 ? -2 : 2.5
  else score += 2.5
  // «نحو ثلاثين»: about, before a number.
  if ((r.pos as string) === 'quantifier' && after[0]?.reading.pos === 'number') score += 3
  if (r.pos === 'preposition' && afterKind === 'end') score -= 3
  return score
}

/** Whether the word ends in the letter of a pronoun and not in the sign of the feminine that it is often written for. */
const isWrittenAsOwn = (written: string, { lexicon: { tables, shape } }: WordGrammar) =>
  shape.isFeminine(written) && !written.endsWith(tables.inflection.nouns.feminine)

const isPaperWord = ({ lemma, pos }: Reading, g: WordGrammar) =>
  pos === 'noun' && isPaperClass(g.lexicon.classes.get(lemma) ?? [])

function verbScore(
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
  if (tok?.pos === 'relative' || tok?.pos === 'negation') score += 1.5
  if (tok?.pos === 'negation' && tok.reading.role) score += r.tense === 'present' ? 1 : -1
  if (tok?.pos === 'particle') score += 2
  // «أن هناك تعاونا كبيرا»: what there is, is a thing.
  if (before.at(-1)?.reading.role === 'existence') score -= 5
  const resumed = takesUpAsObject(a, tok, before, after, afterKind)
  if (resumed || takesUp(a, tok, after[0])) score += 2.5
  // «نقل الموقع عن ضابط نفيه …»: what is passed on of somebody is his saying, a noun.
  if (toldBy(a, before, g)) score -= 6
  // «لقاء جمع قياديا …»: no noun has an indefinite object behind it, so the form is a verb that describes the noun.
  const describes = tok?.pos !== 'verb' && r.verb?.transitive === true && !a.after && after[0]?.reading.pos === 'noun'
  if (describes && after[0]!.reading.case === 'accusative' && after[0]!.before.length === 0) score += 2.5
  // «لقاء جمع في المدينة قياديا …»: talks bring together; they are nobody's crowd.
  const talks = tok?.pos === 'noun' || tok?.pos === 'adjective' ? lastNoun(before) : undefined
  if (r.verb?.transitive && r.tense === 'past' && !conjunction && !after[0]?.article && isTalks(talks)) score += 3
  // A clause has its verb already: the same form behind it is a verbal noun («واصل الجيش قصف …»).
  if (
    !resumed &&
    !conjunction &&
    !isTalks(talks) &&
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
  // «يسّرت، الثلاثاء، نقل محتجزين»: so does a verb with nothing but a time put in behind it.
  if (!conjunction && !a.after && before.at(-1)?.norm === '،' && r.tense === 'past' && waitsForObject(before, r))
    score -= 2.5
  // «لم يعد», but «يعدّ»: without the negation a short present is another verb's.
  if (r.jussive && tok?.pos !== 'negation' && tok?.pos !== 'particle') score -= 4.5
  // «دير» is a monastery before it is the passive of a verb.
  if (r.passive) score -= 4
  if (r.agreement?.person === 1) score -= 3
  if (r.agreement?.number === 'plural' && r.agreement.gender === 'feminine') score -= 2
  if (r.agreement?.number === 'dual') score -= a.after && !conjunction ? 4 : 1
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

const isPaper = (t: Tok | undefined) => t?.pos === 'noun' && !t.article && isPaperClass(t.classes)

const isPaperClass = (classes: readonly string[]) => classes.some((c) => c === 'statement' || c === 'document')

/**
 * «على وقف القتال وتبادل الأسرى»: behind «و» the same letters are a verbal noun again where the clause is in the middle
 * of a list of them, the more so if the verb of the clause would not agree with another verb of this form.
 */
function listBonus(before: readonly Tok[], after: readonly Analysis[], g: WordGrammar): number {
  let act = false
  for (let k = before.length - 1; k >= 0; k--) {
    const t = before[k]!
    if (t.pos === 'subordinator' || t.pos === 'relative' || t.norm === '.' || t.norm === ':') break
    if (t.pos === 'verb' || t.pos === 'auxiliary') {
      if (!act) return 0
      const { number, gender } = t.reading.agreement ?? {}
      const calls = g.lexicon.governors.has(`${t.reading.lemma}/verb`)
      return number !== 'singular' || gender === 'feminine' || calls ? 3.5 : 2.2
    }
    act ||= t.pos === 'noun' && isMasdar(t.reading, g) && !t.article && before[k + 1]?.attached !== 'after'
  }
  if (!act) return 0
  // An item of a list with no verb so far: «أولا: وقف النار وسحب المقاتلين».
  if (before.length > 2 && before.slice(0, 4).some((t) => t.norm === ':' || ITEM.has(t.norm))) return 3.5
  const next = after[0]
  return next && next.reading.pos === 'noun' && (next.article || next.reading.number === 'plural') ? 2.2 : 0.5
}

const ITEM = new Set(['-', '–', '—', '•', '*'])
/** Whether the word begins an item of a list: behind a dash that opens the line, or behind an ordinal and its colon. */
function beginsItem(before: readonly Tok[]): boolean {
  const mark = before.at(-1)
  if (before.length === 1) return ITEM.has(mark!.norm)
  // «3- إخلاء المقر»
  const numbered = before.at(-2)?.pos === 'number' && mark!.pos === 'punctuation'
  if (numbered && (before.length === 2 || before.at(-3)!.norm === ':')) return true
  return before.length > 1 && before.length < 4 && mark!.norm === ':' && before.at(-2)!.reading.pos === 'adjective'
}

/** Whether a noun is the act of a verb, though it be listed as a noun of its own. */
const isMasdar = (r: Reading, g: WordGrammar) =>
  r.pos === 'noun' &&
  (r.derived === 'masdar' ||
    (g.lexicon.forms.get(r.lemma)?.some((x) => x.derived === 'masdar' && x.lemma === r.lemma) ?? false))

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
  for (let k = before.length - 1; k >= 0; k--) {
    const t = before[k]!
    if (t.pos === 'subordinator' || t.pos === 'relative' || t.norm === '.' || t.norm === ':') return false
    if (t.reading.derived === 'masdar') return false
    if (t.pos === 'verb') return ACT_TOLD.has(g.lexicon.saying.get(`${t.reading.lemma}/verb`) ?? '')
  }
  return false
}

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

function nounScore(
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
  if (tells && !a.article && before.at(-1)?.norm === '،' && (a.after || isNamed(after[0], afterKind))) score += 3
  else if (listed) score -= 3
  if (r.pos === 'adjective') {
    score += adjectiveFit(a, tok, conjunction)
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
  }
  // «أعلن الجيش أسر 19 مسلحا»: before a number stands the act.
  if (r.derived === 'masdar' && after[0]?.reading.pos === 'number') score += 1
  if (r.case === 'accusative' && (tok === undefined || tok.pos === 'preposition')) score -= 1
  if (r.case === 'nominative' && r.construct && after[0]?.reading.pos === 'preposition') score -= 2
  if (r.construct && !a.after && (after.length === 0 || after[0]?.reading.pos === 'preposition')) score -= 1
  return score
}

/** Whether what follows is somebody of whom the text speaks: a name, a word with the article, a word that nobody knows. */
const isNamed = (next: Analysis | undefined, kind: string) =>
  kind === 'name' || (next !== undefined && !next.preposed && (next.article || !next.known))

const POINTS = new Set(['this', 'that'])

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
