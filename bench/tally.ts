// Aligns the claims of one item, best pairs first, and adds up what was right.
import type { Claim } from '../src/model/index.js'
import {
  type Comparison,
  compareClaims,
  type Judge,
  SCORED_SLOTS,
  type ScoredSlot,
  type SlotTally,
} from './compare-claims.js'
import type { GoldItem } from './gold.js'

export interface Tally {
  items: number
  wanted: number
  read: number
  strict: number
  claims: number
  /** Claims read where nothing is claimed. */
  falseAlarms: number
  slots: Record<ScoredSlot, SlotTally>
}

export function emptyTally(): Tally {
  const slots = Object.fromEntries(SCORED_SLOTS.map((slot) => [slot, { right: 0, wanted: 0, read: 0 }]))
  return { items: 0, wanted: 0, read: 0, strict: 0, claims: 0, falseAlarms: 0, slots: slots as Tally['slots'] }
}

interface Pair extends Comparison {
  i: number
  j: number
  worth: number
}

/**
 * Adds one item's figures. A read claim answers one annotated claim at most. One that tells an answered claim again under
 * another origin, or that meets an annotation marked as tolerated, is neither right nor wrong: it is left out.
 */
export function addItem(tally: Tally, item: GoldItem, text: string, read: readonly Claim[], judge: Judge): void {
  const pairs = item.claims.flatMap((gold, i) => {
    const places = item.placesOf(gold, text)
    return read.flatMap((claim, j): Pair[] => {
      const one = compareClaims(gold, claim, places, judge)
      return one.type && one.party && one.placed ? [{ ...one, i, j, worth: worthOf(one) }] : []
    })
  })
  const chosen = align(pairs)
  const answered = new Map(chosen.map((pair) => [pair.j, pair]))
  const wanted = item.claims.filter((gold) => !gold.tolerated)
  const right = chosen.filter((pair) => !item.claims[pair.i]?.tolerated)
  const counted = read.filter((_, j) => {
    const pair = answered.get(j)
    if (pair) return !item.claims[pair.i]?.tolerated
    return !pairs.some((other) => other.j === j && other.type === 1 && isRetold(other, right, read, judge))
  })

  tally.items += 1
  tally.wanted += wanted.length
  tally.read += counted.length
  tally.strict += right.filter((pair) => pair.strict).length
  tally.claims += right.reduce((sum, pair) => sum + pair.type, 0)
  if (item.claims.length === 0) tally.falseAlarms += read.length
  addSlots(tally, right, wanted, counted, judge)
}

/** The best pairs, each claim of either side once. */
function align(pairs: readonly Pair[]): Pair[] {
  const chosen: Pair[] = []
  for (const pair of [...pairs].sort((a, b) => b.worth - a.worth))
    if (!chosen.some(({ i, j }) => i === pair.i || j === pair.j)) chosen.push(pair)
  return chosen
}

function worthOf({ type, strict, slots }: Comparison): number {
  const all = Object.values(slots)
  const sum = (key: keyof SlotTally) => all.reduce((total, slot) => total + slot[key], 0)
  return type * (1 + (2 * sum('right')) / (sum('wanted') + sum('read'))) + (strict ? 1 : 0)
}

/** Whether a spare claim repeats one that was answered, told by somebody else. */
function isRetold(pair: Pair, right: readonly Pair[], read: readonly Claim[], judge: Judge): boolean {
  const first = right.find(({ i }) => i === pair.i)
  const [a, b] = [read[first?.j ?? -1]?.chain.at(-1), read[pair.j]?.chain.at(-1)]
  const one = a && b ? judge.same({ names: [a.name] }, { names: [b.name] }) : !a && !b
  return first !== undefined && !one
}

/** Slots of claims that were missed count as wanted, those of claims that nobody asked for as read. */
function addSlots(
  tally: Tally,
  right: readonly Pair[],
  wanted: readonly GoldItem['claims'][number][],
  counted: readonly Claim[],
  judge: Judge,
): void {
  for (const slot of SCORED_SLOTS) {
    const sum = tally.slots[slot]
    sum.right += right.reduce((total, pair) => total + pair.slots[slot].right, 0)
    for (const gold of wanted) sum.wanted += compareClaims(gold, BLANK, [], judge).slots[slot].wanted
    for (const claim of counted) sum.read += compareClaims(NOTHING, claim, [], judge).slots[slot].read
  }
}

const EMPTY = {
  type: 'statement' as const,
  status: 'asserted' as const,
  agents: [],
  counterparts: [],
  objects: [],
  instruments: [],
  places: [],
  origin: [],
  destination: [],
  time: null,
  counts: {},
  chain: [],
}
const BLANK: Claim = {
  ...EMPTY,
  id: '',
  links: [],
  evidence: { start: 0, end: 0, text: '' },
  support: [],
  rule: '',
  confidence: 0,
}
const NOTHING: GoldItem['claims'][number] = { ...EMPTY, evidence: '' }
