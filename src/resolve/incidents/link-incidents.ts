import type { Incident, Republication } from '../../model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../known-world.js'
import { repeatsOf } from '../republication/repeats.js'
import { keysOf } from './block-keys.js'
import { type ClaimFacts, claimFacts } from './claim-facts.js'
import { type Edge, findComponents } from './components.js'
import { makeIncident } from './make-incident.js'
import { scorePair } from './score-pair.js'

/** A pair of claims that may or may not tell of one happening: for the analyst to decide. */
export interface UnsurePair {
  a: string
  b: string
  score: number
  reason: string
}

export interface Linking {
  incidents: Incident[]
  unsure: UnsurePair[]
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

interface ScoredEdge extends Edge {
  reason: string
}

/** Every pair that shares a block, once, smaller id first. */
function pairsOf(facts: readonly ClaimFacts[], world: KnownWorld): [ClaimFacts, ClaimFacts][] {
  const blocks = new Map<string, number[]>()
  facts.forEach((f, i) => {
    for (const key of keysOf(f, world)) {
      const block = blocks.get(key)
      block ? block.push(i) : blocks.set(key, [i])
    }
  })
  const seen = new Set<number>()
  const pairs: [ClaimFacts, ClaimFacts][] = []
  for (const block of blocks.values()) {
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        const id = block[i]! * facts.length + block[j]!
        if (seen.has(id)) continue
        seen.add(id)
        pairs.push([facts[block[i]!]!, facts[block[j]!]!])
      }
    }
  }
  return pairs
}

/**
 * Links claims into incidents and lists the pairs that it could not decide. `republications`: which documents are known
 * to be one text told again.
 */
export function linkClaims(
  claims: readonly LinkClaim[],
  world: KnownWorld,
  republications: readonly Republication[] = [],
): Linking {
  const repeats = repeatsOf(republications)
  const byId = new Map<string, ClaimFacts>()
  for (const c of claims) if (typeFacts(c.claim.type, world).happening) byId.set(c.claim.id, claimFacts(c, world))
  const facts = [...byId.values()].sort((x, y) => order(x.claim.id, y.claim.id))
  const edges = pairsOf(facts, world).map(
    ([x, y]): ScoredEdge => ({ a: x.claim.id, b: y.claim.id, ...scorePair(x, y, world, repeats) }),
  )
  const { groups, links } = findComponents([...byId.keys()].sort(order), edges)
  const groupOf = new Map(groups.flatMap((g, i) => g.map((id) => [id, i] as const)))
  const reasons = groups.map((): Incident['reasons'] => [])
  for (const link of links) {
    const { a, b, score, reason } = link as ScoredEdge
    reasons[groupOf.get(a)!]!.push({ a, b, score, reason })
  }
  const incidents = groups.map((g, i) =>
    makeIncident(
      g.map((id) => byId.get(id)!),
      reasons[i]!,
      world,
    ),
  )
  const unsure = edges
    .filter((e) => e.outcome !== 'different' && groupOf.get(e.a) !== groupOf.get(e.b))
    .map(({ a, b, score, reason }) => ({ a, b, score, reason }))
  unsure.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b))
  return { incidents: incidents.sort((x, y) => order(x.id, y.id)), unsure }
}

/**
 * The incidents that these claims describe: components of pairs judged "same" inside a block. Relations and states form
 * none; a claim that matches no other is an incident of its own. The result does not depend on the order of the claims.
 */
export function linkIncidents(
  claims: readonly LinkClaim[],
  world: KnownWorld,
  republications: readonly Republication[] = [],
): Incident[] {
  return linkClaims(claims, world, republications).incidents
}
