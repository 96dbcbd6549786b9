import { because, order, type Reason } from '../model/index.js'
import type { WeighContext } from './context.js'
import type { Origin } from './origin.js'
import { Resting } from './resting.js'
import { joinShown } from './shown-lineage.js'
import type { Spoken } from './telling.js'
import { UnionFind } from './union-find.js'

/** How the origins of claims hang together, each merge with why. Origins are known by their place. */
export interface Lineage {
  /** By claim, in order. */
  origins: readonly Origin[]
  /** What is shown to be one origin. */
  shown: UnionFind
  /** The same, and what speaks for one body. */
  bodies: UnionFind
  /** What may rest on what, by its place in `bodies`. */
  resting: Resting
}

/** `why`: whether the reasons of merges are asked for. */
export function traceLineage(spoken: readonly Spoken[], context: WeighContext, why = true): Lineage {
  const origins = [...spoken].sort((x, y) => order(x.claim, y.claim))
  const shown = new UnionFind(origins.length, why)
  joinShown(origins, context.republications, shown)
  const bodies = new UnionFind(origins.length, why)
  for (const i of origins.keys()) bodies.join(i, shown.find(i))
  joinBodies(origins, bodies, context)
  return { origins, shown, bodies, resting: restingOf(origins, bodies) }
}

/**
 * Named origins that speak for one body (it itself, its spokesman, an official of it) could rest on one statement: at least
 * one of them is independent, no more.
 */
function joinBodies(origins: readonly Origin[], bodies: UnionFind, { packs }: WeighContext): void {
  const first = new Map<string, number>()
  origins.forEach((o, i) => {
    if (o.bodies.length > 0 && !first.has(`${o.key} ${o.bodies}`)) first.set(`${o.key} ${o.bodies}`, i)
  })
  const isPlace = (id: string) => packs.entities.get(id)?.kind === 'place'
  const known = [...first.keys()].sort(order).map((key) => first.get(key)!)
  for (const [n, i] of known.entries()) {
    for (const j of known.slice(n + 1)) {
      const common = origins[i]!.bodies.find((id) => origins[j]!.bodies.includes(id) && !isPlace(id))
      if (common === undefined || origins[i]!.key === origins[j]!.key) continue
      const both = [origins[i]!.name, origins[j]!.name].sort(order)
      bodies.join(i, j, because('same-body', { x: both, y: common }))
    }
  }
}

/**
 * Whoever is seen to pass on another's word may rest on it elsewhere too: a panel that quotes a government. What is quoted
 * from "the report", and nobody says whose, may be from the report of anyone else who is named.
 */
function restingOf(origins: readonly Origin[], bodies: UnionFind): Resting {
  const resting = new Resting()
  const may = (one: number, other: number, reason: Reason) => resting.may(bodies.find(one), bodies.find(other), reason)
  const named = new Map<string, number>()
  for (const [i, o] of origins.entries()) if (o.kind === 'named' && !named.has(o.key)) named.set(o.key, i)
  for (const [i, o] of origins.entries()) {
    if (o.kind !== 'named') continue
    if (o.throughReport) {
      for (const [key, j] of named) if (key !== o.key) may(j, i, because('whose-report', { x: o.name }))
    }
    for (const key of o.through) {
      const passer = named.get(key)
      if (passer === undefined || o.key === key) continue
      may(passer, i, because('passes-on', { x: origins[passer]!.name, y: o.name }))
    }
  }
  return resting
}
