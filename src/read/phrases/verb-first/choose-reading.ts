import type { Reading } from './lexicon.js'
import { neighboursSay } from './neighbours.js'
import { ITEM, isMasdar, nounScore } from './noun-score.js'
import { isMarkedPassive } from './passive-marks.js'
import { doublingSays } from './spelling-evidence.js'
import { verbScore } from './verb-score.js'
import type { Before } from './word-before.js'
import type { Tok, WordGrammar } from './words.js'
import type { Analysis } from './written-word.js'

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
  const [, alif = ''] = g.lexicon.tables.inflection.weakFinals
  const whole = analyses.some((x) => x.known && x.before.length === 0 && x.reading.pos === 'verb')
  for (const [i, a] of analyses.entries()) {
    // «وبيّن المصدر أن …» says something; «بين المصدرين» is between them.
    const either =
      a.reading.pos === 'verb' && analyses.some((x) => x.reading.pos === 'preposition' && x.cost === a.cost)
    const tells = contentAhead && g.lexicon.saying.has(`${a.reading.lemma}/verb`) && !isOblique(after[0])
    const said = !either ? 0 : tells ? 3 : -6
    const doubled = doublingSays(a, written, either, g)
    const neighbours = neighboursSay(a, analyses, before, after, g)
    // «في بيان ورد إلى الموقع»: an indefinite paper is described by the verb behind it; no conjunction parts them.
    const parted = whole && a.before.length > 0 && isPaper(before.at(-1)) ? -3.5 : 0
    const misspelt = isMisspelt(a, analyses, written) || isAlsoAuxiliary(a, analyses) ? -4 : 0
    // «لقوا مصرعهم»: what ends as the verb of many does is that before it is a noun behind a preposition.
    const many = whole && a.before.length > 0 && !a.article && analyses.some(isOfMany) ? -3 : 0
    // «مأوى وفره له الزعيم»: behind "and" a verb that takes no object has no pronoun on it.
    const bare =
      a.after && a.before.length > 0 && a.reading.verb?.transitive === false && analyses.some(takesOwn) ? -4 : 0
    const weak =
      written.endsWith(alif) && endsInYa(a, g) && analyses.some((x) => x.reading.spelt?.endsWith(alif)) ? -2 : 0
    const how = a.reading.pos === 'adverb' && describesObject(analyses, before.at(-1)) ? -4 : 0
    const score =
      misspelt +
      many +
      bare +
      weak +
      how +
      weigh(a, before, after, afterKind, g, written) +
      said +
      doubled +
      neighbours +
      parted -
      0.08 * i
    if (score > top) {
      top = score
      best = a
    }
  }
  return best
}

/** «الجيش كان قد …» is not «كأن»: what folding levels is the verb that is spelt so before another word. */
function isMisspelt(a: Analysis, analyses: readonly Analysis[], written: string): boolean {
  const isSpelt = ({ reading: { spelt }, start, end }: Analysis) =>
    spelt === undefined || spelt === written.slice(start, end)
  const acts = (x: Analysis) => x.reading.pos === 'auxiliary' && x.start === a.start && x.end === a.end
  return a.reading.pos === 'subordinator' && !isSpelt(a) && analyses.some((x) => acts(x) && isSpelt(x))
}

/** «قد تكون الحركة أرسلت …»: a form that is also one of "to be" is no other verb. */
const isAlsoAuxiliary = ({ reading: { pos } }: Analysis, analyses: readonly Analysis[]) =>
  pos === 'verb' && analyses.some((x) => x.reading.pos === 'auxiliary' && x.cost === 0)

const takesOwn = ({ reading: r, after, before }: Analysis) =>
  r.pos === 'verb' && after !== undefined && before.length === 0 && r.verb?.transitive === true

/** «تولى الوساطة»: a verb that ends in ya is not the one that is written with alif at its end. */
const endsInYa = ({ reading: r, stem, after }: Analysis, g: WordGrammar) =>
  r.pos === 'verb' && !after && (r.spelt ?? stem).endsWith(g.lexicon.tables.inflection.weakFinals[2] ?? '')

/** «دعما ماليا»: behind a noun with the ending of the object, what may be its adjective is no adverb. */
const describesObject = (analyses: readonly Analysis[], noun: Tok | undefined) =>
  analyses.some((x) => x.reading.pos === 'adjective') &&
  noun?.pos === 'noun' &&
  !noun.article &&
  (noun.spelling.accusative || noun.reading.case === 'accusative')

const isOfMany = ({ reading: { pos, tense, agreement }, cost, after }: Analysis) =>
  pos === 'verb' &&
  tense === 'past' &&
  agreement?.number === 'plural' &&
  agreement.gender === 'masculine' &&
  cost === 0 &&
  !after

/** «بين الطرفين»: whoever stands in the oblique case says nothing. */
const isOblique = (next: Analysis | undefined) =>
  next?.reading.pos === 'noun' && (next.reading.case === 'oblique' || next.reading.case === 'accusative')

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
/** The signs of an indefinite subject and genitive. */
const TANWIN = /[\u064c\u064d]/u
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
  // «يودي» is not «يؤدي»: of two words that differ in a letter that folding levels, the one that is spelt so.
  if (r.spelt !== undefined && r.spelt !== written.slice(a.start, a.end)) score -= 0.2
  if (r.number === 'dual') score -= 0.4
  if (!a.known) score -= 4
  // «هدفٌ», «قائدٍ»: the sign of an indefinite noun stands on no verb.
  if (r.pos === 'verb' && TANWIN.test(written)) score -= 20
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
  // «كدساً»: nor does it stand behind a preposition, whose noun is in another case.
  if (a.preposed && g.lexicon.shape.of(written).accusative && r.pos !== 'verb') score -= 5
  // «قُتل»: a written sign of the passive.
  if (r.pos === 'verb' && a.start === (own?.end ?? 0) && isMarkedPassive(written.slice(a.start), g))
    score += r.verb?.transitive === false ? 0.5 : 4
  // «نص بيان الحركة»: of two words for papers side by side the first is one too.
  if (r.pos === 'noun' && before.length === 0 && isPaperWord(r, g) && after[0] && isPaperWord(after[0].reading, g))
    score += 5
  // «- تسليم المدينة», «ثانياً: وقف الهجمات»: an item of a list is a noun.
  if (isMasdar(r, g) && !a.article && beginsItem(before, g)) score += 3.5
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
  // «لم تتوصل بعد إلى اتفاق»: before another preposition, or where the clause ends, it is "yet" and not "after".
  const alone = after[0]?.reading.pos === 'preposition' || afterKind === 'mark'
  if (r.pos === 'preposition' && r.role === 'time' && alone) score -= 3
  return score
}

/** Whether the word ends in the letter of a pronoun and not in the sign of the feminine that it is often written for. */
const isWrittenAsOwn = (written: string, { lexicon: { tables, shape } }: WordGrammar) =>
  shape.isFeminine(written) && !written.endsWith(tables.inflection.nouns.feminine)

const isPaperWord = ({ lemma, pos }: Reading, g: WordGrammar) =>
  pos === 'noun' && isPaperClass(g.lexicon.classes.get(lemma) ?? [])

const isPaper = (t: Tok | undefined) => t?.pos === 'noun' && !t.article && isPaperClass(t.classes)

const isPaperClass = (classes: readonly string[]) => classes.some((c) => c === 'statement' || c === 'document')

/**
 * Whether the word begins an item of a list: behind a dash that opens the line, behind an ordinal and its colon, behind the
 * colon of what calls for acts («نصت بنود الاتفاق على: وقف …»).
 */
function beginsItem(before: readonly Tok[], g: WordGrammar): boolean {
  const mark = before.at(-1)
  const calls = (t: Tok) => t.classes.includes('deal') || g.lexicon.governors.has(`${t.reading.lemma}/verb`)
  if (mark?.norm === ':' && before.some(calls)) return true
  if (before.length === 1) return ITEM.has(mark!.norm)
  // «3- إخلاء المقر»
  const numbered = before.at(-2)?.pos === 'number' && mark!.pos === 'punctuation'
  if (numbered && (before.length === 2 || before.at(-3)!.norm === ':')) return true
  return before.length > 1 && before.length < 4 && mark!.norm === ':' && before.at(-2)!.reading.pos === 'adjective'
}
