import type { Mention, Slot } from '../../model/index.js'
import type { NounGroup, Predicate } from '../analysis.js'
import { type Candidate, candidatesBySentence } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { isPlural } from '../names/actors.js'
import { identity } from './filler.js'

const VIOLENT = new Set(['attack', 'armed-clash', 'assassination'])
const HARM = ['killed', 'injured', 'missing', 'casualties'] as const
/** How many violent events before and after are looked at. */
const NEIGHBOURS = 24
/** How many sentences behind an attack its dead and wounded may be counted. */
const REACH = 2

/**
 * The dead and wounded belong to the attack that made them: a clause that only counts victims ("five soldiers were killed
 * in an attack that …", "17 others were wounded, he said") becomes part of the attack told beside it, not an event of
 * its own.
 */
export function absorbCasualties(candidates: readonly Candidate[], mentions: readonly Mention[]): void {
  const violent = candidates.filter((c) => VIOLENT.has(c.type) && !c.dropped)
  for (const c of violent) if (tellsOfNone(c)) c.dropped = 'says of nobody that he was hurt'
  const bySentence = candidatesBySentence(violent)
  const beside = (c: Candidate) => bySentence.get(c.sentence.index) ?? []
  for (const death of violent)
    for (const act of beside(death))
      if (!death.dropped && !act.dropped && isDoneIn(death, act, mentions)) tellAct(death, act)
  for (const casualty of violent) {
    const twin = beside(casualty).find((h) => h !== casualty && !h.dropped && hurtsWith(h, casualty))
    if (!twin || casualty.dropped) continue
    absorb(twin, casualty)
    if (isOutcomeOf(casualty, twin)) for (const { group } of casualty.slots.places) addParty(twin.slots.places, group)
  }
  for (const [i, casualty] of violent.entries()) {
    if (casualty.dropped || !countsVictims(casualty)) continue
    const host = violent
      .slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS)
      .filter((h) => h !== casualty && !h.dropped && mayHost(h, casualty, mentions))
      .sort((a, b) => farness(a, casualty) - farness(b, casualty) || a.predicate.index - b.predicate.index)[0]
    if (host) absorb(host, casualty)
    else if (casualty.aftermath && casualty.support.length === 0)
      casualty.dropped = 'nothing was told of which they are the victims'
  }
  for (const c of violent) if (!c.dropped && goesOffAlone(c)) c.dropped = 'no party is named or described'
}

/** "the explosion of a mine" that hurt nobody told of: only what went off is named. */
const goesOffAlone = ({ predicate: p, slots: { agents, counterparts, instruments }, counts }: Candidate): boolean =>
  agents.length + counterparts.length + Object.keys(counts).length === 0 &&
  instruments.some(({ group }) => p.functions.G.includes(group))

/** "was killed in a strike on a car", "the killing of a judge in a raid": the act named behind is the one that killed. */
function isDoneIn(death: Candidate, act: Candidate, mentions: readonly Mention[]): boolean {
  const { predicate: p } = death
  if (!death.toll || death === act || act.predicate.pos !== 'noun' || act.type !== 'attack') return false
  if (originOf(death) !== originOf(act) || NOT_DONE.has(act.status)) return false
  const within = [...p.functions.S, ...Object.values(p.functions.P).flat()].some(
    (g) => g.head.start <= act.predicate.span.start && act.predicate.span.end <= g.head.end,
  )
  const who = (x: Candidate) => x.slots.agents.map(({ group }) => identity(mentions, group))
  const [own, others] = [who(death), who(act)]
  return (
    within && (own.length === 0 || others.length === 0 || own.some((a) => others.includes(a))) && !apart(death, act)
  )
}
const NOT_DONE = new Set(['planned', 'predicted', 'negated', 'denied'])

/** Who did the act, with what, where, to what: told with its dead. */
function tellAct(death: Candidate, act: Candidate): void {
  // "was killed in an attack blamed on the clan": whose it was is somebody's charge.
  const charged = death.status === 'asserted' && death.slots.agents.length === 0 && act.slots.agents.length > 0
  if (charged && act.status === 'alleged') death.status = act.status
  for (const slot of ['agents', 'instruments'] as Slot[])
    for (const { group } of death.slots[slot].length === 0 ? act.slots[slot] : []) addParty(death.slots[slot], group)
  for (const { group } of act.slots.places) addParty(death.slots.places, group)
  if (death.type === 'attack') for (const { group } of act.slots.counterparts) addParty(death.slots.counterparts, group)
  death.time ??= act.time
  death.mode = act.mode ?? death.mode
  death.support.push({ ...act.predicate.clause, for: 'casualties' }, ...act.support)
  act.dropped = 'the act by which those told of beside it were killed'
}

/** Whether two tell of one act: to whom it was done, how it came, what it brought about. */
const hurtsWith = (h: Candidate, c: Candidate) =>
  hurtsBoth(h, c) || isDoneBy(c, h) || isOutcomeOf(c, h) || (isDeathIn(c, h) && !isOtherSide(h, c))

/** "killed an officer and wounded two of his guards": two verbs that say what one act did to whom. */
const hurtsBoth = (h: Candidate, c: Candidate) =>
  h.toll !== undefined &&
  c.toll !== undefined &&
  c.status === h.status &&
  hangsOnOne(h.predicate, c.predicate) &&
  !apart(h, c)

/** «سقطت قذائف على المخيم فقتلت امرأة»: with nobody else to do it, who was hurt behind an attack was hurt by it. */
function isDoneBy(c: Candidate, h: Candidate): boolean {
  const { governor } = c.predicate
  if (c.toll === undefined || h.type !== 'attack' || c.type !== 'attack') return false
  if (governor?.as !== 'conjunct' || governor.predicate !== h.predicate.index || c.predicate.pos !== 'verb')
    return false
  const { agents, instruments } = c.slots
  if (agents.length + instruments.length > 0 || h.slots.counterparts.length === 0) return false
  // What is said of when both were is said once; another time is that of another deed.
  if (c.time && c.time.from !== h.time?.from) return false
  return c.status === h.status && originOf(c) === originOf(h) && !apart(h, c)
}

/** "A child died when her school was shelled": the clause that hangs on a death tells how it came. */
const isDeathIn = (c: Candidate, { type, status, chain, predicate: { governor } }: Candidate) =>
  c.toll !== undefined &&
  c.slots.agents.length === 0 &&
  type === 'attack' &&
  status === c.status &&
  chain.length === c.chain.length &&
  governor?.as === 'adverbial' &&
  governor.predicate === c.predicate.index

/** "carried out strikes on posts in Sirwah, destroying a depot at the dam": what an act brought about, done by nobody else. */
function isOutcomeOf(c: Candidate, h: Candidate): boolean {
  const { form, governor } = c.predicate
  if (form !== 'gerund' || governor?.as !== 'adverbial' || c.status !== h.status || originOf(c) !== originOf(h))
    return false
  if (c.type !== 'attack' || h.type !== 'attack' || (c.time && h.time && c.time.from !== h.time.from)) return false
  const verb = h.predicate.governor?.as === 'light' ? h.predicate.governor.predicate : h.predicate.index
  const doer = c.predicate.functions.S[0]?.start
  // "shelled the hill after coming under fire": what the doer suffered is no outcome of what he did.
  if (c.slots.counterparts.some(({ group }) => group.start === doer)) return false
  return governor.predicate === verb && h.slots.agents.some(({ group }) => group.start === doer)
}

/** "killed … and wounded", "…, killing … and wounding". */
const hangsOnOne = ({ index, form, governor }: Predicate, c: Predicate) =>
  c.governor?.as === 'conjunct'
    ? c.governor.predicate === index
    : form === 'gerund' && c.form === 'gerund' && governor?.predicate === c.governor?.predicate && index < c.index

/** "without any casualties", «لم تتحدث الحركة عن سقوط قتلى»: a toll that there was not, or of which nobody speaks. */
function tellsOfNone({ toll, status, predicate, sentence, slots }: Candidate): boolean {
  if (!toll || slots.agents.length > 0) return false
  // "Nobody was killed", "no civilian was hurt"
  if (predicate.pos === 'verb') return status === 'negated' && predicate.passive && slots.counterparts.every(isNobody)
  const up = predicate.governor && sentence.predicates[predicate.governor.predicate]
  return status === 'negated' || (predicate.governor?.as === 'object' && up?.negated === true)
}

/** "nobody", "no civilian": what denies whoever suffers. */
const isNobody = ({ group }: { group: NounGroup }) => (group as { negative?: boolean }).negative === true

/** Whether it counts victims, or only says, with no doer, that there were some («ما أدى إلى سقوط قتلى»). */
const countsVictims = (c: Candidate) =>
  HARM.some((k) => c.counts[k] !== undefined) || c.aftermath === true || isOutcome(c)
const isOutcome = ({ toll, predicate, slots }: Candidate) =>
  toll !== undefined &&
  OUTCOMES.has(predicate.governor?.as ?? '') &&
  predicate.pos === 'noun' &&
  slots.agents.length === 0
const OUTCOMES = new Set(['adverbial', 'complement'])
const distance = (h: Candidate, c: Candidate) =>
  Math.abs(c.sentence.index - h.sentence.index) * 1000 + Math.abs(c.predicate.span.start - h.predicate.span.start)

/** Of those in another sentence, one that says who was hit is meant before one that does not. */
const farness = (h: Candidate, c: Candidate) =>
  distance(h, c) + (h.sentence !== c.sentence && h.slots.counterparts.length === 0 ? 500 : 0)

/** «…، بحسب شهود. وأسفر الهجوم عن مقتل خمسة»: what is said with no source to have come of the attack told right before, whoever told it. */
function cameOfIt(h: Candidate, c: Candidate): boolean {
  const { predicates } = c.sentence
  const above = ({ governor }: Predicate) => governor && predicates[governor.predicate]
  const behind = c.sentence.index - h.sentence.index === 1 && c.sentence.paragraph === h.sentence.paragraph
  if (!behind || c.chain.length > 0) return false
  let up = above(c.predicate)
  // «الهجوم عن مقتل …»: the deaths may hang on the act itself.
  for (let n = 0; up?.pos === 'noun' && n < 3; n++, up = above(up)) if (up.definite) return true
  const [act] = up?.functions.S ?? []
  return act?.definite === true && act.classes.includes('violence')
}

/** "Officials said that the clan had shelled the market." and in a paragraph of its own "Nine people were killed.": told by nobody else. */
const countsBehind = (h: Candidate, c: Candidate): boolean =>
  c.sentence.index - h.sentence.index === 1 &&
  c.sentence.paragraph - h.sentence.paragraph === 1 &&
  c.chain.length === 0 &&
  h.type === 'attack' &&
  !h.sentence.heading &&
  c.toll !== undefined &&
  c.predicate.passive

function mayHost(h: Candidate, c: Candidate, mentions: readonly Mention[]): boolean {
  if (h.status !== c.status || !(originOf(h) === originOf(c) || cameOfIt(h, c) || countsBehind(h, c))) return false
  const agents = (x: Candidate) => x.slots.agents.map((p) => identity(mentions, p.group))
  const own = agents(c)
  if (own.length > 0 && !own.some((a) => agents(h).includes(a))) return false
  if (areAttackers(h, c, mentions)) return false
  // "The attack left five dead and led the army to bomb a camp": they died in the attack told of before.
  if (c.sentence === h.sentence && isCausedElsewhere(c, h)) return false
  if (c.sentence === h.sentence) return !(countsVictims(h) && own.length > 0) && !apart(h, c) && !isOtherSide(h, c)
  const behind = c.sentence.index - h.sentence.index
  const known = HARM.some((k) => c.counts[k] !== undefined && h.counts[k] !== undefined)
  const unsaid = c.slots.agents.every((p) => p.inferred !== undefined)
  return behind > 0 && behind <= REACH && unsaid && c.slots.places.length === 0 && c.time === null && !known
}

/** «لقي ستة من عناصر الحركة مصرعهم أثناء التصدي لهجوم شنته الحركة»: the dead of whoever attacked are not those he attacked. */
const areAttackers = ({ type, slots }: Candidate, c: Candidate, mentions: readonly Mention[]): boolean => {
  const doers = new Set(
    slots.agents.filter((p) => p.group.mention !== undefined).map((p) => identity(mentions, p.group)),
  )
  const dead = c.slots.counterparts.map((p) => p.group)
  return type === 'attack' && dead.length > 0 && dead.every((g) => g.of && doers.has(identity(mentions, g.of)))
}

/** Whether a deed spoken of again is what killed them, and the other act stands behind. */
const isCausedElsewhere = ({ predicate: p }: Candidate, h: Candidate) =>
  h.predicate.span.start > p.span.start &&
  p.functions.S.some(
    (g) => g.definite && g.mention === undefined && g.classes.some((k) => k === 'violence' || k === 'event'),
  )

/** "Nine soldiers were killed, while the guards killed five gunmen": two verbs that count the same, one with its doer. */
const isOtherSide = (h: Candidate, c: Candidate) =>
  h.toll !== undefined &&
  h.predicate.pos === 'verb' &&
  c.predicate.pos === 'verb' &&
  h.slots.agents.length > 0 &&
  c.slots.agents.length === 0 &&
  HARM.some((k) => c.counts[k] !== undefined && h.counts[k] !== undefined)

/** Two different days, or places that share nothing: two events of one sentence. */
function apart(a: Candidate, b: Candidate): boolean {
  if (a.time && b.time && a.time !== b.time && a.time.from !== b.time.from) return true
  // «وفي الوادي، قُتل … وأصيب … في القرية»: where a place stands before both, all of it took place there.
  const opens = Math.min(a.predicate.span.start, b.predicate.span.start)
  const places = (c: Candidate) => c.slots.places.filter((p) => p.group.end > opens).map((p) => p.group.start)
  const [x, y] = [places(a), places(b)]
  return x.length > 0 && y.length > 0 && !x.some((p) => y.includes(p))
}

const originOf = (c: Candidate) => c.chain.map((h) => h.entity ?? h.name).join('\u0000')

function absorb(host: Candidate, casualty: Candidate): void {
  for (const slot of ['agents', 'counterparts', 'instruments', 'places'] as Slot[]) {
    for (const p of casualty.slots[slot]) {
      const side = sideOf(host, slot, p.group)
      // The dead of a clash are none of its sides.
      const nobody = host.type === 'armed-clash' && side === 'counterparts'
      if (!nobody && (slot === 'counterparts' || host.slots[slot].length === 0)) addParty(host.slots[side], p.group)
    }
  }
  for (const key of HARM) {
    const [a, b] = [host.counts[key], casualty.counts[key]]
    if (!b) continue
    // Stated numbers of one kind are added up, as long as they count different people.
    host.counts[key] = a && a.start !== b.start ? { ...a, min: plus(a.min, b.min), max: plus(a.max, b.max) } : b
  }
  countSingles(host, casualty)
  // «مقتل وإصابة خمسة»: one number told of the dead and the wounded counts neither by itself.
  const { killed, injured } = host.counts
  if (killed && killed.start === injured?.start) {
    host.counts.casualties = killed
    delete host.counts.killed
    delete host.counts.injured
  }
  host.time ??= casualty.time
  host.mode ??= casualty.mode
  host.support.push({ ...casualty.predicate.clause, for: 'casualties' }, ...casualty.support)
  casualty.dropped = 'counts the victims of an attack told beside it'
}

/** What an attack has taken up so far, itself first. */
const takenUp = new WeakMap<Candidate, readonly Candidate[]>()

/** "a woman was killed and four men were hurt": beside those who are counted, one person is one. */
function countSingles(host: Candidate, casualty: Candidate): void {
  const all = [...(takenUp.get(host) ?? [host]), ...(takenUp.get(casualty) ?? [casualty])]
  takenUp.set(host, all)
  if (!all.some((c) => HARM.some((k) => c.counts[k] !== undefined))) return
  for (const { toll, predicate } of all) {
    const { O, S } = predicate.functions
    const [first, second] = O.length > 0 ? O : predicate.pos === 'verb' ? S : []
    if (!toll || host.counts[toll] || !first?.single || first.quantity || second || first.members) continue
    host.counts[toll] = { start: first.head.start, end: first.head.end, min: 1, max: 1 }
  }
}

/** "eight militants were killed in clashes with the army": where a clash names one side, its dead are the other. */
function sideOf({ type, slots }: Candidate, slot: Slot, victims: NounGroup): Slot {
  const fought = victims.classes.some((c) => FIGHTERS.has(c))
  const [side, other] = slots.agents
  // «القتال بين المليشيات»: several bodies are both sides.
  const whole =
    side &&
    !other &&
    !(side.group.mention === undefined && side.group.classes.includes('group') && isPlural(side.group))
  return slot === 'counterparts' && type === 'armed-clash' && whole && fought ? 'agents' : slot
}
const FIGHTERS = new Set(['fighter', 'soldier'])

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
