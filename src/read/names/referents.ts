import { covers } from '../../model/index.js'
import { beginsUpper } from '../../text/index.js'
import type { Agreement, Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import { arePeople } from '../people.js'
import { actedOnAlike, actedOnBySame, isWithin, namedBehind, whoseMenAct, withOwner } from './acted-on.js'
import { type Actor, ActorMemory, isPlural, type KnownActors, nounKey } from './actors.js'
import { isHuman, isIt, nearestWhoFits, SOON } from './nearest.js'
import { himself, isQuotedBy, itself, TELLERS, whoseItWas } from './of-oneself.js'
import { former, isFormer, sidesIn } from './sides.js'
import { isThing, subjectsIn } from './subjects-in.js'
import { thingSpokenOf } from './things.js'
import { allGroups } from './walk.js'

/** Classes of nouns that stand for "both of them" and for a body spoken of before. */
const BOTH = 'both'
const BODY = ['group', 'organization', 'militia']

/**
 * Finds what pronouns and descriptions refer to, in one pass over the document: the newest actor that fits in number
 * and kind, the subject of the clause before others (Grosz, Joshi and Weinstein 1995, centering), for a description
 * the newest actor that was called by that noun («تنظيم القاعدة» … «التنظيم»), in the text or by the packs. A body that
 * observes is none of "the two groups", and neither it nor a government is a "militia".
 */
export function resolveReferents(analysis: Analysis, saying: (p: Predicate) => boolean, known: KnownActors): void {
  const memory = new ActorMemory(analysis, known)
  let last: Sentence | undefined
  for (const sentence of analysis.sentences) {
    memory.shrink()
    const subjects = new Set(subjectsIn(sentence))
    const patients = new Set(sentence.predicates.flatMap((p) => (p.pos === 'verb' && !p.passive ? p.functions.O : [])))
    const tellers = new Set(sentence.predicates.filter(saying).flatMap((p) => p.functions.S))
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
    const sayings = new Set(sentence.predicates.filter(saying))
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
  if (group.mutual) return []
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
  return isDescription(group) && !holdsName(group, sentence) ? described(group, sentence, memory) : []
}

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

const isDescription = (g: NounGroup) =>
  g.definite && g.mention === undefined && !g.of && !g.members && g.quantity === undefined && isBody(g) && !isUnit(g)

/** "the Joint Force", «القوة المشتركة»: a unit's adjective is its name. */
const isUnit = (g: NounGroup) => g.classes.includes('unit') && g.modifiers.length > 0

/** "the Ox militia": a noun with a name of its own describes nobody named before. */
const holdsName = (g: NounGroup, sentence: Sentence) =>
  sentence.words.some(
    (w) => w.start >= g.start && w.end <= g.head.start && w.pos !== 'determiner' && beginsUpper(w.text),
  )

const isBody = (g: NounGroup) => g.classes.some((c) => BODY.includes(c))

const isNamed = ({ group }: Actor) => group.mention !== undefined

/** Whoever acts in a clause is not who its other parts are about: "Iran supplied the group". */
function partnersOf(group: NounGroup, sentence: Sentence, memory: ActorMemory): Set<string> {
  const clauses = closest(
    group,
    sentence.predicates.filter((p) => inFunctions(p, group)),
  )
  // "exchanged prisoners with them": nor is whoever is acted on whom it is done with.
  const done = group.pronoun ? clauses.flatMap(({ functions: { O, P } }) => (isWithin(P, group) ? O : [])) : []
  // «اتهامات الحكومة لها بتهريب السلاح»: nor is whoever does what is done to it.
  const owners = group.pronoun
    ? clauses.flatMap((p) =>
        p.pos === 'noun' && p.functions.S.length === 0 && isWithin(p.functions.P, group) ? p.functions.G : [],
      )
    : []
  // "the Front, with which it clashed", "It shelled the army": nor is who acts any of those whom he acts on.
  const suffer =
    group.pronoun && !group.implied
      ? clauses.flatMap(({ pos, functions: { S, O, O2, P } }) =>
          pos === 'verb' && S.includes(group) ? [...O, ...O2, ...Object.values(P).flat()].flatMap(withOwner) : [],
        )
      : []
  // "two Houthi officers whom the group had seized": nor is a description who is known to suffer what it does.
  const known = group.pronoun
    ? []
    : clauses.flatMap(({ pos, functions: { S, O } }) => (pos === 'verb' && S.includes(group) ? O : []))
  const others = [...clauses.flatMap((p) => p.functions.S), ...done, ...owners, ...suffer].filter((s) => s !== group)
  const named = new Set(
    others.flatMap((s) => [s, ...(s.members ?? []), ...(s.referents ?? [])]).flatMap((g) => memory.keysOf(g)),
  )
  for (const key of memory.keysWithin(known.filter((x) => !x.pronoun))) named.add(key)
  // "French jets bombed it": not those whose jets they are.
  for (const key of memory.keysWithin(others.filter((s) => !s.pronoun && !s.members && isThing(s)))) named.add(key)
  return named
}

/** «اتهامات الحكومة لها»: a pronoun in a phrase right behind an act and whose it is stands in no other clause. */
function closest(group: NounGroup, clauses: readonly Predicate[]): readonly Predicate[] {
  if (!group.pronoun) return clauses
  const own = clauses.find(
    ({ pos, functions: { G, P } }) =>
      pos === 'noun' && isWithin(P, group) && G.some((x) => group.start - x.end === RIGHT_BEHIND),
  )
  if (own) return [own]
  // «مبلغ دفعه لها تاجر»: nor does one right behind a verb that describes stand in the clause of what it describes.
  const inner = clauses.find(
    ({ governor, span, functions: { P } }) =>
      governor?.as === 'relative' &&
      isWithin(P, group) &&
      group.start >= span.end &&
      group.start - span.end <= ONTO_VERB,
  )
  return inner ? [inner] : clauses
}
/** A pronoun on the verb, a blank and a preposition of one letter. */
const ONTO_VERB = 5
/** A blank and a preposition of one letter. */
const RIGHT_BEHIND = 2

const inFunctions = ({ functions: { S, O, O2, G, X, P } }: Predicate, group: NounGroup) =>
  [S, O, O2, G, X].some((list) => list.includes(group)) || isWithin(P, group)

function described(group: NounGroup, sentence: Sentence, memory: ActorMemory): NounGroup[] {
  // "the militia freed ten of the group's men": whoever acts is not who stands within what it acts on.
  const outer = sentence.groups.find((g) => g !== group && g.start <= group.start && group.end <= g.end) ?? group
  const partners = partnersOf(group, sentence, memory)
  if (outer !== group) for (const key of partnersOf(outer, sentence, memory)) partners.add(key)
  // «بين الجماعة والتنظيم»: whoever is called as the other is, is the other.
  const beside = sentence.groups.flatMap(({ members = [] }) => (members.includes(group) ? members : []))
  const others = beside.flatMap((g) => (g === group || g.mention !== undefined ? [] : [nounKey(g.lemma)]))
  const isOther = ({ named }: Actor) => others.some((x) => named.has(x)) && !named.has(nounKey(group.lemma))
  // "the clans": several are no single body.
  const open = (a: Actor) =>
    !a.person &&
    !a.group.members &&
    !partners.has(a.key) &&
    !isOther(a) &&
    !(isPlural(group) && !isPlural(a.group)) &&
    // "militant groups … the group": nor is one of which the text speaks any of those told of in general.
    !(
      a.patient &&
      isPlural(a.group) &&
      a.group.mention === undefined &&
      a.group.lemma === group.lemma &&
      !isPlural(group)
    )
  const noun = nounKey(group.lemma)
  // «أفرجت جماعة النخيل عن … لتعزيز صفوف الجماعة»: within a thing whoever acts may be called by his noun again.
  const self =
    outer !== group &&
    !arePeople(outer) &&
    memory.newest((a) => partners.has(a.key) && (a.named.has(noun) || memory.isCalled(a, noun)))
  if (self) return [self.group]
  // "the army": where it has no other name, a force of a state.
  const may = (a: Actor) => !group.classes.includes('regular') || !memory.isFaction(a)
  const called =
    memory.newest((a) => open(a) && may(a) && a.heads.has(noun)) ??
    memory.newest((a) => open(a) && may(a) && !memory.isObserver(a) && memory.isCalled(a, noun))
  // "the group" may be anybody named before; "the army" is only who was called one.
  const any = group.classes.includes('body')
  const armed = (a: Actor) => isNamed(a) && !a.teller && !memory.isObserver(a) && !memory.isOfficial(a)
  // "The Front attacked Ostby. The group also shelled a camp": a name of no known kind that was acted on may be a place.
  const known = (a: Actor) => !(a.patient && a.group.classes.includes('name'))
  const newest = (passes: (a: Actor) => boolean) => memory.newest((a) => open(a) && armed(a) && passes(a))
  const found = called ?? (any ? (newest(known) ?? newest(() => true)) : undefined)
  return found ? [found.group] : []
}

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
  const fits = (a: Actor) =>
    a.group.end <= group.start &&
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
