// One annotated claim against one claim that was read: type, sides, status, origin, place in the text, every slot.
import { type Claim, overlaps, type Span } from '../src/model/index.js'
import type { GoldClaim } from './gold.js'
import type { Named } from './same-filler.js'

export const SCORED_SLOTS = [
  'agents',
  'counterparts',
  'objects',
  'instruments',
  'places',
  'time',
  'counts',
  'status',
  'chain',
] as const
export type ScoredSlot = (typeof SCORED_SLOTS)[number]

/** Of a slot: how many values are right, how many were annotated, how many were read. */
export interface SlotTally {
  right: number
  wanted: number
  read: number
}

export interface Comparison {
  /** 1 the type or an accepted other; ½ a type of the same family in the ontology; 0 another. */
  type: number
  /** Whether at least one party or thing is right (or the annotation has none). */
  party: boolean
  /** Whether the evidence overlaps a sentence that states it. */
  placed: boolean
  strict: boolean
  sameOrigin: boolean
  slots: Record<ScoredSlot, SlotTally>
}

/** What comparing needs to know: which fillers are one, and which types are told for one another. */
export interface Judge {
  same(a: Named, b: Named): boolean
  family(type: string): string
}

export function compareClaims(gold: GoldClaim, read: Claim, places: readonly Span[], judge: Judge): Comparison {
  const exact = gold.type === read.type || (gold.altTypes ?? []).includes(read.type)
  const type = exact ? 1 : judge.family(gold.type) === judge.family(read.type) ? 0.5 : 0
  const slots = Object.fromEntries(
    SCORED_SLOTS.map((slot) => [slot, compareSlot(slot, gold, read, judge)]),
  ) as Comparison['slots']
  const filled = (['agents', 'counterparts', 'objects'] as const).filter((slot) => slots[slot].wanted > 0)
  const sides = filled.filter((slot) => slot !== 'objects').every((slot) => slots[slot].right > 0)
  const placed = places.some((place) => overlaps(place, read.evidence))
  const sameOrigin = isSameOrigin(gold, read, judge)
  return {
    type,
    party: filled.length === 0 || filled.some((slot) => slots[slot].right > 0),
    placed,
    strict: exact && sides && gold.status === read.status && sameOrigin && placed,
    sameOrigin,
    slots,
  }
}

function isSameOrigin(gold: GoldClaim, read: Claim, judge: Judge): boolean {
  const a = gold.chain.at(-1)
  const b = read.chain.at(-1)
  if (!a || !b) return !a && !b
  // "Sources" and "a source" are not told apart: neither has a name.
  return (a.kind === 'anonymous' && b.kind === 'anonymous') || judge.same({ names: [a.name] }, { names: [b.name] })
}

function compareSlot(slot: ScoredSlot, gold: GoldClaim, read: Claim, judge: Judge): SlotTally {
  if (slot === 'status') return { right: gold.status === read.status ? 1 : 0, wanted: 1, read: 1 }
  if (slot === 'time') return compareTime(gold, read)
  if (slot === 'counts') return compareCounts(gold, read)
  const wanted = goldFillers(slot, gold)
  const got = readFillers(slot, read)
  const left = [...got]
  let right = 0
  for (const filler of wanted) {
    const i = left.findIndex((other) => judge.same(filler, other))
    if (i >= 0) right += left.splice(i, 1).length
  }
  return { right, wanted: wanted.length, read: got.length }
}

type FilledSlot = Exclude<ScoredSlot, 'status' | 'time' | 'counts'>

function goldFillers(slot: FilledSlot, claim: GoldClaim): Named[] {
  if (slot === 'chain') return claim.chain.map(({ name }) => ({ names: [name] }))
  return slot === 'places' ? [...claim.places, ...claim.origin, ...claim.destination] : claim[slot]
}

function readFillers(slot: FilledSlot, claim: Claim): Named[] {
  if (slot === 'chain') return claim.chain.map(({ name }) => ({ names: [name] }))
  const fillers = slot === 'places' ? [...claim.places, ...claim.origin, ...claim.destination] : claim[slot]
  return fillers.map(({ text, entity }) => ({ names: [text], id: entity }))
}

function compareTime(gold: GoldClaim, read: Claim): SlotTally {
  const a = gold.time?.from || gold.time?.to ? gold.time : null
  const b = read.time?.from || read.time?.to ? read.time : null
  return { right: a && b && a.from === b.from && a.to === b.to ? 1 : 0, wanted: a ? 1 : 0, read: b ? 1 : 0 }
}

function compareCounts(gold: GoldClaim, read: Claim): SlotTally {
  const wanted = Object.entries(gold.counts)
  const got = new Map(Object.entries(read.counts).map(([key, count]) => [key, count?.min ?? count?.max]))
  const right = wanted.filter(([key, value]) => got.get(key) === (typeof value === 'number' ? value : lowest(value)))
  return { right: right.length, wanted: wanted.length, read: got.size }
}

function lowest({ min, max }: { min?: number; max?: number }): number | undefined {
  return min ?? max
}
