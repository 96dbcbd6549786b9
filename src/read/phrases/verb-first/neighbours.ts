import { isQuote } from './group-boundary.js'
import type { Tok, WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

/** What stands right before and behind a word says for or against a reading, whatever else the reading is. */
export function neighboursSay(
  a: Analysis,
  analyses: readonly Analysis[],
  before: readonly Tok[],
  after: readonly Analysis[],
  g: WordGrammar,
): number {
  const opening = a.before[0]?.form
  // «في فصالة»: no conjunction stands right behind a preposition.
  const joins = opening !== undefined && g.conjunctions.includes(opening) && before.at(-1)?.pos === 'preposition'
  // «لقاء ثمانية أسرى», «لقاء مبلغ»: a word for talks is the preposition of a price only before a number or a sum.
  const price = isPrice(a, analyses, g) ? (after[0] && isPaid(after[0], g) ? 4 : -20) : 0
  // «قال: «هاجمنا موقعين»»: in somebody's own words "we" act, unless whoever acts stands behind.
  const own = a.reading.agreement?.person === 1 && after[0]?.reading.case !== 'nominative' && isQuoting(before) ? 4 : 0
  // «، تحدث إلى الصحيفة»: before the one who listens the form that also means "it happens" is the verb of talking.
  const talks = isTalking(a, analyses, g) && (after[0]?.preposed || LISTENS.has(after[0]?.reading.role ?? '')) ? 3 : 0
  // «أما الجيش فقد نفى»: before a past the letters of a loss are "then" and the word for what has been done.
  const done = a.reading.pos === 'particle' && a.before.length > 0 && after.some(isPast) ? 3 : 0
  // «أن حرس الحدود أطلق النار», «هاجم «حرس التل»»: what is said or titled begins with the body that the letters name, and not with
  // what it does.
  const opens = before.at(-1)?.reading.role === 'content' ? -3 : isQuote(before.at(-1)) ? -5 : 0
  const body = opens < 0 && isPast(a) && analyses.some((x) => isBody(x, g)) ? opens : 0
  // «الفصيل وحرس الحدود»: before what nobody does, the letters behind "and" name a body that guards it.
  const guards = isPastBehind(a) && isNoDoer(after[0], g) && analyses.some((x) => isBodyBehind(x, a, g)) ? -6 : 0
  // «القصف خلف تسعة قتلى», «خلف الهجوم قتيلين»: before the dead, or before an act that opens the sentence, it is what the act left.
  const leaves = isBehind(a, analyses) && leavesDead(before, after, g) ? -8 : 0
  // «وهم محتجزون»: the letters of "they" are those of a verb only before what one is about to do, «هم بقتله».
  const they = isPast(a) || isPastBehind(a) ? analyses.some((x) => isFree(x, a)) && !after[0]?.preposed : false
  // «يؤوي القيادي وأسرته»: behind somebody, the letters of a verb with its object are those of his family.
  // «تطالب أسرته الوزارة …»: so are they right behind a verb.
  const theirs = (isPastBehind(a) && joinsMan(before)) || (isPast(a) && before.at(-1)?.pos === 'verb')
  const family = theirs && a.after && analyses.some((x) => isOwnGroup(x, a, g)) ? -5 : 0
  // «قائد بحرية الجيش»: behind a bare title a body is named, and no phrase begins with its first letter.
  const led = isTitleOf(before.at(-1)) && isBody(a, g) && analyses.some((x) => x.preposed) ? 4 : 0
  // «ثلاثون ألف ريال سعودي دفعها له تاجر»: behind an adjective with no article the letters of an act and a pronoun are a clause.
  const clause = isClauseBehind(a, analyses, before.at(-1)) ? 4 : 0
  return (
    led + clause + family + price + own + talks + done + body + guards + leaves + (joins ? -6 : 0) + (they ? -6 : 0)
  )
}

const isTitleOf = (t: Tok | undefined) =>
  t?.pos === 'noun' && !t.article && !t.attached && t.classes.some((c) => c === 'leader' || c === 'soldier')

/** A past with its object's pronoun, whose letters are a noun as well, behind what takes no genitive and no such noun. */
const isClauseBehind = (a: Analysis, all: readonly Analysis[], before: Tok | undefined) =>
  before?.pos === 'adjective' &&
  !before.article &&
  isPast(a) &&
  a.after !== undefined &&
  a.reading.verb?.transitive === true &&
  all.some((x) => x.reading.pos === 'noun' && x.after && x.before.length === 0)

/** Somebody, in the singular, right before "and". */
const joinsMan = (before: readonly Tok[]) => {
  const man = before.at(-1)
  return (man?.pos === 'noun' || man?.pos === 'name' || man?.pos === 'adjective') && man.reading.number !== 'plural'
}

/** Whether the letters behind "and" are read as a noun for his people with a pronoun on it. */
const isOwnGroup = ({ reading: { pos, lemma }, before, after }: Analysis, a: Analysis, { lexicon }: WordGrammar) =>
  pos === 'noun' &&
  after !== undefined &&
  before[0]?.form === a.before[0]?.form &&
  lexicon.classes.get(lemma)?.some((c) => c === 'group' || c === 'person') === true

/** Whether the letters of a verb are read as a pronoun that stands free. */
const isFree = ({ reading: { pos }, before, after }: Analysis, a: Analysis) =>
  (pos as string) === 'pronoun' && !after && before.length === a.before.length

const isBody = ({ reading: { pos, lemma }, before }: Analysis, { lexicon }: WordGrammar) =>
  pos === 'noun' && before.length === 0 && lexicon.classes.get(lemma)?.includes('group') === true

const isPastBehind = ({ reading, before }: Analysis) =>
  reading.pos === 'verb' && reading.tense === 'past' && before.length === 1

const isBodyBehind = ({ reading: { pos, lemma }, before }: Analysis, a: Analysis, { lexicon }: WordGrammar) =>
  pos === 'noun' && before[0]?.form === a.before[0]!.form && lexicon.classes.get(lemma)?.includes('group') === true

/** A thing or a place with the article. */
const isNoDoer = (next: Analysis | undefined, { lexicon }: WordGrammar) =>
  next?.article === true &&
  next.reading.pos === 'noun' &&
  next.reading.human !== true &&
  lexicon.classes.get(next.reading.lemma)?.includes('group') !== true

/** Whether the letters of a preposition of place are read as no verb, though they can be one. */
const isBehind = ({ reading: { pos } }: Analysis, all: readonly Analysis[]) =>
  pos !== 'verb' &&
  all.some((x) => x.reading.pos === 'preposition' && x.reading.role === 'place') &&
  all.some((x) => isPast(x) && x.reading.verb?.transitive === true)

function leavesDead(before: readonly Tok[], after: readonly Analysis[], { lexicon }: WordGrammar): boolean {
  const [next] = after
  if (!next || next.before.length > 0) return false
  const has = (lemma: string, cls: string) => lexicon.classes.get(lemma)?.includes(cls) === true
  const opens = before.every((t) => t.pos === 'conjunction') && next.article && has(next.reading.lemma, 'violence')
  const counted = next.reading.pos === 'number' || (next.reading.pos as string) === 'quantifier'
  const acts = before.some((t) => t.pos === 'noun' && t.classes.includes('violence'))
  return opens || ((has(next.reading.lemma, 'victim') || counted) && acts)
}

const isPast = ({ reading, before }: Analysis) =>
  reading.pos === 'verb' && reading.tense === 'past' && before.length === 0

/** Prepositions of whom one talks to, what about and on what condition. */
const LISTENS = new Set(['goal', 'until', 'about', 'company', 'to', 'condition'])

/** Whether a past of talking shares its letters with the present of another verb. */
const isTalking = (
  { reading: { pos, tense, verb, lemma } }: Analysis,
  all: readonly Analysis[],
  { lexicon }: WordGrammar,
) =>
  pos === 'verb' &&
  tense === 'past' &&
  verb?.transitive === false &&
  lexicon.saying.get(`${lemma}/verb`) === 'say' &&
  all.some((x) => x.reading.pos === 'verb' && x.reading.tense === 'present')

/** Whether a quotation mark before has not been closed. */
const isQuoting = (before: readonly Tok[]) => before.filter(isQuote).length % 2 === 1

/** A number, or a sum with no article. */
const isPaid = ({ reading: { pos, lemma }, article }: Analysis, { lexicon }: WordGrammar) =>
  pos === 'number' || (pos === 'noun' && !article && lexicon.classes.get(lemma)?.includes('money') === true)

const isPrice = ({ reading: { pos, role } }: Analysis, all: readonly Analysis[], { lexicon }: WordGrammar) =>
  pos === 'preposition' &&
  role === 'return' &&
  all.some((x) => x.reading.pos === 'noun' && lexicon.classes.get(x.reading.lemma)?.includes('talks'))
