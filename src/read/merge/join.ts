import { type Hop, type Mention, madeOnce, type Slot } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Candidate } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { identity } from './filler.js'

/** How many claims of a type a repeat is looked for among; a repeat stands near what it repeats. */
const MEMORY = 60

const PARTY_SLOTS: Slot[] = ['agents', 'counterparts', 'objects']

/**
 * Joins candidates that tell one event under one origin. The fullest telling stays; the others become its support and
 * lend it the slots it lacks. The article decides: an indefinite event noun or a finite verb with other numbers, days
 * or places is a new event, a definite noun a repeat.
 */
export function join(candidates: readonly Candidate[], mentions: readonly Mention[]): Candidate[] {
  const kept: Candidate[] = []
  const byType = new Map<string, Candidate[]>()
  const parties = new Parties(mentions)
  for (const candidate of withoutHeadlines(candidates, parties)) {
    const peers = byType.get(candidate.type) ?? []
    byType.set(candidate.type, peers)
    const twin = peers.find((k) => sameEvent(k, candidate, parties))
    if (twin) {
      absorb(twin, candidate)
      parties.forget(twin)
      continue
    }
    peers.push(candidate)
    if (peers.length > MEMORY) peers.shift()
    kept.push(candidate)
  }
  return kept
}

/** What tells a candidate's parties apart, made out once: each candidate is compared with many. */
class Parties {
  private readonly known = new Map<Candidate, Partial<Record<Slot, readonly string[]>>>()

  constructor(private readonly mentions: readonly Mention[]) {}

  /** The identities of what fills a slot. */
  in(c: Candidate, slot: Slot): readonly string[] {
    let of = this.known.get(c)
    if (!of) {
      of = {}
      this.known.set(c, of)
    }
    of[slot] ??= c.slots[slot].map((p) => identity(this.mentions, p.group))
    return of[slot]
  }

  /** To be told where a candidate's slots were filled anew. */
  forget(c: Candidate): void {
    this.known.delete(c)
  }
}

/** A headline says again what the text near it says with its source: it yields to the body and supports it. */
function withoutHeadlines(candidates: readonly Candidate[], parties: Parties): Candidate[] {
  const bodies = new Map<string, Candidate[]>()
  for (const c of candidates.filter((b) => !b.sentence.heading)) {
    const alike = bodies.get(c.type)
    if (alike) alike.push(c)
    else bodies.set(c.type, [c])
  }
  return candidates.filter((c) => {
    if (!c.sentence.heading) return true
    const alike = bodies.get(c.type) ?? []
    const at = alike.findIndex((b) => b.predicate.span.start > c.predicate.span.start)
    const near = alike.slice(
      Math.max(0, at < 0 ? alike.length - MEMORY : at - MEMORY),
      at < 0 ? undefined : at + MEMORY,
    )
    const body = near.find(
      (b) =>
        (sharesParty(b, c, parties) || saysShort(c, b, parties) || countsAlike(c, b, parties)) && !contradicts(b, c),
    )
    if (!body) return true
    body.support.push({ ...c.predicate.clause, for: 'heading' })
    c.dropped = 'a headline of what the text tells'
    return false
  })
}

const sharesParty = (a: Candidate, b: Candidate, parties: Parties) => {
  const shared = shareSlots(a, b, parties)
  return shared.includes('same') && !shared.includes('different')
}

/** "Nineteen killed in Ostby" above "killing at least 19 guards": the same number of the same, whatever they are called. */
const countsAlike = (head: Candidate, body: Candidate, parties: Parties) =>
  Object.entries(head.counts).some(([k, v]) => {
    const told = body.counts[k as keyof typeof body.counts]
    return v !== undefined && v.min !== null && v.min >= TELLING && told?.min === v.min
  }) && overlap(parties.in(head, 'agents'), parties.in(body, 'agents')) !== 'different'
/** A number from which on it shows that the same is told. */
const TELLING = 3

const shareSlots = (a: Candidate, b: Candidate, parties: Parties) =>
  PARTY_SLOTS.map((s) => overlap(parties.in(a, s), parties.in(b, s)))

/** "Joint force retakes base" above "the Joint Force of the Movements announced …": parties without a name there are called by the same nouns. */
function saysShort(head: Candidate, body: Candidate, parties: Parties): boolean {
  const nouns = (c: Candidate, s: Slot) => c.slots[s].map(({ group: g }) => (g.referents?.[0] ?? g).lemma)
  const told = PARTY_SLOTS.map((s) =>
    overlap(nouns(head, s), nouns(body, s)) === 'same' ? 'same' : overlap(parties.in(head, s), parties.in(body, s)),
  )
  return told.includes('same') && !told.includes('different')
}

function sameEvent(a: Candidate, b: Candidate, parties: Parties): boolean {
  if (a.type !== b.type || !sameOrigin(a, b)) return false
  // Two items of one deal are two terms, though they be alike.
  if (a.sentence !== b.sentence && isTerm(a) && isTerm(b)) return false
  if (a.status !== b.status && !sameStand(a, b)) return false
  if (isNews(b) && a.sentence.paragraph !== b.sentence.paragraph && b.time && !a.time) return false
  if (contradicts(a, b) || (elsewhere(a, b, parties) && !repeats(b))) return false
  const shared = shareSlots(a, b, parties)
  if (shared.includes('different')) return false
  const near = b.sentence.index - a.sentence.index <= 1
  if (shared.includes('same')) return repeats(b) || a.sentence.heading || near || sharesDetail(a, b)
  return near && repeats(b)
}

/** «في مطلع مارس كان هناك اتفاق …»: an indefinite noun, in a paragraph and at a time of its own, is told for the first time. */
const isNews = ({ predicate: p }: Candidate) => p.pos === 'noun' && !p.definite

const isTerm = (c: Candidate) => c.links.some((l) => l.kind === 'content-of')

/** Asserted and alleged tellings of one event stand apart; a bare repeat of a plan is still the plan. */
const sameStand = (a: Candidate, b: Candidate) => a.sentence === b.sentence && b.predicate.pos === 'noun'
/** The same last hop; a bare "sources" is whichever unnamed source the document has described more fully. */
function sameOrigin(a: Candidate, b: Candidate): boolean {
  const [x, y] = [a.chain.at(-1), b.chain.at(-1)]
  if (!x || !y) return x === y
  if (x.entity !== undefined && x.entity === y.entity) return true
  const [first, second] = [foldedName(x), foldedName(y)]
  if (first === second) return true
  if (x.kind !== 'anonymous' || y.kind !== 'anonymous') return false
  const [p, q] = [first.split(' '), second.split(' ')]
  const [short, long] = p.length < q.length ? [p, q] : [q, p]
  return short.every((w) => long.includes(w))
}

const foldedName = madeOnce((hop: Hop) => fold(hop.name))

const repeats = (c: Candidate) => c.predicate.pos === 'noun' && c.predicate.definite

function overlap(a: readonly string[], b: readonly string[]): 'same' | 'different' | 'open' {
  if (a.length === 0 || b.length === 0) return 'open'
  return a.some((x) => b.includes(x)) ? 'same' : 'different'
}

/** Two explicit days, or two numbers of one kind, that cannot both be right. */
function contradicts(a: Candidate, b: Candidate): boolean {
  if (a.time?.from && b.time?.from && a.time.to && b.time.to && (a.time.from > b.time.to || b.time.from > a.time.to))
    return true
  return Object.entries(a.counts).some(([key, value]) => {
    const other = b.counts[key as keyof typeof b.counts]
    return other !== undefined && value !== undefined && other.min !== value.min
  })
}
/** Both name places, and none that the other names. */
function elsewhere(a: Candidate, b: Candidate, parties: Parties): boolean {
  if (a.sentence === b.sentence || a.type !== 'attack') return false
  return overlap(parties.in(a, 'places'), parties.in(b, 'places')) === 'different'
}

const sharesDetail = (a: Candidate, b: Candidate) =>
  Object.entries(a.counts).some(([k, v]) => b.counts[k as keyof typeof b.counts]?.min === v?.min) ||
  (a.time?.from != null && a.time.from === b.time?.from)

/** «علاقة تربط الحزب بالحركة»: the clause on the noun names all of them, where the noun itself has but those at its end. */
const describesOf = (into: Candidate, { sentence, predicate: { governor }, slots }: Candidate): boolean => {
  const named = new Set(slots.agents.map((p) => p.group.start))
  return (
    sentence === into.sentence &&
    governor?.as === 'relative' &&
    governor.predicate === into.predicate.index &&
    into.slots.agents.length < named.size &&
    into.slots.agents.every((p) => named.has(p.group.start))
  )
}

/** "regained the hill, from which it had been driven": whoever acts in one telling is not the other side of it in another. */
function apartFrom(into: Candidate, { slots }: Candidate): Candidate['slots']['counterparts'] {
  const acting = into.slots.agents.flatMap(({ group: g }) => g.referents ?? [g])
  return slots.counterparts.filter(({ group: g }) => !(g.referents ?? [g]).some((r) => acting.includes(r)))
}

function absorb(into: Candidate, other: Candidate): void {
  for (const slot of Object.keys(into.slots) as Slot[]) {
    if (into.slots[slot].length === 0)
      into.slots[slot] = slot === 'counterparts' ? apartFrom(into, other) : other.slots[slot]
  }
  // "In Ber, in the Ostby district, they made a deal": one place may stand with the verb, the other with its noun.
  if (other.sentence === into.sentence) for (const { group } of other.slots.places) addParty(into.slots.places, group)
  // «استضافت المدينة وفدا، والتقى الوفد قادة …»: one telling of a meeting names one side, the next the other.
  if (into.type === 'meeting' && into.slots.agents.length === 1) {
    const known = new Set(into.slots.agents.map((p) => p.group.start))
    into.slots.agents.push(...other.slots.agents.filter((p) => !known.has((p.group.referents?.[0] ?? p.group).start)))
  }
  if (describesOf(into, other)) into.slots.agents = other.slots.agents
  into.counts = { ...other.counts, ...into.counts }
  into.time ??= other.time
  into.mode ??= other.mode
  const { start, end } = other.predicate.clause
  if (other.sentence !== into.sentence) into.support.push({ start, end, for: 'repeat' })
  into.links.push(...other.links.filter((l) => l.candidate !== into))
  other.dropped = 'repeats a claim told before'
}
