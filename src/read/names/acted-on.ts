import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { arePeople } from '../people.js'
import { surface } from '../surface.js'

/**
 * "drove the women to a farm owned by a man who freed them", "retook the depot from the men who had stormed it": what a verb
 * acts on is what the verb before it acted on, where nouns have no gender of their own.
 */
export function actedOnAlike(
  group: NounGroup,
  { predicates }: Sentence,
  sayings: ReadonlySet<Predicate>,
): NounGroup[] | undefined {
  const { pronoun } = group
  if (pronoun?.person !== 3 || pronoun.gender || group.implied || group.agreement || group.mutual) return undefined
  const at = predicates.find((p) => p.pos === 'verb' && !p.passive && p.functions.O[0] === group)
  const before =
    at &&
    predicates.findLast(
      (p) => !p.passive && p.pos === 'verb' && p.span.end <= at.span.start && p.functions.O.length > 0,
    )
  if (!before || sayings.has(before) || before.functions.O2.length > 0) return undefined
  const plural = pronoun.number === 'plural'
  const fits = (g: NounGroup) =>
    g.end <= group.start &&
    !g.pronoun &&
    (plural ? arePlural(g) || ((arePeople(g) || isCarrier(g)) && g.plural === true) : isPlace(g))
  const found = before.functions.O.find(fits)
  return found ? (found.referents ?? [found]) : undefined
}

const isCarrier = (g: NounGroup) => ['vehicle', 'ship', 'aircraft', 'convoy'].some((c) => g.classes.includes(c))

const isPlace = (g: NounGroup) =>
  !g.plural && !g.quantity && ['place', 'base', 'building'].some((c) => g.classes.includes(c)) && !arePeople(g)

/** "freed three nurses after their abduction", «أفرجوا عن الصيادين بعد خطفهم»: what was done to "them" was done to those acted on in its host. */
export function actedOnBefore(group: NounGroup, { predicates }: Sentence): NounGroup | undefined {
  // "arrested four men, and a pistol was taken from them": where nobody is said to take it, from those acted on right before.
  const at = predicates.find((p) => p.passive && p.functions.S.length === 0 && isWithin(p.functions.P, group))
  const last = at && predicates.findLast((p) => p.pos === 'verb' && p.form === 'finite' && p.span.end <= at.span.start)
  const several = last?.functions.O.find((g) => g.end <= group.start && arePlural(g))
  if (group.pronoun?.gender === undefined && several) return several
  const act = predicates.find((p) => p.pos === 'noun' && p.act?.transitive && suffersIn(p, group))
  const up = act?.governor?.as === 'adverbial' ? predicates[act.governor.predicate] : undefined
  if (up?.pos !== 'verb' || up.passive || up.span.start > group.start) return undefined
  const { O, O2, P } = up.functions
  return [...O2, ...O, ...Object.values(P).flat()].find((g) => g.end <= group.start && arePlural(g))
}

/**
 * «احتجز المسلحون أربعة مراقبين. وأخلوا سبيلهم …», «أفرجت السلطات عن مهندسين اتُهموا بدعم الفصيل، وسلمتهم إلى …»: where whoever acted goes on
 * acting, those acted on are still those acted on.
 */
export function actedOnBySame(
  group: NounGroup,
  sentence: Sentence,
  before: Sentence | undefined,
  sayings: ReadonlySet<Predicate>,
): NounGroup | undefined {
  const { pronoun } = group
  if (pronoun?.gender !== 'masculine' || pronoun.number === 'dual' || group.implied || group.mutual) return undefined
  const at = sentence.predicates.find(
    ({ pos, form, functions: { O, O2 } }) =>
      pos === 'verb' && form === 'finite' && (O.includes(group) || O2.includes(group)),
  )
  const [doer] = at?.functions.S ?? []
  if (!at || !doer || at.governor?.as === 'relative') return undefined
  const here = sentence.predicates.filter((p) => p.span.end <= at.span.start)
  const host = [...(before?.predicates ?? []), ...here].findLast(
    (p) => p.pos === 'verb' && p.form === 'finite' && !p.passive && !sayings.has(p) && isSame(p.functions.S[0], doer),
  )
  if (!host) return undefined
  const plural = pronoun.number === 'plural'
  const { O, O2, P } = host.functions
  return [...O2, ...O, ...Object.values(P).flat()].find(
    (g) => g !== doer && g.end <= group.start && (plural ? arePlural(g) && !g.members : isOneMan(g)),
  )
}

/** Whether two groups are one party: the same words, or a pronoun that means them. */
const isSame = (a: NounGroup | undefined, b: NounGroup) =>
  a !== undefined && (a === b || [a, ...(a.referents ?? [])].some((x) => x === b || b.referents?.includes(x)))

const isOneMan = (g: NounGroup): boolean =>
  arePeople(g) &&
  !g.pronoun &&
  !g.classes.includes('group') &&
  g.agreement?.human === true &&
  g.agreement.number === 'singular' &&
  g.agreement.feminine !== true

const arePlural = (g: NounGroup): boolean =>
  g.members
    ? g.members.every((m) => arePeople(m))
    : arePeople(g) && (g.agreement?.number === 'plural' || (g.quantity?.min ?? 1) > 1)

/** Whether a pronoun is the only one of whom an event noun tells. */
const suffersIn = ({ functions: { S, O, G } }: Predicate, group: NounGroup) =>
  O.includes(group) || (O.length === 0 && (G.includes(group) || S.includes(group)))

/** Whether a group stands behind some preposition. */
export const isWithin = (phrases: Record<string, NounGroup[]>, group: NounGroup) =>
  Object.values(phrases).some((list) => list.includes(group))

/** "an officer of the Front, who sent it money": the people, not their leaders, who act on what a pronoun without gender means. */
export function whoseMenAct(group: NounGroup, { predicates }: Sentence): NounGroup[] {
  if (group.pronoun?.person !== 3 || group.pronoun.gender || group.implied || group.agreement) return []
  return predicates
    .filter(({ functions: { O, O2, P } }) => O.includes(group) || O2.includes(group) || isWithin(P, group))
    .flatMap(({ functions: { S } }) => S)
    .filter((s) => !s.pronoun && !s.members && arePeople(s) && !s.classes.some((c) => c === 'group' || c === 'leader'))
}

/** "After they were seized at the ford, the fishermen were sold": whom nobody named before, the clause behind may name. */
export function namedBehind(group: NounGroup, { predicates }: Sentence): NounGroup | undefined {
  const { pronoun } = group
  if (pronoun?.person !== 3 || pronoun.gender || group.implied || group.agreement || group.mutual) return undefined
  const own = predicates.find((p) => surface(p).includes(group))
  const main = own?.governor?.as === 'adverbial' ? predicates[own.governor.predicate] : undefined
  const [subject] = main ? surface(main) : []
  if (!subject || subject.start < group.end || subject.pronoun) return undefined
  const several = subject.members !== undefined || subject.plural === true || (subject.quantity?.min ?? 1) > 1
  const fits = pronoun.number === 'plural' ? several || subject.classes.includes('group') : !several
  return fits && arePeople(subject) ? subject : undefined
}

/** Whoever is named, and whose it is: "a man whose house he burned" is not he. */
export const withOwner = (g: NounGroup): NounGroup[] => (g.pronoun ? [] : g.of && !g.of.pronoun ? [g, g.of] : [g])
