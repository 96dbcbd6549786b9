import { covers } from '../../model/index.js'
import type { Agreement, Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import type { SayingKind } from '../attribution/grammar.js'
import { arePeople } from '../people.js'
import { accusedBefore } from './accused.js'
import { actedOnAlike, actedOnBySame, namedBehind, whoseMenAct } from './acted-on.js'
import { type Actor, ActorMemory, type KnownActors } from './actors.js'
import { described, isBody } from './described.js'
import { isHuman, isIt, nearestWhoFits, SOON } from './nearest.js'
import { himself, isQuotedBy, itself, TELLERS, whoseItWas } from './of-oneself.js'
import { partnersOf } from './partners.js'
import { former, isFormer, sidesIn } from './sides.js'
import { subjectsIn } from './subjects-in.js'
import { thingSpokenOf } from './things.js'
import { allGroups } from './walk.js'

/** The class of nouns that stand for "both of them". */
const BOTH = 'both'

/** What kind of saying a predicate is, if any. */
export type Saying = (p: Predicate) => SayingKind | undefined

/**
 * Finds what pronouns and descriptions refer to, in one pass over the document: the newest actor that fits in number
 * and kind, the subject of the clause before others (Grosz, Joshi and Weinstein 1995, centering), for a description
 * the newest actor that was called by that noun («تنظيم القاعدة» … «التنظيم»), in the text or by the packs. A body that
 * observes is none of "the two groups", and neither it nor a government is a "militia".
 */
export function resolveReferents(analysis: Analysis, saying: Saying, known: KnownActors): void {
  const memory = new ActorMemory(analysis, known)
  let last: Sentence | undefined
  for (const sentence of analysis.sentences) {
    memory.shrink()
    const subjects = new Set(subjectsIn(sentence))
    const patients = new Set(sentence.predicates.flatMap((p) => (p.pos === 'verb' && !p.passive ? p.functions.O : [])))
    const tellers = new Set(sentence.predicates.filter((p) => saying(p)).flatMap((p) => p.functions.S))
    const groups = allGroups(sentence)
    // "Adam Tal, a former officer": one man, by his name.
    const nameOf = new Map(
      groups.flatMap((g) =>
        g.apposed && g.mention !== undefined
          ? [[g.apposed, g]]
          : g.apposed?.mention !== undefined
            ? [[g, g.apposed]]
            : [],
      ),
    )
    const sayings = new Set(sentence.predicates.filter((p) => saying(p)))
    const acts = new Set(sentence.predicates.flatMap((p) => (p.pos === 'noun' && p.act ? [p.span.start] : [])))
    // "soldiers of his own unit": those who act, before whom they belong to.
    const within = new Map(
      groups.flatMap((g) => (g.of?.mention === undefined && g.of && arePeople(g) ? [[g.of, g]] : [])),
    )
    for (const group of groups) {
      const still = group.pronoun ? actedOnBySame(group, sentence, last, sayings) : undefined
      const found =
        actedOnAlike(group, sentence, sayings) ??
        (still && (still.referents ?? [still])) ??
        nonEmpty([thingSpokenOf(group, sentence, last)].filter((g) => g !== undefined)) ??
        accusedBefore(group, sentence, last, saying, memory) ??
        referentsOf(group, sentence, memory, [
          ...(tellers.has(group) ? spokenOf(group, sentence) : []),
          ...[...tellers].filter((t) => isQuotedBy(t, group, sentence)).flatMap((t) => t.referents ?? [t]),
        ])
      if (found.length > 0) group.referents = found
      if (found.length === 2 && isBoth(group) && subjects.has(group)) memory.both = group
      const name = group.mention === undefined && found.length === 0 ? nameOf.get(group) : undefined
      // «حشد قوات جديدة»: an act, though its noun may be a body elsewhere, is nobody to go back to.
      if (group.mention === undefined && acts.has(group.head.start)) continue
      const role = { subject: subjects.has(group), teller: tellers.has(group), patient: patients.has(group) }
      memory.remember(name ?? group, role, group.lemma, (within.get(group)?.start ?? group.start + 1) - 1)
    }
    for (const group of groups) {
      const ahead = group.referents ? undefined : namedBehind(group, sentence)
      if (ahead) group.referents = ahead.referents ?? [ahead]
    }
    for (const p of sentence.predicates) {
      const sides = sidesIn(p)
      const named = sides.every((g) => g.mention !== undefined || g.classes.includes('individual') || g.definite)
      if (sides.length === 2 && named && !sides.some((g) => g.pronoun))
        memory.noteSides(sides, !p.functions.S.includes(sides[0]!), p.clause.end)
    }
    last = sentence.heading ? undefined : sentence
    for (const p of sentence.predicates)
      p.functions.S = p.functions.S.filter((g) => !g.implied || g.referents || g.pronoun?.person === 1)
  }
}

function referentsOf(
  group: NounGroup,
  sentence: Sentence,
  memory: ActorMemory,
  others: readonly NounGroup[],
): NounGroup[] {
  if (group.mutual || isDescribed(group, sentence)) return []
  if (group.pronoun)
    return (
      ownWord(group, sentence) ??
      himself(group, sentence) ??
      itself(group, sentence) ??
      whoseItWas(group, sentence) ??
      someOf(group, sentence, memory) ??
      pronounReferent(group, sentence, memory, others)
    )
  if (isBoth(group)) return nonEmpty(memory.togetherBefore(group.start)) ?? memory.lastTwo()
  if (isTheTwo(group)) return theTwo(group, memory)
  if (isPlaces(group)) return memory.lastPlaces()
  if (isLatter(group)) return latter(group, sentence, memory)
  if (isFormer(group)) return former(group, memory)
  return described(group, sentence, memory)
}

/** "likened them to those fired by the clan": what a participle right behind describes takes up nobody. */
const isDescribed = ({ pronoun, end }: NounGroup, { predicates }: Sentence) =>
  pronoun !== undefined &&
  predicates.some(
    ({ form, governor, span, functions: { O } }) =>
      form === 'participle' && governor?.as === 'relative' && span.start - end === 1 && O.some((g) => g.end === end),
  )

/** «قالت الحركة، في بيان نشرته مؤسسة، إنها …»: the subject of what somebody says of his own side is he himself. */
function ownWord(group: NounGroup, sentence: Sentence): NounGroup[] | undefined {
  if (group.pronoun?.gender === undefined || group.implied || group.pronoun.number === 'dual') return undefined
  const said = sentence.predicates.find((p) => p.functions.S.includes(group) && p.governor?.as === 'content')
  const [speaker, other] = said ? sentence.predicates[said.governor!.predicate]!.functions.S : []
  if (!speaker || other || speaker.pronoun || speaker.end > group.start || !speaker.agreement) return undefined
  if (!speaker.classes.includes('group') || speaker.classes.some((c) => TELLERS.has(c))) return undefined
  const { number, gender } = group.pronoun
  const { feminine } = speaker.agreement
  const agrees = number === 'singular' && feminine !== undefined && feminine === (gender === 'feminine')
  return agrees ? (speaker.referents ?? [speaker]) : undefined
}
/** "the two sides", «الطرفان»: both of those spoken of, whatever they are called. */
const isBoth = (g: NounGroup) =>
  g.definite &&
  g.mention === undefined &&
  !g.of &&
  // «الحكومتان اليمنية والصومالية»: which two, is said.
  (g.modifiers.length < 2 || g.classes.includes(BOTH)) &&
  (g.classes.includes(BOTH) || (g.quantity?.min === 2 && g.quantity.max === 2 && isBody(g)))

/** "the two had clashed": a number that stands for those it counts. */
const isTheTwo = ({ definite, quantity, head, of, mention, classes, modifiers }: NounGroup) =>
  definite &&
  modifiers.length < 2 &&
  (classes.length === 0 || arePeople({ classes })) &&
  mention === undefined &&
  !of &&
  quantity?.min === 2 &&
  quantity.max === 2 &&
  head.start <= quantity.start &&
  quantity.end <= head.end

/** How far back, in characters, two people may have been counted whom "the two" then means. */
const COUNTED_BEFORE = 400

/** Two people counted right before, else the two bodies that the text is about. */
function theTwo(group: NounGroup, memory: ActorMemory): NounGroup[] {
  const people = memory.newest(
    (a) => a.person && a.group.quantity?.min === 2 && a.group !== group && group.start - a.last < COUNTED_BEFORE,
  )
  const faced = memory.facedBefore(group.start)
  if (faced.length > 0 && !(people && people.last > faced[1]!.start)) return faced
  return people ? [people.group] : memory.lastTwo()
}
const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

/** "seized ten clerks. Most of them …": of people counted or described before, nobody else. */
function someOf(group: NounGroup, { words }: Sentence, memory: ActorMemory): NounGroup[] | undefined {
  const several = words.filter((w) => covers(group, w)).length > 1
  if (!several || group.pronoun?.number !== 'plural') return undefined
  const people = memory.newest((a) => a.person && a.plural && group.start - a.last < COUNTED_BEFORE)
  return people && !people.teller ? [people.group] : undefined
}

/** "the latter", «الأخيرة»: whoever was named last, apart from who acts on it. */
const isLatter = (g: NounGroup) => g.classes.includes('latter') && g.definite && g.mention === undefined && !g.of

function latter(group: NounGroup, sentence: Sentence, memory: ActorMemory): NounGroup[] {
  const [, second] = sentence.groups.some((g) => isFormer(g) && g.end <= group.start)
    ? memory.facedBefore(group.start)
    : []
  if (second) return [second]
  const partners = partnersOf(group, sentence, memory)
  const { feminine, number } = group.agreement ?? {}
  const gender = feminine === undefined ? undefined : feminine ? ('feminine' as const) : ('masculine' as const)
  const fits = (a: Actor) =>
    a.group.end <= group.start &&
    !partners.has(a.key) &&
    agreesWith(a, { ...(gender && { gender }), ...(number && { number }) })
  // "The clan works with the guard, a resident said. The latter …": of those told of, before who tells.
  const found =
    memory.newest((a) => fits(a) && !a.teller && isPairOrOne(a.group)) ??
    memory.newest((a) => fits(a) && !a.group.members)
  return found ? [found.group.members?.at(-1) ?? found.group] : []
}

/** One party, or two named together, of whom the second is the last named. */
const isPairOrOne = ({ members }: NounGroup) => members === undefined || members.length === 2

/** "those provinces", «تلك المحافظات»: the places listed before. */
const isPlaces = (g: NounGroup) =>
  g.definite &&
  g.mention === undefined &&
  !g.of &&
  !g.members &&
  !isBody(g) &&
  g.modifiers.length === 0 &&
  g.classes.includes('area')

/** "The Front, it says, sent arms": who acts in the clause that a saying breaks into is spoken of, and does not speak. */
function spokenOf(teller: NounGroup, { predicates }: Sentence): NounGroup[] {
  const sayings = predicates.filter((p) => p.functions.S.includes(teller))
  return sayings.flatMap((p) =>
    predicates
      .filter((q) => q.governor?.predicate === p.index && q.span.start >= p.span.end)
      .flatMap((q) => q.functions.S.filter((s) => s.end <= p.span.start)),
  )
}

function pronounReferent(
  group: NounGroup,
  sentence: Sentence,
  memory: ActorMemory,
  others: readonly NounGroup[],
): NounGroup[] {
  const agreement = group.pronoun
  if (agreement?.person !== undefined && agreement.person !== 3) return []
  if (agreement?.number === 'dual') return theTwo(group, memory)
  const partners = partnersOf(group, sentence, memory)
  const spoken = new Set(others.map((g) => memory.keyOf(g)))
  const plural = agreement?.number === 'plural'
  const things = plural ? calledIt(group, sentence, memory) : new Set<string>()
  const titles = titleWords(sentence)
  const fits = (a: Actor) =>
    a.group.end <= group.start &&
    !titles.has(a.group) &&
    !partners.has(a.key) &&
    !spoken.has(a.key) &&
    !things.has(a.key) &&
    !isOwned(a, agreement, sentence) &&
    isWhole(a, agreement, partners, memory) &&
    (agreement?.number === undefined || !a.person || plural === a.plural) &&
    agreesWith(a, agreement) &&
    !(group.implied && a.teller)
  // "an officer of the Front, who sent it money": first of all nobody whose man acts on him.
  const owners = new Set(memory.keysWithin(whoseMenAct(group, sentence)))
  const stranger = (a: Actor) => fits(a) && !owners.has(a.key) && group.start - a.last < SOON
  return (
    (owners.size > 0 ? nearestWhoFits(group, sentence, memory, stranger) : undefined) ??
    nearestWhoFits(group, sentence, memory, fits) ??
    []
  )
}

/** «قال رئيس لجنة الأسرى إنهم …», "the head of the prisoners' committee said that they …": of whom an office is in charge, is nobody who speaks or acts. */
function titleWords({ predicates }: Sentence): ReadonlySet<NounGroup> {
  const inside = (g: NounGroup): NounGroup[] => (g.of ? [g.of, ...inside(g.of)] : [])
  const offices = predicates.flatMap((p) => p.functions.S).filter((g) => g.classes.includes('official'))
  const bodies = ['group', 'individual']
  return new Set(
    offices.flatMap(inside).filter((g) => g.mention === undefined && !g.classes.some((c) => bodies.includes(c))),
  )
}

/**
 * Only a plural takes up several who acted together, none of whom stands on the other side; a state is no "they", and
 * several described in the plural are no "it".
 */
function isWhole({ group }: Actor, said: Agreement | undefined, partners: Set<string>, memory: ActorMemory): boolean {
  if (group.members) return said?.number === 'plural' && !group.members.some((m) => partners.has(memory.keyOf(m)))
  if (said?.gender !== undefined) return true
  return said?.number === 'plural'
    ? !memory.isState(group)
    : !(isIt(said) && group.plural && group.mention === undefined)
}

/** "His lawyer said that they held him": whose man speaks is nobody's own man. */
const isOwned = ({ group: { of, start } }: Actor, agreement: Agreement | undefined, sentence: Sentence) =>
  start >= sentence.start &&
  isHuman(agreement) &&
  of?.pronoun?.gender !== undefined &&
  of.pronoun.gender === agreement?.gender

/** "The Panel goes further: the clan, it says, lied, and they sold arms": what was "it" in a sentence is not "they" in it. */
function calledIt(group: NounGroup, sentence: Sentence, memory: ActorMemory): Set<string> {
  const its = sentence.groups.filter(
    ({ pronoun: x, end }) => end <= group.start && x?.person === 3 && x.number === 'singular' && x.gender === undefined,
  )
  return new Set(its.flatMap(({ referents }) => (referents ?? []).map((r) => memory.keyOf(r))))
}

/** Whether some group that named the actor has the gender and number of a pronoun; where the language shows none, it has. */
function agreesWith({ shows }: Actor, agreement: Agreement | undefined): boolean {
  const gender = agreement?.gender
  if (shows.length === 0 || !gender || agreement.number === 'dual') return true
  return shows.some(({ feminine, number, human }) => {
    const things = number === 'plural' && !human
    if (agreement.number === 'plural') return gender === 'masculine'
    if (number === 'plural' && human) return gender === 'feminine' && feminine !== false
    return things || feminine === undefined ? gender === 'feminine' || !things : feminine === (gender === 'feminine')
  })
}
