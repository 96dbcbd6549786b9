import type { Mention } from '../../model/index.js'
import type { Analysis, NounGroup } from '../analysis.js'
import {
  type BySentence,
  type Candidate,
  candidatesBySentence,
  candidatesNear,
  type Party,
  toldBefore,
} from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty } from '../frames/slots.js'
import { MEANS } from '../frames/surroundings.js'
import { identity, mentionOf } from './filler.js'

const SIDES = ['agents', 'counterparts'] as const
type Side = (typeof SIDES)[number]
const OTHER = { agents: 'counterparts', counterparts: 'agents' } as const

const VIOLENT = new Set(['attack', 'assassination', 'kidnapping', 'threat'])

/** How many sentences before an event hold the one whose parties it may share. */
const REACH = 3

/**
 * Who stands on a side that the clause leaves empty, where another event says so: the same event told before ("They were
 * set free there"), and, of help, whoever acts in the other event of its sentence ("met the clan and dispatched a trainer").
 * Nobody is made the author of violence this way.
 */
export function supplyMissing(analysis: Analysis, candidates: readonly Candidate[], grammar: FrameGrammar): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.dropped || grammar.mutual.has(c.type) || c.type === 'territory-handover' || c.sentence.heading) continue
    if (c.status === 'denied') takeUpDenied(c, bySentence, analysis.mentions)
    for (const side of SIDES) {
      if (c.slots[side].length > 0) continue
      const found = repeated(c, side, bySentence, grammar) ?? besides(c, side, bySentence, grammar)
      if (!found) continue
      for (const group of found.groups)
        if (isOpen(group, c, side, analysis, grammar)) addParty(c.slots[side], group, found.how)
    }
  }
}

/** How many sentences before a denial hold what it denies. */
const DENIED = 12

/**
 * "accuses Ostby of arming the clan. … Ostby denies supplying it": where one denies the sort of event that was told of him,
 * of somebody meant by a pronoun or of nobody named, it is that event.
 */
function takeUpDenied(c: Candidate, bySentence: BySentence, mentions: readonly Mention[]): void {
  const { agents, counterparts, objects } = c.slots
  const meant = counterparts.every((p) => p.group.pronoun !== undefined)
  if (!meant || c.slots.places.length > 1) return
  const who = (ps: readonly Party[]) => ps.map((p) => identity(mentions, p.group))
  const same = (o: Candidate) =>
    agents.length > 0
      ? who(o.slots.agents).some((x) => who(agents).includes(x))
      : objects.some((p) => p.group.definite && o.slots.objects.some((q) => q.group.lemma === p.group.lemma))
  const told = toldBefore(bySentence, c, DENIED).findLast(
    (o) => !o.dropped && o.type === c.type && o.status !== 'denied' && o.slots.counterparts.length > 0 && same(o),
  )
  if (!told) return
  c.slots.counterparts = []
  for (const p of told.slots.counterparts) addParty(c.slots.counterparts, p.group, 'the event denied')
  if (agents.length === 0) for (const p of told.slots.agents) addParty(agents, p.group, 'the event denied')
}

interface Found {
  groups: NounGroup[]
  how: string
}

/** The newest event of the type before it, if this one repeats it or only points at what was named there. */
function repeated(c: Candidate, side: Side, bySentence: BySentence, grammar: FrameGrammar): Found | undefined {
  const { pos, definite } = c.predicate
  const pointing =
    [...c.slots.objects, ...c.slots.counterparts].some((p) => p.group.pronoun !== undefined) ||
    (!VIOLENT.has(c.type) && takesUp(c, bySentence))
  const repeats = (pos === 'noun' && definite) || pointing || (side === 'counterparts' && isHelp(c, grammar))
  // Who did an act of violence is said or it is not; only whoever denies it is known to be charged with it.
  const again = side === 'agents' && VIOLENT.has(c.type) && isDeedAgain(c, grammar)
  if (!again && (!repeats || (side === 'agents' && VIOLENT.has(c.type) && c.status !== 'denied'))) return undefined
  const told = toldBefore(bySentence, c, REACH).findLast(
    (o) => !o.dropped && (o.type === c.type || (again && VIOLENT.has(o.type))) && o.slots[side].length > 0,
  )
  return told && { groups: told.slots[side].map((p) => p.group), how: 'the event told before' }
}

/** "The raid killed nine": a deed spoken of again, which has no genitive of its own, did it. */
const isDeedAgain = ({ predicate: { pos, passive, functions } }: Candidate, { frames }: FrameGrammar) =>
  pos === 'verb' &&
  !passive &&
  functions.S.some(
    (g) =>
      g.definite &&
      !g.of &&
      g.mention === undefined &&
      g.modifiers.length === 0 &&
      frames.get(`${g.lemma}/noun`)?.some((u) => u.type === 'attack') === true,
  )

/** "sold them four drones. … Two of the drones were delivered": the things themselves, spoken of again. */
function takesUp(c: Candidate, bySentence: BySentence): boolean {
  if (!c.predicate.passive) return false
  const again = c.slots.objects.flatMap(({ group: g }) =>
    g.definite ? [g] : g.of?.definite && (g.of.mention === undefined || isMeans(g.of)) ? [g.of] : [],
  )
  const told = toldBefore(bySentence, c, REACH).filter((o) => o.type === c.type)
  return again.some((g) => told.some((o) => o.slots.objects.some((p) => p.group.lemma === g.lemma)))
}

const isMeans = (g: NounGroup) => g.classes.some((k) => MEANS.includes(k))

/** Whoever acts in the other event of the sentence is the one helped. */
function besides(c: Candidate, side: Side, bySentence: BySentence, grammar: FrameGrammar): Found | undefined {
  if (side !== 'counterparts' || !isHelp(c, grammar) || c.slots.agents.length === 0) return undefined
  const other = candidatesNear(bySentence, c.sentence).find(
    (o) => o !== c && !o.dropped && o.slots.agents.length > 0 && hangsTogether(c, o),
  )
  return other && { groups: other.slots.agents.map((p) => p.group), how: 'whoever acts beside it' }
}

const hangsTogether = (a: Candidate, b: Candidate) =>
  b.type !== 'membership' &&
  !(b.predicate.governor?.as === 'relative' && VIOLENT.has(b.type)) &&
  (a.predicate.governor?.predicate === b.predicate.index || b.predicate.governor?.predicate === a.predicate.index)

/** Help goes to somebody; positions may merely be left. */
const isHelp = (c: Candidate, grammar: FrameGrammar) => grammar.oneWay.has(c.type)

/** Whether a group can stand there: an armed or organized side, not the other side of the event, none of what is moved. */
function isOpen(group: NounGroup, c: Candidate, side: Side, { mentions }: Analysis, { tree }: FrameGrammar): boolean {
  const named = group.referents?.[0] ?? group
  const isSide = mentionOf(mentions, named)?.kind === 'actor' || hasClass(named, ['group', 'fighter', 'person'], tree)
  if (!isSide || hasClass(named, ['source', 'outlet', 'document'], tree)) return false
  const key = identity(mentions, named)
  const taken = [...c.slots[OTHER[side]], ...c.slots.objects].some((p) => identity(mentions, p.group) === key)
  return !taken && c.chain.at(-1)?.start !== named.start
}
