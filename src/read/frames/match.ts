import type { Slot } from '../../model/index.js'
import type { Functions, NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate, Party } from '../candidate.js'
import { affiliation } from './affiliation.js'
import { actorOver, aimedAt, aimedBy, aimOf } from './aims.js'
import { type ClassTree, hasClass, isTwo, sidesOf } from './classes.js'
import type { FrameIndex, Unit } from './compile.js'
import { countThings, total, woundedBeside } from './count.js'
import { countTogether } from './count-together.js'
import { anyOf, closedGate, isOfThings, isOwnLoss, isParty, isTieToDeed, leaveOutExcluded } from './gates.js'
import { settleGenitive } from './genitive.js'
import { fillGive } from './give.js'
import type { FrameGrammar } from './grammar.js'
import { nameThings } from './name-things.js'
import { addParty, behindAny, emptySlots, isDeed, isHour, take } from './slots.js'
import { mostSpecific, type Weighed, weightOf } from './specificity.js'
import {
  fillDoers,
  fillDoersOfNoun,
  fillGivers,
  fillHelped,
  fillInstruments,
  fillOwners,
  fillTargets,
} from './surroundings.js'
import { nameThose } from './those-named.js'
import { isToldBy } from './told-by.js'

/** Every reading that the frames give a sentence's predicates: at most one a predicate and type. */
export function matchSentence(sentence: Sentence, grammar: FrameGrammar, before?: Sentence): Candidate[] {
  const found = sentence.predicates.flatMap((predicate) => {
    for (const units of unitsInTurn(predicate, grammar.frames)) {
      const readings = bestReadings(units, predicate, sentence, grammar, before)
      if (readings.length > 0) return mostSpecific(readings)
    }
    return []
  })
  return found.filter((c) => !found.some((o) => isToldBy(c, o)))
}

/** What some units make of a predicate: of each type the reading that asks for most and finds most. */
function bestReadings(
  units: readonly Unit[],
  predicate: Predicate,
  sentence: Sentence,
  grammar: FrameGrammar,
  before?: Sentence,
): Weighed[] {
  const best = new Map<string, Weighed>()
  for (const unit of units) {
    const candidate = matchUnit(unit, predicate, sentence, grammar, before)
    if (!candidate) continue
    const weight = weightOf(unit, predicate, candidate)
    const old = best.get(unit.type)
    if (!old || weight > old.weight) best.set(unit.type, { candidate, weight })
  }
  return [...best.values()]
}

/**
 * The units of a predicate, which are asked in turn until some give a reading: its own; of an event noun those of its
 * verb; those of the last word of one of several ("peace talks").
 */
export function* unitsInTurn({ lemma, pos, act }: Predicate, frames: FrameIndex): Generator<readonly Unit[]> {
  yield frames.get(`${lemma}/${pos}`) ?? []
  if (act) yield (frames.get(`${act.lemma}/verb`) ?? []).map((u) => asNoun(u, act.transitive))
  const head = lastWord(lemma)
  if (pos === 'noun' && head !== lemma) yield frames.get(`${head}/noun`) ?? []
}

/** Whether one of some nouns names it; «حملة اعتقالات», «سلسلة غارات»: or it is a campaign or series of what one names. */
const isNamed = ({ lemma, classes, of }: NounGroup, lemmas: ReadonlySet<string>) =>
  lemmas.has(lemma) ||
  lemmas.has(lastWord(lemma)) ||
  (of !== undefined && SERIES.some((c) => classes.includes(c)) && lemmas.has(of.lemma))
const SERIES = ['campaign', 'measure']

/** "undeclared truce" is a truce. */
const lastWord = (lemma: string) => lemma.slice(lemma.lastIndexOf(' ') + 1)

const NOUN_UNITS = new WeakMap<Unit, Unit>()
/** «تلقي الحركة أموالا» as «تلقت الحركة أموالا»: the same roles, with the possessor in the place of the subject. */
function asNoun(unit: Unit, transitive: boolean): Unit {
  const known = NOUN_UNITS.get(unit)
  if (known) return known
  const subject = unit.slots.get('S')
  const slots = new Map(subject ? [...unit.slots, ['X', subject] as const] : unit.slots)
  const made: Unit = { ...unit, pos: 'noun', derived: true, slots, ...(transitive && { transitive: true }) }
  NOUN_UNITS.set(unit, made)
  return made
}

/**
 * The reading of one unit on one predicate, or null where a gate, an idiom's fixed part or an exclusion says no; `note`
 * is told which.
 */
export function matchUnit(
  unit: Unit,
  predicate: Predicate,
  sentence: Sentence,
  grammar: FrameGrammar,
  before?: Sentence,
  note?: (why: string) => void,
): Candidate | null {
  const aim = unit.named.has('V') && unit.over ? aimOf(unit, predicate, sentence) : undefined
  let functions = settleGenitive(unit, predicate.functions, grammar)
  if (aim) functions = { ...functions, V: aimedAt(aim, grammar) }
  if (unit.named.has('U')) functions = { ...functions, U: actorOver(unit, predicate, sentence) }
  const listed: NounGroup[] = []
  for (const [f, lemmas] of unit.fixed) {
    const groups = take(functions, f)
    const named = groups.flatMap((g) => g.members ?? []).filter((g) => isNamed(g, lemmas))
    const sorts = isOfSorts(groups, named, grammar.tree)
    if (!sorts && !groups.some((g) => isNamed(g, lemmas))) {
      note?.(`${f} is not ${anyOf([...lemmas])}`)
      return null
    }
    if (sorts) listed.push(...named)
  }
  if (!fitsSurroundings(unit, predicate, functions, sentence)) {
    note?.('its surroundings do not fit (needs, also, under, over, modified)')
    return null
  }

  const slots = emptySlots()
  for (const [f, slot] of unit.slots) {
    if (unit.fixed.has(f) && !unit.named.has(f)) continue
    // A premodifier acts only if it can act: "Houthi attacks", but "drone attacks" are made with drones.
    const groups = take(functions, f).filter(
      (g) =>
        (f !== 'X' || slot !== 'agents' || isParty(g, grammar.tree)) &&
        !standsAtPlace(unit, f, slot, g, grammar, functions),
    )
    for (const group of groups)
      if (!isDeed(slot, group, sentence) && !isHour(slot, group)) addParty(slots[slot as Slot], group)
  }
  if (predicate.pos === 'noun')
    for (const g of functions.X) if (isMeans(g, grammar.tree)) addParty(slots.instruments, g)
  if (unit.give) fillGive(slots, functions, grammar)
  if (predicate.pos === 'noun' && unit.slots.get('O') === 'counterparts' && slots.counterparts.length === 0)
    for (const group of aimedBy(predicate, sentence, grammar)) addParty(slots.counterparts, group)
  // A preposition's object may fill a slot only once; and nothing both acts and is acted on.
  slots.counterparts = slots.counterparts.filter((p) => !slots.agents.some((a) => a.group === p.group))

  nameThings(slots, unit, predicate, sentence, () => [...(before?.groups ?? []), ...sentence.groups], grammar.tree)

  const candidate: Candidate = {
    type: unit.type,
    rule: unit.rule,
    sentence,
    predicate,
    slots,
    counts: {},
    time: null,
    status: unit.status ?? 'asserted',
    chain: [],
    links: [],
    support: [],
    confidence: unit.confidence ?? 0.8,
    ...(unit.mode ? { mode: unit.mode } : {}),
    ...(unit.retells && { retells: true as const }),
    ...(unit.aftermath && { aftermath: true as const }),
    ...(unit.mediates && { mediates: true as const }),
    ...(unit.counts?.counterparts && { toll: unit.counts.counterparts }),
    ...(unit.fixed.size > 0 && { fixed: [...unit.fixed.keys()].flatMap((f) => take(functions, f)) }),
    ...(aim && { aim }),
  }
  if (unit.mutual || grammar.mutual.has(unit.type)) {
    if (predicate.pos === 'noun' && isTieToDeed(nounGroupOf(predicate, sentence)[0], functions, grammar.tree)) {
      note?.('it is a tie with a deed')
      return null
    }
    if (isOfThings(unit, functions, grammar.tree)) {
      note?.('what it is done to is no party')
      return null
    }
    shareMutual(candidate, functions, grammar)
    const [first] = slots.agents
    // "The two sides discussed …"
    const two = unit.type === 'meeting' && first?.group.quantity?.min === 2 && first.group.classes.includes('group')
    if (unit.together && !two && slots.agents.filter((p) => !p.group.pronoun).length < 2) {
      note?.('nobody else takes part')
      return null
    }
  }
  leaveOutExcluded(unit, candidate, grammar)
  const closed = closedGate(unit, candidate, grammar)
  if (closed) {
    note?.(closed)
    return null
  }
  if (unit.give && sendsItself(candidate, functions, grammar)) {
    note?.('what moves by itself is given to nobody')
    return null
  }
  const things = unit.require?.objects
  if (things && slots.objects.length > 1 && (unit.give || areOfSorts(slots.objects, things, grammar.tree))) {
    slots.objects = slots.objects.filter((p) => hasClass(p.group, things, grammar.tree))
    candidate.given = slots.objects.map((p) => p.group)
  } else if (listed.length > 0) {
    slots.objects = slots.objects.filter((p) => listed.includes(p.group))
    candidate.given = listed
  }
  // A noun read by its verb's units is an event only where it says whom or what it was done to, or who did it together.
  const mutual = unit.mutual || grammar.mutual.has(unit.type)
  const told = slots.counterparts.length + slots.objects.length + (mutual ? slots.agents.length : 0)
  if (unit.derived && told === 0) {
    note?.('its noun does not say to whom or what it was done, or who did it together')
    return null
  }
  if (onlyDescribes(candidate, grammar)) {
    note?.('it only describes a noun, and names no party')
    return null
  }
  if (slots.agents.length > 0 && slots.agents.every((p) => p.group.anybody)) {
    note?.('whoever it may be is nobody')
    return null
  }
  if (
    candidate.type === 'responsibility-claim' &&
    slots.objects.some((p) => isOwnLoss(p.group) && !candidate.fixed?.includes(p.group))
  ) {
    note?.('it tells of its own dead')
    return null
  }
  for (const [slot, key] of Object.entries(unit.counts ?? {})) {
    const groups = candidate.slots[slot as Slot].map((p) => p.group)
    const quantity = key && total(groups, key, grammar.tree)
    if (quantity && key) candidate.counts[key] = quantity
    const hurt = key === 'killed' && total(woundedBeside(groups), 'injured', grammar.tree)
    if (hurt) candidate.counts.injured = hurt
  }
  countThings(candidate, grammar.tree)
  countTogether(candidate, grammar)
  if (candidate.type === 'attack' && !candidate.counts.attacks) {
    const stated =
      predicate.quantity ?? (predicate.pos === 'noun' ? nounGroupOf(predicate, sentence)[0]?.quantity : undefined)
    if (stated && (stated.min ?? 0) > 1) candidate.counts.attacks = stated
  }
  if (unit.derive?.counterparts && slots.counterparts.length === 0) {
    for (const p of slots.objects) for (const of of affiliation(p.group)) addParty(slots.counterparts, of)
  }
  fillDoers(candidate, functions, grammar)
  fillDoersOfNoun(candidate, grammar)
  fillHelped(candidate, grammar)
  fillGivers(candidate, grammar)
  fillTargets(candidate, functions, grammar)
  nameThose(candidate, functions, grammar)
  fillOwners(candidate, functions, grammar)
  fillInstruments(candidate, functions, grammar)
  return candidate
}

/** "sent helicopters after the raiders": what flies or sails where nobody gets it goes there itself. */
const sendsItself = ({ predicate: p, slots }: Candidate, f: Functions, { tree, prepositions }: FrameGrammar): boolean =>
  p.pos === 'verb' &&
  !p.passive &&
  slots.counterparts.length === 0 &&
  slots.objects.length > 0 &&
  slots.objects.every(({ group }) => hasClass(group, ['aircraft', 'ship'], tree)) &&
  behindAny(f, prepositions.goal).length === 0

/** "fighters stationed at the dam", "trucks loaded with shells": how things are, where the words say of nobody that he did it. */
function onlyDescribes({ predicate, slots, type }: Candidate, { oneWay }: FrameGrammar): boolean {
  const described = predicate.form === 'participle' && predicate.governor?.as === 'relative'
  // "rebels backed by the coalition": whom somebody backs is said of him as his name is, and is no news.
  if (described && type === 'support' && predicate.passive && slots.objects.length === 0) return true
  // «المليشيا التي تدعمها إيران», "the militia that Iran backs"
  const backs = predicate.governor?.as === 'relative' && predicate.form === 'finite' && predicate.tense === 'present'
  const before = slots.counterparts.length > 0 && slots.counterparts.every((p) => p.group.end <= predicate.span.start)
  if (backs && before && type === 'support' && slots.objects.length === 0) return true
  if (!described || slots.agents.length > 0) return false
  // "expects those freed to fight again": of whom it was told before.
  if (type === 'prisoner-release' && slots.objects.every((p) => p.group.pronoun)) return true
  return type === 'deployment' || (oneWay.has(type) && type !== 'prisoner-release' && slots.counterparts.length === 0)
}

/** "sent an instructor to the valley", "served in the guard in Aden": help and membership are of parties, never of a place. */
function standsAtPlace(
  unit: Unit,
  f: string,
  slot: string,
  g: NounGroup,
  grammar: FrameGrammar,
  functions: Functions,
): boolean {
  const { tree, oneWay } = grammar
  // "struck a launch site at Ostby": what was hit stands before, and the name behind "at" says where.
  const at = slot === 'counterparts' && unit.slots.get('O') === slot && grammar.prepositions.place.has(f)
  if (at && functions.O.length > 0 && g.mention !== undefined && hasClass(g, ['place'], tree)) return true
  const isPlace = hasClass(g, ['place'], tree) && !hasClass(g, ['person', 'group', 'name', 'vehicle'], tree)
  // "trained snipers in Ostby": nor is it what is taught.
  if (
    slot === 'objects' &&
    oneWay.has(unit.type) &&
    grammar.prepositions.place.has(f) &&
    !unit.require?.objects &&
    unit.fixed.size === 0
  )
    return isPlace
  if (/^(?:[SOGX]|O2)(?:\.|$)/u.test(f) || (slot !== 'agents' && slot !== 'counterparts')) return false
  const wanted = unit.require?.[slot]
  // «انفجرت العبوة بعربة في المديرية»: where things are asked for, a place is where it was.
  if (wanted && isPlace && !hasClass(g, wanted, tree) && !g.state) return true
  if (!oneWay.has(unit.type) && unit.type !== 'membership') return false
  if (wanted?.some((c) => tree.get(c)?.has('place'))) return false
  // "received drones from Iran", "drones came from Iran": where the subject gets or comes, a state behind "from" gives.
  if (g.state && slot === 'agents' && unit.slots.get('S') !== 'agents') return false
  return isPlace
}

/** "asked for mortars and training": things of several sorts, each an event of its own. */
const areOfSorts = (objects: readonly Party[], things: readonly string[], tree: ClassTree) =>
  objects.some((p) => !hasClass(p.group, things, tree) && hasClass(p.group, SORTS, tree))
const SORTS = ['training', 'money', 'information', 'support', 'weapon']

/** "received training, funds and rifles": whether an idiom's word stands in a list beside things of another sort. */
const isOfSorts = (groups: readonly NounGroup[], named: readonly NounGroup[], tree: ClassTree) =>
  named.length > 0 && groups.some((g) => g.members?.some((m) => !named.includes(m) && hasClass(m, SORTS, tree)))

const isMeans = (g: NounGroup, tree: ClassTree) => g.mention === undefined && hasClass(g, ['weapon'], tree)

/** What the unit asks of its neighbours beside roles: adjectives, prepositions, governors, governed predicates. */
function fitsSurroundings(unit: Unit, predicate: Predicate, functions: Functions, sentence: Sentence): boolean {
  const behind = (words: readonly string[]) => words.some((p) => take(functions, p).length > 0)
  if ((unit.needs && !behind(unit.needs)) || (unit.also && !behind(unit.also))) return false
  if (unit.under) {
    const up = predicate.governor && sentence.predicates[predicate.governor.predicate]
    if (!up || !unit.under.includes(up.lemma)) return false
  }
  if (unit.notUnder && standsUnder(unit.notUnder, predicate, sentence)) return false
  if (unit.over && !aimOf(unit, predicate, sentence)) return false
  return fitsModifiers(unit, predicate, functions, sentence)
}

/** What describes the event noun, or those that the idiom names («عمليات إغاثة»): one must be among some, none among others. */
function fitsModifiers(unit: Unit, predicate: Predicate, functions: Functions, sentence: Sentence): boolean {
  const { modified, notModified } = unit
  if (!modified && !notModified) return true
  const own =
    unit.fixed.size > 0 ? [...unit.fixed.keys()].flatMap((f) => take(functions, f)) : nounGroupOf(predicate, sentence)
  const carries = (words: readonly string[]) =>
    own.some((g) =>
      [...g.modifiers, ...g.lemma.split(' ').slice(0, -1), g.of?.lemma ?? ''].some((m) => words.includes(m)),
    )
  return !(modified && !carries(modified)) && !(notModified && carries(notModified))
}

/** How many governors above a predicate are asked. */
const ABOVE = 3
/** "a sentence of execution", «قضت بإعدام …»: whether an act hangs on one of the words, or is its genitive. */
function standsUnder(lemmas: readonly string[], predicate: Predicate, { predicates, groups }: Sentence): boolean {
  let at = predicate.governor && predicates[predicate.governor.predicate]
  for (let n = 0; at && n < ABOVE; n++) {
    if (lemmas.includes(at.lemma)) return true
    at = at.governor && predicates[at.governor.predicate]
  }
  return groups.some((g) => lemmas.includes(g.lemma) && g.of?.head.start === predicate.span.start)
}

/** The noun groups whose head is the event noun itself, within others too («تنفيذ عمليات انتحارية»). */
function nounGroupOf({ span }: Predicate, { groups }: Sentence): NounGroup[] {
  const within = (g: NounGroup): NounGroup[] =>
    g.start > span.start || g.end < span.end
      ? []
      : [g, ...(g.members ?? []), ...(g.of ? [g.of] : [])].flatMap((x) => (x === g ? [g] : within(x)))
  return groups.flatMap(within).filter((g) => g.head.start >= span.start && g.head.end <= span.end)
}

/** Of a mutual type every party acts: "A met B", "A and B met", "talks between A and B". */
function shareMutual(candidate: Candidate, f: Functions, grammar: FrameGrammar): void {
  const { slots } = candidate
  const phrases = (kind: 'company' | 'between') => behindAny(f, grammar.prepositions[kind])
  // "elders brokered a truce between the two": those between whom it runs are its parties, and nobody else.
  const sides = phrases('between').filter((g) => isTwo(g, grammar.tree))
  const named = [...slots.agents, ...slots.counterparts].map((p) => p.group)
  const broker = sides.length > 0 && !named.some((g) => g.quantity?.min === 2 || isTwo(g, grammar.tree))
  const parties = broker ? sides : [...named, ...phrases('company'), ...phrases('between')]
  slots.agents = []
  slots.counterparts = []
  const acts = (g: NounGroup) =>
    !g.mutual && (hasClass(g, ['person', 'group'], grammar.tree) || g.pronoun !== undefined)
  for (const g of parties) if (acts(g)) for (const side of sidesOf(g)) addParty(slots.agents, side)
  // "The channel met the general": an interview has one party and nobody to meet.
  const press = candidate.type === 'meeting' && f.S.some((g) => hasClass(g, ['outlet'], grammar.tree))
  if (press && slots.agents.length < 2) slots.agents = []
}
