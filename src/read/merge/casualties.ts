import type { Mention, Slot } from '../../model/index.js'
import type { NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { addParty } from '../frames/match.js'
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
  for (const [i, casualty] of violent.entries()) {
    if (casualty.dropped) continue
    const twin = violent.find((h) => h !== casualty && !h.dropped && hurtsWith(h, casualty))
    if (twin) absorb(twin, casualty)
    if (twin || !countsVictims(casualty)) continue
    const host = violent
      .slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS)
      .filter((h) => h !== casualty && !h.dropped && mayHost(h, casualty, mentions))
      .sort((a, b) => distance(a, casualty) - distance(b, casualty) || a.predicate.index - b.predicate.index)[0]
    if (host) absorb(host, casualty)
  }
}

/** "killed an officer and wounded two of his guards": two verbs that say what one act did to whom. */
const hurtsWith = (h: Candidate, c: Candidate) =>
  h.toll === true &&
  c.toll === true &&
  c.sentence === h.sentence &&
  c.status === h.status &&
  c.predicate.governor?.as === 'conjunct' &&
  c.predicate.governor.predicate === h.predicate.index &&
  !apart(h, c)

/** Whether it counts victims, or only says, with no doer, that there were some («ما أدى إلى سقوط قتلى»). */
const countsVictims = (c: Candidate) => HARM.some((k) => c.counts[k] !== undefined) || isOutcome(c)
const isOutcome = ({ toll, predicate, slots }: Candidate) =>
  toll === true && predicate.governor?.as === 'adverbial' && predicate.pos === 'noun' && slots.agents.length === 0
const distance = (h: Candidate, c: Candidate) =>
  Math.abs(c.sentence.index - h.sentence.index) * 1000 + Math.abs(c.predicate.span.start - h.predicate.span.start)

function mayHost(h: Candidate, c: Candidate, mentions: readonly Mention[]): boolean {
  if (h.status !== c.status || originOf(h) !== originOf(c)) return false
  const agents = (x: Candidate) => x.slots.agents.map((p) => identity(mentions, p.group))
  const own = agents(c)
  if (own.length > 0 && !own.some((a) => agents(h).includes(a))) return false
  if (c.sentence === h.sentence) return !(countsVictims(h) && own.length > 0) && !apart(h, c)
  const behind = c.sentence.index - h.sentence.index
  const known = HARM.some((k) => c.counts[k] !== undefined && h.counts[k] !== undefined)
  return behind > 0 && behind <= REACH && own.length === 0 && c.slots.places.length === 0 && c.time === null && !known
}

/** Two different days, or places that share nothing: two events of one sentence. */
function apart(a: Candidate, b: Candidate): boolean {
  if (a.time && b.time && a.time !== b.time && a.time.from !== b.time.from) return true
  const places = (c: Candidate) => c.slots.places.map((p) => p.group.start)
  const [x, y] = [places(a), places(b)]
  return x.length > 0 && y.length > 0 && !x.some((p) => y.includes(p))
}

const originOf = (c: Candidate) => c.chain.map((h) => h.entity ?? h.name).join('\u0000')

function absorb(host: Candidate, casualty: Candidate): void {
  for (const slot of ['agents', 'counterparts', 'instruments', 'places'] as Slot[]) {
    for (const p of casualty.slots[slot])
      if (slot === 'counterparts' || host.slots[slot].length === 0)
        addParty(host.slots[sideOf(host, slot, p.group)], p.group)
  }
  for (const key of HARM) {
    const [a, b] = [host.counts[key], casualty.counts[key]]
    if (!b) continue
    // Stated numbers of one kind are added up, as long as they count different people.
    host.counts[key] = a && a.start !== b.start ? { ...a, min: plus(a.min, b.min), max: plus(a.max, b.max) } : b
  }
  host.time ??= casualty.time
  host.mode ??= casualty.mode
  host.support.push({ ...casualty.predicate.clause, for: 'casualties' }, ...casualty.support)
  casualty.dropped = 'counts the victims of an attack told beside it'
}

/** "eight militants were killed in clashes with the army": where a clash names one side, its dead are the other. */
function sideOf({ type, slots }: Candidate, slot: Slot, victims: NounGroup): Slot {
  const fought = victims.classes.some((c) => FIGHTERS.has(c))
  return slot === 'counterparts' && type === 'armed-clash' && slots.agents.length === 1 && fought ? 'agents' : slot
}
const FIGHTERS = new Set(['fighter', 'soldier'])

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)
