import { covers } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { type Candidate, candidatesBySentence } from '../candidate.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty } from '../frames/slots.js'
import { stepsUp } from '../governors.js'

/** Acts that an operation may be told to have been, or to have brought about. */
const BROUGHT = new Set(['arrest', 'seizure', 'kidnapping', 'prisoner-release', 'prisoner-exchange', 'deployment'])

/**
 * «عملية القبض على المتهم», «عملية أسفرت عن ضبط شحنة»: where an act behind the noun is said to have been done to the same people
 * or things, the noun tells of that act, and of no attack on them.
 */
export function dropOperations(candidates: readonly Candidate[], grammar: FrameGrammar): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.type !== 'attack' || c.slots.counterparts.length === 0) continue
    const beside = bySentence.get(c.sentence.index)!
    const deed = beside.find((d) => saysOnWhom(c, d))
    if (deed) c.dropped = 'it only says on whom the act told before it was'
    if (beside.some((d) => goesOnFromRaid(c, d))) c.dropped = 'the raid in which an arrest told beside it was made'
    if (c.dropped || c.predicate.pos !== 'noun') continue
    const act = beside.find((d) => BROUGHT.has(d.type) && isOn(d, c)) ?? beside.find((d) => isDoneIn(d, c, grammar))
    if (!act) continue
    c.dropped = 'the operation by which an act told beside it was done'
    for (const { group } of c.slots.places) addParty(act.slots.places, group)
  }
  for (const raid of candidates)
    if (raid.type === 'attack' && raid.predicate.pos === 'noun' && raid.slots.agents.length > 0)
      for (const act of bySentence.get(raid.sentence.index)!) if (isDoneBy(act, raid, grammar)) tellDoers(act, raid)
}

/** "In a raid by the Guard on a farm three men were seized": what is done in a raid by nobody else is done by who raids. */
const isDoneBy = (act: Candidate, raid: Candidate, grammar: FrameGrammar) =>
  !act.dropped &&
  IN_A_RAID.has(act.type) &&
  act.slots.agents.length === 0 &&
  act.predicate.passive &&
  !act.slots.counterparts.some(({ group }) => group.definite || isOneOf(group, raid)) &&
  isWithin(act, raid, grammar)

/** "two of the gunmen": some of those who raid. */
const isOneOf = ({ lemma, of }: NounGroup, { slots }: Candidate) =>
  slots.agents.some(({ group }) => group.lemma === lemma || group.lemma === of?.lemma)

function tellDoers(act: Candidate, raid: Candidate): void {
  for (const { group } of raid.slots.agents) addParty(act.slots.agents, group, 'who raided')
}

const DEEDS = new Set(['assassination', 'kidnapping', 'arrest'])

/** «اغتيالات تطال ضباطا»: a verb that describes a deed by those whom it is done to tells of no second one. */
const saysOnWhom = ({ predicate: p, slots }: Candidate, deed: Candidate) =>
  DEEDS.has(deed.type) &&
  p.pos === 'verb' &&
  p.governor?.as === 'relative' &&
  ([deed.predicate.index, deed.predicate.governor?.predicate].includes(p.governor.predicate) ||
    p.functions.S.some((g) => covers(g, deed.predicate.span))) &&
  slots.counterparts.every(({ group }) => deed.slots.counterparts.some((x) => x.group.start === group.start))

/** Acts that are done in a raid on some ground: the raid is how. */
const IN_A_RAID = new Set([...BROUGHT, 'assassination'])

/** "arrested three men during a raid on the village": ground that was raided suffers no attack of its own. */
function isDoneIn(act: Candidate, raid: Candidate, grammar: FrameGrammar): boolean {
  const { slots, counts, mode } = raid
  if (!IN_A_RAID.has(act.type) || Object.keys(counts).length > 0 || slots.counterparts.length === 0) return false
  if (mode !== undefined && mode !== 'armed-assault') return false
  return (
    slots.counterparts.every(({ group }) => group.classes.some((x) => GROUND.has(x))) && isWithin(act, raid, grammar)
  )
}

/** «داهمت القوات منزلا واعتقلت رجلين»: whoever goes on from raiding a house to making arrests there has attacked nobody else. */
const goesOnFromRaid = (raid: Candidate, { type, predicate: p }: Candidate): boolean =>
  type === 'arrest' &&
  raid.mode === 'armed-assault' &&
  raid.predicate.pos === 'verb' &&
  p.governor?.as === 'conjunct' &&
  p.governor.predicate === raid.predicate.index &&
  Object.keys(raid.counts).length === 0 &&
  raid.slots.counterparts.every(({ group }) => group.classes.includes('building'))

/** Whether an act is told to have been done in or during another. */
function isWithin(act: Candidate, { predicate, sentence }: Candidate, grammar: FrameGrammar): boolean {
  const { place, course } = grammar.prepositions
  // "men suspected of belonging to the band during a raid": what describes those acted on holds it too.
  const holders = sentence.predicates.filter((p) => p === act.predicate || hangsOn(p, act.predicate, sentence))
  const within = holders.flatMap((p) => [...place, ...course].flatMap((by) => p.functions.P[by] ?? []))
  return within.some((g) => g.head.start === predicate.span.start)
}

/** Whether a predicate describes something behind an act, and is nobody's word. */
function hangsOn(p: Predicate, act: Predicate, sentence: Sentence): boolean {
  for (const { as, up } of stepsUp(p, sentence)) {
    if (as === 'content') return false
    if (up === act) return true
    if (up.span.start <= act.span.start) return false
  }
  return false
}

const GROUND = new Set(['place', 'area', 'building'])

function isOn(act: Candidate, { predicate, slots }: Candidate): boolean {
  if (act.predicate.span.start < predicate.span.end) return false
  const onto = new Set([...act.slots.counterparts, ...act.slots.objects].map((p) => p.group.start))
  return slots.counterparts.every(({ group }) => onto.has(group.start) && act.predicate.span.end <= group.start)
}
