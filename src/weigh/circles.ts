import { because, type Circle, order, type Passing, type Reason, type Teller } from '../model/index.js'
import type { KnownWorld } from '../resolve/index.js'
import { printerOf, type Told } from './passings.js'
import { reasoned } from './reasons.js'

/** Steps that lead from each teller, the earliest and surest first. */
function outgoing(passings: readonly Passing[]): Map<string, Passing[]> {
  const steps = new Map<string, Passing[]>()
  const inTime = [...passings].sort(
    (x, y) => order(x.day ?? '~', y.day ?? '~') || Number(y.credited) - Number(x.credited) || order(key(x), key(y)),
  )
  for (const p of inTime) {
    const own = steps.get(p.by.id)
    own ? own.push(p) : steps.set(p.by.id, [p])
  }
  return steps
}

const key = ({ by, from, how }: Passing) => `${by.id}\u0000${from.id}\u0000${how}`

/** The shortest way round from a teller back to itself, breadth first; undefined where there is none. */
function wayRound(start: string, steps: ReadonlyMap<string, readonly Passing[]>): Passing[] | undefined {
  const reached = new Map<string, Passing>()
  for (let front = [start]; front.length > 0; ) {
    const next: string[] = []
    for (const at of front)
      for (const step of steps.get(at) ?? []) {
        if (step.from.id === start) return [...pathTo(at, start, reached), step]
        if (reached.has(step.from.id)) continue
        reached.set(step.from.id, step)
        next.push(step.from.id)
      }
    front = next
  }
  return undefined
}

function pathTo(end: string, start: string, reached: ReadonlyMap<string, Passing>): Passing[] {
  const path: Passing[] = []
  for (let at = end; at !== start; ) {
    const step = reached.get(at)!
    path.unshift(step)
    at = step.by.id
  }
  return path
}

/**
 * The hop where the attribution was lost: the earliest one that does not say from whom it has it; where all do, the earliest
 * one whose chains end at the one they quote, although that one names an origin.
 */
function lostAt(steps: readonly Passing[], items: readonly Told[]): Circle['lost'] {
  const inTime = [...steps].sort((x, y) => order(x.day ?? '~', y.day ?? '~') || order(key(x), key(y)))
  const namedBy = (teller: string) => {
    const own = items.filter((item) => printerOf(item).id === teller)
    return [...new Set(own.flatMap((o) => (o.kind === 'named' || o.kind === 'unnamed' ? [o.name] : [])))].sort(order)
  }
  const silent = inTime.find((s) => !s.credited)
  if (silent) return lost('source', silent, namedBy(silent.from.id))
  const byClaim = new Map(items.map((item) => [item.claim, item]))
  for (const step of inTime) {
    const origins = namedBy(step.from.id)
    const ends = step.claims.some((id) => byClaim.get(id)!.key === step.from.id)
    if (ends && origins.length > 0) return lost('origin', step, origins)
  }
  return null
}

const lost = (what: 'source' | 'origin', { by, from, documents }: Passing, origins: string[]): Circle['lost'] => {
  return { what, by, from, document: documents[0]!, origins }
}

/**
 * Circular reporting among the claims of one incident: from each teller that stands in a circle the shortest way round, each
 * circle once, beginning with the one who took over first. Linear in the steps for each teller.
 */
export function findCircles(passings: readonly Passing[], items: readonly Told[], packs: KnownWorld): Circle[] {
  const steps = outgoing(passings)
  const seen = new Set<string>()
  const circles: Circle[] = []
  for (const start of [...steps.keys()].sort(order)) {
    const round = wayRound(start, steps)
    if (!round) continue
    const members = round.map((s) => s.by.id).sort(order)
    if (seen.has(members.join('\u0000'))) continue
    seen.add(members.join('\u0000'))
    circles.push(described(fromEarliest(round), lostAt(round, items), packs))
  }
  return circles
}

/** The same round, beginning with the step that was taken first. */
function fromEarliest(round: readonly Passing[]): Passing[] {
  const day = (s: Passing) => s.day ?? '~'
  const first = round.reduce((best, s, i) => (order(day(s), day(round[best]!)) < 0 ? i : best), 0)
  return [...round.slice(first), ...round.slice(0, first)]
}

function described(steps: Passing[], lost: Circle['lost'], packs: KnownWorld): Circle {
  // Of a known teller the id, which every language says in its own words.
  const word = ({ id, name }: Teller) => (packs.entities.has(id) ? id : name)
  const all: Reason[] = [because('circle', { x: [...steps.map((s) => word(s.by)), word(steps[0]!.by)] })]
  if (lost?.what === 'source') all.push(because('lost-source', { x: word(lost.by), y: word(lost.from) }))
  if (lost?.what === 'origin')
    all.push(because('lost-origin', { x: word(lost.by), y: word(lost.from), z: lost.origins }))
  const { reasons, because: codes } = reasoned(all, packs)
  return { steps, lost, reason: reasons.join('; '), because: codes }
}
