import type { Mention } from '../../../model/index.js'
import type { Lexicon } from './lexicon.js'
import type { Group } from './noun-group.js'
import type { Tok } from './words.js'

/** Where a noun group ends: what a word can still take, and whether the next one is its genitive, adjective or name. */

const QUANTIFIES = new Set(['number', 'quantifier', 'determiner'])

/** A quotation mark, opening or closing. */
export const isQuote = (t: Tok | undefined) => t?.pos === 'punctuation' && /^["'“”«»]$/u.test(t.norm)

/** Whether a word can still take a genitive: no article, no closed ending, no tanwin, no name. */
export function isOpen(t: Tok, next: Tok | undefined): boolean {
  // A word that nobody knows is likely a name; only another such word continues it.
  if (!t.known)
    return (
      next !== undefined &&
      next.pos === 'noun' &&
      (!next.known ||
        (next.article && next.reading.derived !== 'masdar' && !next.reading.human && next.classes.length === 0))
    )
  // «مسيرات الجماعة», but «استهدفت طائرة مسيرة القيادي»: behind its adjective a noun takes no genitive.
  if (t.materiel && !t.article)
    return !(/\s/u.test(t.text) && (t.spelling.feminine ? !ownsWeapon(next) : next?.article && next.reading.human))
  if (t.article || t.pos === 'name' || t.reading.closed) return false
  if (t.spelling.accusative) return false
  return t.pos === 'noun' || t.reading.construct === true || (t.pos === 'adjective' && t.reading.derived !== undefined)
}

/** «سيارة مفخخة تجمعات»: behind a weapon told in two words only a body with the article or a name says whose it is. */
const ownsWeapon = (next: Tok | undefined) =>
  next?.pos === 'name' || (next?.article === true && !next.reading.human && next.classes.includes('group'))

/** Whether the word at `k` is the genitive of an open head, and not its adjective. */
export function genitive(group: Group, toks: readonly Tok[], k: number): boolean {
  const t = toks[k]!
  if (strikesThem(group, toks, t) || strikesIt(group, toks, k) || isStruckWith(group, toks, k)) return false
  if (t.pos === 'name') return !(t.spelling.nisba && !t.spelling.article && agrees(group, t))
  if (QUANTIFIES.has(t.pos as string)) return true
  if (t.pos === 'noun') return t.reading.case !== 'nominative' && t.reading.case !== 'accusative'
  // «أيدي مسلحين», «بيوت معارضين»: what belongs to men described in the plural.
  if (t.pos === 'adjective' && endsAsMen(t) && !group.agreement.human) return true
  if (t.pos === 'adjective') return t.article && t.reading.case !== 'nominative' ? true : t.reading.construct === true
  return false
}

/** «أصابت قذيفة جنديين»: behind a verb of harm and a weapon, people with no article are who was hit. */
function strikesThem(group: Group, toks: readonly Tok[], t: Tok): boolean {
  const verb = toks[group.headTok - 1]
  if (verb?.pos !== 'verb' || !verb.reading.verb?.patient || !group.classes.some((c) => SHOT.has(c))) return false
  return QUANTIFIES.has(t.pos as string) || (t.reading.human === true && !t.article)
}
/**
 * «ضربت مسيّرة قاعدة», «استهدفت غارة مخزنا»: behind a verb and what harms, a thing with no article that can be hit is what was hit,
 * unless another object stands behind it («أصابت قذيفة دبابة منزلا»); a raid has its vehicle as genitive («غارة طائرة»).
 */
function strikesIt(group: Group, toks: readonly Tok[], k: number): boolean {
  const [verb, t, next] = [toks[group.headTok - 1], toks[k]!, toks[k + 1]]
  const isThing = t.pos === 'noun' || t.materiel === true || t.pos === 'adjective'
  if (verb?.pos !== 'verb' || !verb.reading.verb?.transitive || !isThing || t.article || t.attached) return false
  const raid = group.classes.includes('violence')
  if (k !== group.headTok + 1 || !(raid || group.classes.some((c) => SHOT.has(c)))) return false
  const hit = (c: string) => STRUCK.has(c) || (!raid && CARRIES.has(c))
  return t.classes.some(hit) && !(next?.pos === 'noun' && next.spelling.accusative)
}
const STRUCK = new Set(['base', 'building', 'ship', 'checkpoint', 'convoy'])
const CARRIES = new Set(['vehicle', 'place'])
const SHOT = new Set(['ammunition', 'missile', 'drone', 'explosive', 'weapon'])

/**
 * «استهدف الطيران بثلاث غارات مزرعة المواطن», «قصفوا بقذائف الهاون منازل القرية»: behind what it was done with, what can be hit and
 * owns no weapon is the object of a verb that has not named one.
 */
function isStruckWith(group: Group, toks: readonly Tok[], k: number): boolean {
  const t = toks[k]!
  const from = toks[group.headTok]!
  const counted = toks[group.headTok - 1]?.pos === 'number' || group.agreement.number === 'dual'
  const weapon = group.classes.some((c) => SHOT.has(c) || (c === 'violence' && counted))
  if (!weapon || from.article || t.article || t.attached || t.pos !== 'noun') return false
  if (!t.classes.some((c) => STRUCK.has(c) || c === 'place' || c === 'area')) return false
  let i = group.headTok - 1
  if (toks[i] && QUANTIFIES.has(toks[i]!.pos as string)) i--
  if (!toks[i]?.attached || toks[i]!.pos !== 'preposition' || toks[i]!.reading.role !== 'means') return false
  for (let steps = 0; steps < NEAR_VERB && i > 0; steps++) {
    const { pos, reading } = toks[--i]!
    if (pos === 'verb') return reading.verb?.transitive === true
    if (pos === 'punctuation' || pos === 'preposition' || pos === 'subordinator' || pos === 'relative') return false
  }
  return false
}
/** Words between a verb and what it was done with, at most. */
const NEAR_VERB = 5

/** Whether the ending is that of men in the oblique plural. */
const endsAsMen = ({ reading }: Tok) =>
  reading.number === 'plural' && reading.closed === true && reading.case === 'oblique'

const nominalHead = (t: Tok | undefined) => t?.pos === 'name' || t?.pos === 'noun'

/** Whether the word at `k` is an adjective of the group: it looks like one and agrees. */
export function modifies(group: Group, toks: readonly Tok[], head: number, k: number): boolean {
  const t = toks[k]!
  // «قوات خاصة مسلحي الحركة»: a word that needs its genitive begins a group of its own.
  if ((t.reading.construct && nominalHead(toks[k + 1])) || strikesIt(group, toks, k)) return false
  // «المناطق المحررة»: behind a thing with the article it is how the thing is, and not a woman.
  const { feminine, number } = t.reading
  const near = k === head + 1 || (group.modifiers.length > 0 && toks[k - 1]!.article)
  const ofThing = near && t.article && toks[head]!.article && feminine === true && number === 'singular'
  // «مقطعا مصورا»: with the ending of the object on both, it is how the thing is, and not a man behind his film.
  const filmed = k === head + 1 && t.spelling.accusative && toks[head]!.spelling.accusative
  const adjective =
    t.pos === 'adjective' ||
    (t.pos === 'noun' &&
      t.reading.adjective !== undefined &&
      t.reading.human === true &&
      (toks[head]!.reading.human === true || ofThing || filmed)) ||
    (t.pos === 'name' && t.spelling.nisba) ||
    (!t.known && (t.spelling.nisba || (t.article && toks[head]!.article)))
  if (!adjective) return false
  // «ما قال ضابط متهما الحركة بـ…»: the written object ending of an adjective is on its noun too.
  const noun = toks[head]!
  const bare = noun.pos === 'noun' && noun.known && !noun.article && noun.reading.case !== 'accusative'
  const object = t.spelling.accusative || (t.reading.case === 'accusative' && t.reading.number !== 'plural')
  if (bare && object && (t.reading.human || comesSo(t)) && isPlainMasculine(noun)) return false
  // «مسلحون موظفين»: who acts and who is acted on are no noun and adjective.
  if ((group.case === 'nominative') !== (t.reading.case === 'nominative') && group.case && t.reading.case) return false
  const thing = toks[head]!.reading.human !== true
  if (t.pos === 'noun' && thing && t.reading.human && !t.spelling.nisba && !ofThing && !filmed) return false
  return agrees(group, t)
}

/** «في كمين قادما من …»: how somebody came, with the ending of the object, is nothing that a noun without it is. */
const comesSo = ({ pos, spelling, classes }: Tok) => pos === 'adjective' && spelling.accusative && classes.length === 0

/** «قصف مدفعي وصاروخي», «القوات البرية والبحرية»: behind an adjective of belonging and "and" one more of the same sort. */
export function isSecondAdjective(group: Group, toks: readonly Tok[], k: number): boolean {
  const [first, and, second] = [toks[k - 1]!, toks[k]!, toks[k + 1]]
  if (group.modifiers.length === 0 || and.reading.role !== 'and' || !second || second.pos === 'name') return false
  const alike = (t: Tok) => t.spelling.nisba && !t.spelling.plural && t.mention === undefined && !t.reading.human
  return (
    alike(first) &&
    alike(second) &&
    first.article === second.article &&
    first.spelling.feminine === second.spelling.feminine
  )
}

/** A noun in the singular with no ending of its own, which shows the indefinite object when it is one. */
const isPlainMasculine = ({ reading, spelling, norm }: Tok) =>
  reading.number !== 'plural' &&
  reading.number !== 'dual' &&
  !reading.construct &&
  !spelling.feminine &&
  !/[اىء]$/u.test(norm)

/** Agreement in article, and in gender and number as far as both show them. */
function agrees(group: Group, t: Tok): boolean {
  const article = t.pos === 'name' || !t.known ? t.spelling.article || t.article : t.article
  if (group.definite !== article) return false
  const { number, human, feminine } = group.agreement
  const plural = t.reading.number === 'plural' || (t.pos === 'name' && t.spelling.people)
  const dual = t.reading.number === 'dual'
  // «زودت طهران الحوثيين»: behind one proper name people of another are no adjective.
  if (plural && !dual && t.mention !== undefined && group.mention !== undefined && number === 'singular') return false
  if (plural && !dual) return number !== 'singular' || group.mention !== undefined
  if (number === 'plural' && human && !group.counted)
    return dual || group.mention !== undefined || isBrokenPlural(group, t)
  if (
    group.case === 'accusative' &&
    t.reading.case !== 'accusative' &&
    t.known &&
    !t.reading.feminine &&
    t.pos === 'adjective'
  )
    return false
  const feminineAdjective = t.reading.feminine ?? (t.pos === 'name' || !t.known ? t.spelling.feminine : undefined)
  if (feminineAdjective === undefined || (feminine === undefined && number !== 'plural')) return true
  const wanted = number === 'plural' && !human ? true : feminine
  return wanted === undefined || wanted === feminineAdjective || dual
}

/** «العناصر المسلحة», «عناصر خطيرة»: a plural of people with no ending of its own may take an adjective in the feminine. */
const isBrokenPlural = (group: Group, t: Tok) =>
  !group.case &&
  (t.article || t.pos === 'adjective') &&
  t.mention === undefined &&
  (t.reading.feminine ?? false) &&
  t.reading.number !== 'plural'

/** Words for people that a name or a body can follow. */
export const TITLE = new Set([
  'leader',
  'official',
  'soldier',
  'person',
  'fighter',
  'worker',
  'detainee',
  'civilian',
  'victim',
])
/** What people belong to. */
export const BODY = new Set(['group', 'outlet', 'area', 'place'])

/** «الشيخ فلان», «المحلل ناصر الكازمي», «جماعة «سرايا الثأر»»: a name behind its description. */
export function apposes(group: Group, toks: readonly Tok[], k: number, mentions: readonly Mention[]): boolean {
  const t = toks[k]!
  if (t.mention !== undefined && mentions[t.mention]!.kind !== 'person') return false
  if (group.apposed || group.pronoun) return false
  const human = group.classes.some((c) => TITLE.has(c))
  if (t.pos === 'name') {
    if (t.spelling.nisba && t.spelling.article && !human) return false
    // «شؤون الأسرى فلان»: one man's name stands beside one man's description.
    const plural = group.agreement.number === 'plural' && !toks[group.headTok]!.reading.construct
    if (human && plural && !group.counted && t.mention !== undefined) return false
    // «القيادي الحوثي فلان»: the side that an adjective names is not his own name.
    return (
      human && group.definite && (group.mention === undefined || group.of !== undefined || group.nisba !== undefined)
    )
  }
  return (
    human &&
    group.definite &&
    t.pos === 'noun' &&
    !t.known &&
    !t.article &&
    toks[k - 1]!.pos !== 'name' &&
    group.agreement.number === 'singular'
  )
}

/** «…، محمّلة الجيش المسؤولية»: a participle behind a comma that tells what the subject did meanwhile has an object, no genitive. */
export function tellsMeanwhile(toks: readonly Tok[], i: number): boolean {
  const { pos, reading, article } = toks[i]!
  const behindComma = i > 1 && toks[i - 1]!.norm === '،'
  return behindComma && pos === 'adjective' && !article && reading.derived === 'active' && !!reading.verb?.transitive
}

/** «اتهم الجيش في بيان القبائل بقصف …»: between an accusation and the accused, the paper has no genitive. */
export function setsOffAccused(toks: readonly Tok[], i: number, lexicon: Lexicon): boolean {
  if (!toks[i]!.classes.includes('statement') || toks[i - 1]?.reading.role !== 'place') return false
  for (let k = i - 2; k >= 0 && k > i - 9; k--) {
    const t = toks[k]!
    if (t.pos === 'subordinator' || t.pos === 'relative') return false
    if (t.pos === 'verb') return lexicon.saying.get(`${t.lemma}/verb`) === 'accuse'
  }
  return false
}

/** «منظمة «صدى الرمال» الحقوقية»: what describes a body stands behind its title. */
export const describesTitled = (group: Group, t: Tok | undefined) =>
  t?.article === true &&
  t.spelling.nisba &&
  group.agreement.number === 'singular' &&
  group.agreement.feminine === (t.reading.feminine ?? t.spelling.feminine ?? false)

/** Words that a title can have beside those of its first group. */
const TITLE_LENGTH = 4
/** Where the title of an outlet or a body ends, whatever its words are: its closing quotation mark. */
export function endOfTitle(group: Group, toks: readonly Tok[], from: number): number | undefined {
  if (!group.classes.some((c) => c === 'outlet' || c === 'group')) return undefined
  for (let k = from; k <= from + TITLE_LENGTH && toks[k]; k++) if (isQuote(toks[k])) return k
  return undefined
}
