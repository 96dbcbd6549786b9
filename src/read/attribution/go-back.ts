import { firstBehind, type Hop } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup, Sentence } from '../analysis.js'
import { groupOf } from '../merge/filler.js'
import { arePeople } from '../people.js'
import type { Attribution } from './find.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'
import { addTo, lookedAtOnce } from './looked-at-once.js'
import { isOneMore } from './one-more.js'
import { isPaper } from './papers.js'

/** An attribution with the hops it makes, outermost first; whoever spoke before is looked up once, in reading order. */
export interface Told {
  attribution: Attribution
  hops: Hop[]
  /** The outlet in which he spoke, as it was told. */
  through?: Attribution
}

/** Whether a hop prints or broadcasts what others say. */
export const carries = ({ kind }: Hop): boolean => kind === 'agency' || kind === 'outlet'

/**
 * "The Panel goes further: the Front, it says, …": the thing that speaks was named in its own sentence, and not as the one
 * who passes its words on ("In a statement carried by the agency, it said …").
 */
const speaksHere = ({ pronoun, referents = [], start }: NounGroup, sentence: Sentence): boolean =>
  pronoun?.gender === undefined &&
  pronoun?.number === 'singular' &&
  referents.some(
    (r) =>
      r.mention !== undefined &&
      r.start >= sentence.start &&
      r.end <= start &&
      !isSpokenOf(r, start, sentence) &&
      !sentence.predicates.some((p) => p.form === 'participle' && p.functions.S.some((s) => s.start === r.start)),
  )

/** "A diplomat went further: the officers, he told the daily, …": whoever stands before the colon is the one who speaks behind it. */
const isIntroduced = ({ pronoun, start, referents = [] }: NounGroup, { words, predicates }: Sentence): boolean => {
  if (pronoun?.gender === undefined || pronoun.number !== 'singular') return false
  const colon = words.findLast((w) => w.norm === ':' && w.end <= start)
  const subjects = predicates.flatMap((p) =>
    colon && p.form === 'finite' && p.span.end <= colon.start ? p.functions.S : [],
  )
  return subjects.some((s) => !s.pronoun && arePeople(s) && referents.some((r) => r.start === s.start))
}

/** "The army says …. Lena Orth sells eggs. They took him in March, she says": no body is "he" or "she" where nouns show no gender. */
const isSomebodyElse = (
  { pronoun, referents = [] }: NounGroup,
  { attribution: { speakers, quoted } }: Told,
): boolean => {
  const before = quoted ?? speakers[0]
  return (
    pronoun?.gender !== undefined &&
    before?.agreement === undefined &&
    before?.classes.includes('group') === true &&
    !before.pronoun &&
    !before.apposed &&
    !arePeople(before) &&
    referents.some((r) => r.classes.includes('individual') || (arePeople(r) && !r.classes.includes('group')))
  )
}

/** A comma and a space. */
const BESIDE = 2

/** "The colonels, it notes, sold the rifles": whoever is spoken of in what is said is not the one who says it. */
const isSpokenOf = (r: NounGroup, speaker: number, { predicates }: Sentence): boolean =>
  predicates.some(
    ({ governor, functions: { S, O } }) =>
      governor?.as === 'content' &&
      predicates[governor.predicate]!.functions.S.some((s) => s.start === speaker) &&
      [...S, ...O].some((x) => x.start <= r.start && r.end <= x.end && speaker - x.end <= BESIDE),
  )

/** "he", "the source", «المصادر»: the last speaker again, by the fullest name he was given. */
export function refersBack(speaker: NounGroup, last: Told, sentence: Sentence, g: AttributionGrammar): boolean {
  // "Two of the men said …. A third said": what is counted behind an article is one more.
  if (isOneMore(speaker, sentence, g)) return false
  if (speaker.pronoun)
    return !speaksHere(speaker, sentence) && !isIntroduced(speaker, sentence) && !isSomebodyElse(speaker, last)
  if (last.through && refersBack(speaker, { attribution: last.through, hops: last.hops }, sentence, g)) return true
  const before = last.attribution.speakers[0]
  if (before && isOneOf(speaker, before)) return true
  if (!before || !isBare(speaker)) return false
  // A paper spoken of again is still its issuer's, whatever stands beside it («التقرير ذاته»).
  if (isPaper(speaker)) return isPaper(before) || before.mention !== undefined || before.classes.includes('group')
  // "The village head, Omar Tal, said": a name of his own makes him another.
  if (speaker.apposed || hasTitle(speaker, sentence)) return false
  if (speaker.modifiers.length > 0) return isDescribedMore(speaker, before)
  if (isTheBody(speaker, before)) return true
  return (
    speaker.lemma === before.lemma ||
    (isSource(speaker) && (isSource(before) || isOnePerson(before))) ||
    isTheMan(speaker, before)
  )
}

/** "a military official", then "the local military official": what he was called before, and something more. */
const isDescribedMore = (speaker: NounGroup, before: NounGroup): boolean =>
  speaker.lemma === before.lemma &&
  speaker.plural === before.plural &&
  before.mention === undefined &&
  !before.of &&
  !before.apposed &&
  before.modifiers.length > 0 &&
  before.modifiers.length < speaker.modifiers.length &&
  before.modifiers.every((m) => speaker.modifiers.includes(m))

/** «يتابع الرجل», "the woman adds": a noun that says no more than that somebody is a man or a woman means the one who spoke. */
function isTheMan(speaker: NounGroup, before: NounGroup): boolean {
  const bare = speaker.classes.includes('person') && speaker.classes.every((c) => ANYBODY.has(c))
  const [a, b] = [speaker.agreement?.feminine, before.agreement?.feminine]
  return bare && isOnePerson(speaker) && isOnePerson(before) && (a === undefined || b === undefined || a === b)
}

const isOnePerson = (x: NounGroup) =>
  x.classes.includes('person') && (x.agreement?.number === 'singular' || x.quantity?.max === 1)

/** "Nurses described the raid. One said …": a number alone, of several who spoke. */
const isOneOf = ({ quantity, head }: NounGroup, before: NounGroup): boolean =>
  quantity?.max === 1 &&
  quantity.start === head.start &&
  before.plural === true &&
  (arePeople(before) || isSource(before))

/** "The Lantern Observatory said …. The group said": a bare word for a body means the one that spoke, where it means no other. */
const isTheBody = ({ classes, referents = [] }: NounGroup, before: NounGroup): boolean =>
  classes.includes('body') &&
  classes.includes('group') &&
  referents.every((r) => r.mention === before.mention) &&
  before.mention !== undefined &&
  !before.classes.includes('person')

const ANYBODY = new Set(['person', 'fighter', 'civilian'])

/**
 * "The sources" after others have spoken: those last called so, where the one who spoke last is called something else
 * («مصادر أمنية … وسائل إعلام … المصادر»).
 */
export function calledSo(speaker: NounGroup | undefined, last: Told | null, spoken: readonly Told[]): Told | undefined {
  if (!speaker || !last || !isBare(speaker) || !speaker.classes.includes('source')) return undefined
  const isSame = (x: NounGroup | undefined) => x?.lemma === speaker.lemma
  if (ofTold(last).some((x) => isSame(x))) return undefined
  return toldByNoun(spoken)
    .get(speaker.lemma)
    ?.findLast((t) => ofTold(t).some((x) => isSame(x) && sameNumber(x, speaker)))
}
const ofTold = ({ attribution: { speakers, quoted } }: Told) => [speakers[0], quoted]
/** Those who spoke or were quoted, by the noun they were called. */
const toldByNoun = lookedAtOnce(
  () => new Map<string, Told[]>(),
  (byNoun, told: Told) => {
    for (const noun of new Set(ofTold(told).map((x) => x?.lemma))) if (noun !== undefined) addTo(byNoun, noun, told)
  },
)
const sameNumber = (a: NounGroup | undefined, b: NounGroup) =>
  a?.agreement?.number === undefined || b.agreement?.number === undefined || a.agreement.number === b.agreement.number

const isBare = (x: NounGroup) => x.definite && x.mention === undefined && !x.of
/** «وكالة «إرنا»»: a noun with a title behind it is no other one spoken of before. */
const hasTitle = ({ end }: NounGroup, { quotes }: Sentence) => quotes.some((q) => q.start >= end && q.start - end <= 2)
const isSource = (x: NounGroup) => x.classes.includes('source') || x.classes.includes('anonymous')

/** "the Group", "the Commission": by a word of its name a body that spoke before, which is told by the whole of it. */
export function sameBody(
  { start, head, of, mention, modifiers }: NounGroup,
  spoken: readonly Told[],
  { text, mentions }: Analysis,
): Hop | undefined {
  const word = text.slice(head.start, head.end)
  const known = mention !== undefined && mentions[mention]!.entities.length > 0
  // With its article: "Ostbia said" is none of the sources in the Ostbia police.
  if (of || known || head.start === start || modifiers.length > 0 || !/^\p{Lu}\p{Ll}+$/u.test(word)) return undefined
  return bodiesByWord(spoken).get(word)
}
/** The body that spoke last of those whose name holds a word, not at its end, and is longer than it by more than an article. */
const bodiesByWord = lookedAtOnce(
  () => new Map<string, Hop>(),
  (bodies, { hops }: Told) => {
    for (const h of hops) {
      if (h.kind !== 'organization' && h.kind !== 'party') continue
      for (const word of h.name.split(/\s+/u).slice(0, -1)) if (h.name.length > word.length + SHORT) bodies.set(word, h)
    }
  },
)
/** An article and a space. */
const SHORT = 4

/** "the agency", «الصحيفة»: the outlet that was called so or passed something on before, else the one last named. */
export function sameOutlet(
  speaker: NounGroup,
  sentence: Sentence,
  spoken: readonly Told[],
  { mentions, text }: Analysis,
  g: AttributionGrammar,
): Hop | undefined {
  const bare = isBare(speaker) && speaker.modifiers.length === 0 && !speaker.apposed && !hasTitle(speaker, sentence)
  if (!bare || !speaker.classes.includes('outlet')) return undefined
  // "the agency Crescent" has its name behind it.
  if (hopOf(text, speaker, sentence, mentions, null, g).start !== speaker.start) return undefined
  const isNamed = ({ entity, start, end }: Hop) =>
    entity !== undefined || (start !== undefined && (mentions[firstBehind(mentions, start)]?.start ?? end!) < end!)
  // «منصة الرؤيا … صحيفة الوادي … الصحيفة»: before any other the one that was called by the noun.
  const called = carriersByNoun(spoken).get(speaker.lemma)
  if (called) return called
  for (let i = spoken.length - 1; i >= 0; i--) {
    const passed = spoken[i]!.hops.findLast((h) => carries(h) && isNamed(h))
    if (passed) return passed
  }
  let i = firstBehind(mentions, speaker.start) - 1
  while (i >= 0 && mentions[i]!.kind !== 'outlet') i--
  return i < 0 ? undefined : hopOf(text, groupOf(mentions[i]!, i), sentence, mentions, null, g)
}
/** «لوكالة وادي نيوز … ونقلت الوكالة …»: who passed something on last, by the noun before the rest of the name, be it known or not. */
const carriersByNoun = lookedAtOnce(
  () => new Map<string, Hop>(),
  (byNoun, { hops }: Told) => {
    for (const h of hops) {
      const [noun, rest] = fold(h.name).split(' ')
      if (carries(h) && rest !== undefined) byNoun.set(noun!, h)
    }
  },
)
