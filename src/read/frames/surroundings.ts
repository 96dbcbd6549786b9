import type { Functions, NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { hasClass } from './classes.js'
import { isParty } from './gates.js'
import type { FrameGrammar } from './grammar.js'
import { addParty, behindAny, eventOf } from './slots.js'

/** Classes of what violence is done with. */
export const MEANS = ['weapon', 'vehicle', 'ship', 'aircraft']
/** Types whose event is done with weapons; elsewhere a weapon behind "with" is a thing given or held. */
const VIOLENT = new Set(['attack', 'armed-clash', 'assassination', 'kidnapping', 'threat', 'seizure'])

/** Fills the instruments of violence, which no frame need list: weapons behind prepositions of means. */
export function fillInstruments(candidate: Candidate, functions: Functions, grammar: FrameGrammar): void {
  if (!VIOLENT.has(candidate.type)) return
  const { means, source } = grammar.prepositions
  for (const [preposition, groups] of Object.entries(functions.P)) {
    // «إطلاق نار من أسلحة رشاشة»: fire comes from what it is fired with.
    if (!means.has(preposition) && !source.has(preposition)) continue
    const sorts = means.has(preposition) ? MEANS : ['weapon']
    for (const group of groups) {
      const taken = Object.values(candidate.slots).some((ps) => ps.some((p) => p.group.start === group.start))
      if (!taken && hasClass(group, sorts, grammar.tree)) addParty(candidate.slots.instruments, group)
    }
  }
}

/** Types whose event strikes or takes what belongs to somebody. */
const STRIKES = new Set(['attack', 'assassination', 'seizure'])
/** Characters between a thing and its owner behind a short preposition. */
const RIGHT_BEHIND = 3

/** «هاجموا تجمعات للحوثيين», «استولوا على نقطة للجيش»: some thing or people struck or taken, and the body right behind whose they are. */
function nameOwnersBehind({ type, slots }: Candidate, functions: Functions, grammar: FrameGrammar): void {
  if (!STRIKES.has(type)) return
  const behind = behindAny(functions, grammar.prepositions.goal)
  for (const slot of ['counterparts', 'objects'] as const)
    for (const party of slots[slot]) {
      const { group: g } = party
      if (g.definite || g.of || g.mention !== undefined || g.pronoun) continue
      const owner = behind.find(
        (o) => o.start > g.end && o.start - g.end <= RIGHT_BEHIND && hasClass(o, ['group'], grammar.tree) && !o.pronoun,
      )
      if (!owner) continue
      party.group = { ...g, of: owner, end: owner.end, ...(owner.mention !== undefined && { mention: owner.mention }) }
      for (const s of ['counterparts', 'objects'] as const) slots[s] = slots[s].filter((p) => p.group !== owner)
    }
}

/** Types of help that whoever protects gives himself ("were treated under the protection of the clan"). */
const TENDS = new Set(['training', 'support', 'safe-haven'])

/** «خضعوا لدورة على أيدي خبراء»: "by whom" names who acts, whatever the unit, where nobody else does. */
export function fillDoers({ slots, type }: Candidate, functions: Functions, grammar: FrameGrammar): void {
  if (slots.agents.length > 0) return
  const { agent, patron } = grammar.prepositions
  for (const preposition of TENDS.has(type) ? [...agent, ...patron] : agent)
    for (const group of functions.P[preposition] ?? [])
      if (
        hasClass(group, ['person', 'group'], grammar.tree) &&
        !slots.counterparts.some((p) => isOfThem(p.group, group))
      )
        addParty(slots.agents, group)
}

/** "In an attack by gunmen two of the gunmen were caught": those, or some of those. */
const isOfThem = (g: NounGroup, doer: NounGroup) =>
  g === doer || (g.of !== undefined && g.mention === undefined && g.of.lemma === doer.lemma)

/** "came under Ostbyan artillery fire": who acts in the noun that a violent idiom holds, where nobody else does. */
export function fillDoersOfNoun({ slots, type, fixed, sentence }: Candidate, { tree, mutual }: FrameGrammar): void {
  if (slots.agents.length > 0 || !VIOLENT.has(type) || mutual.has(type)) return
  for (const g of fixed ?? []) {
    const { S = [], X = [] } = eventOf(g, sentence.predicates)?.functions ?? {}
    for (const doer of [...S, ...X])
      if (isParty(doer, tree) && !slots.counterparts.some((p) => p.group === doer)) addParty(slots.agents, doer)
  }
}

/** "facilitated kidnappings by the Front", «سهّلت هجمات الجبهة»: whoever does the act that is made easier is helped. */
export function fillHelped({ slots, type, fixed, sentence }: Candidate, { tree }: FrameGrammar): void {
  if (type !== 'support' || slots.counterparts.length > 0) return
  for (const g of fixed ?? []) {
    // «عمليات الخطف التي تنفذها الجبهة»: of a series the deed itself.
    const deeds = [g, ...(g.members ?? [])]
      .flatMap((x) => [x, ...(x.of ? [x.of] : [])])
      .flatMap((x) => eventOf(x, sentence.predicates)?.functions ?? [])
    const doers = deeds
      .flatMap(({ S, X, G }) => [...S, ...X, ...G])
      .filter((x) => isParty(x, tree) && !slots.agents.some((a) => a.group === x))
    for (const doer of doers) addParty(slots.counterparts, doer, 'who does what is made easier')
  }
}

/** "plans to pass weapons from the militia to the clan": a party from whom things go gives them, where nobody else does. */
export function fillGivers({ slots }: Candidate, { tree }: FrameGrammar): void {
  if (slots.agents.length > 0) return
  for (const { group } of slots.origin)
    if (!group.state && (group.mention !== undefined || group.definite) && hasClass(group, ['group'], tree))
      addParty(slots.agents, group)
  slots.origin = slots.origin.filter((o) => !slots.agents.some((a) => a.group === o.group))
}

/**
 * Parties that stand in what is moved or taken: whose battalions are sent ("two battalions of the Guard"), whose trucks are
 * taken ("three trucks of the agency", "an army post"); and both sides of what runs between two.
 */
export function fillOwners(candidate: Candidate, functions: Functions, grammar: FrameGrammar): void {
  nameOwnersBehind(candidate, functions, grammar)
  const { slots } = candidate
  const party = (g: NounGroup) => hasClass(g, ['group'], grammar.tree) && g.mention !== undefined
  const ownersOf = (g: NounGroup | undefined): NounGroup[] => (!g ? [] : party(g) ? [g] : ownersOf(g.of))
  const owners = () => slots.objects.flatMap((p) => ownersOf(p.group.of))
  if (slots.agents.length === 0 && !grammar.mutual.has(candidate.type)) {
    const sides = behindAny(functions, grammar.prepositions.between).flatMap((g) => g.members ?? [])
    const acting = (g: NounGroup) => hasClass(g, ['group', 'person'], grammar.tree) && !g.classes.includes('victim')
    if (sides.length > 1 && sides.every(acting)) for (const g of sides) addParty(slots.agents, g)
  }
  if (candidate.type === 'deployment' && slots.agents.length === 0) {
    for (const g of owners()) addParty(slots.agents, g, 'whose they are')
    // "their reinforcements were rushed to the front"
    for (const { of } of slots.objects.map((p) => p.group))
      if (of?.pronoun?.person === 3 && of.referents?.some((r) => hasClass(r, ['group'], grammar.tree)))
        addParty(slots.agents, of, 'whose they are')
    // "the buildup of Houthi forces": forces that a party's name names are that party's.
    for (const { group: g } of slots.objects) if (party(g)) addParty(slots.agents, g, 'whose they are')
  }
  // "In return for two of the army's men, six of the clan's walked free": each side has its own people back.
  const sides = candidate.type === 'prisoner-exchange' && slots.agents.length === 0 ? owners() : []
  for (const g of new Set(sides.map((s) => s.mention)).size > 1 ? sides : [])
    addParty(slots.agents, g, 'whose they are')
  if (candidate.type === 'seizure' && slots.counterparts.length === 0)
    for (const g of owners()) addParty(slots.counterparts, g, 'whose it was')
}

/** Fills the target of violence behind "against", which marks it whatever the unit. */
export function fillTargets(candidate: Candidate, functions: Functions, grammar: FrameGrammar): void {
  const { slots } = candidate
  if (!VIOLENT.has(candidate.type) || grammar.mutual.has(candidate.type) || slots.counterparts.length > 0) return
  for (const preposition of grammar.prepositions.against) {
    for (const group of functions.P[preposition] ?? []) {
      if (!slots.agents.some((a) => a.group === group)) addParty(slots.counterparts, group)
    }
  }
}
