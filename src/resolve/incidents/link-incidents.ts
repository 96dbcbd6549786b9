import { type Incident, order } from '../../model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../known-world.js'
import { Pieces } from '../pieces.js'
import type { Repeats } from '../republication/repeats.js'
import { keysOf } from './block-keys.js'
import { type ClaimFacts, claimFacts } from './claim-facts.js'
import { type Edge, findComponents } from './components.js'
import type { ScoredPair } from './likeliest.js'
import { Likeness } from './likeness.js'
import { makeIncident } from './make-incident.js'
import { OneOfEach } from './one-of-each.js'
import { SAME_FROM, toScore } from './score-pair.js'
import { SharedBlocks } from './shared-blocks.js'

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

/**
 * Claims brought to the form in which they are compared, each once; what forms no incident is left out. By day, so that
 * those of one month, which are compared with one another, lie side by side in memory; then by id.
 */
export function happenings(claims: readonly LinkClaim[], world: KnownWorld): ClaimFacts[] {
  const byId = new Map<string, ClaimFacts>()
  const held = new OneOfEach()
  for (const c of claims) if (typeFacts(c.claim.type, world).happening) byId.set(c.claim.id, claimFacts(c, world, held))
  const day = ({ window, published }: ClaimFacts) => window.to ?? published ?? 0
  return [...byId.values()].sort((x, y) => day(x) - day(y) || order(x.claim.id, y.claim.id))
}

/** A pair by the ids of its claims, in the order in which they are compared: the smaller one first. */
export function namedInOrder({ claim: { id: x } }: ClaimFacts, { claim: { id: y } }: ClaimFacts): SameClaims {
  return x < y ? { a: x, b: y } : { a: y, b: x }
}

/** Takes pairs that may be one happening, as long as they have this score. */
export interface UnsureSink {
  readonly floor: number
  add(pair: ScoredPair): void
}

/** Whether a pair has to be scored: what has not the points of one happening is not wanted where all that is has them. */
function isWorth(i: number, j: number, likeness: Likeness, wanted: UnsureSink | undefined): boolean {
  return (wanted !== undefined && wanted.floor < toScore(SAME_FROM)) || likeness.maybeSame(i, j)
}

/** What linking some claims of more has to know of the others, and who asks for what is left open. */
export interface LinkingWithin {
  /** Blocks that hold too many of all claims to say anything, however few of them are linked here. */
  crowded?: ReadonlySet<string>
  /** Gets the pairs of claims of two incidents that may be one. */
  apart?: UnsureSink | undefined
}

/** Claims joined into incidents, and which incident of the list each claim went to. */
interface Joined {
  incidents: Incident[]
  groupOf: ReadonlyMap<string, number>
  same: readonly Edge[]
  /** A pair with the reason for its score. */
  reasonOf(edge: Edge): UnsurePair
}

/**
 * Joins claims into incidents. Pairs are scored one at a time; of those that are two nothing is kept, and those that could
 * not be decided are handed to `open`, so that memory grows with the claims, not with their pairs. `apart`: where pairs go
 * that went into two incidents and are not surely two.
 */
function joinClaims(
  claims: readonly LinkClaim[],
  world: KnownWorld,
  repeats: Repeats,
  { open, apart: into, crowded }: LinkingWithin & { open?: (pair: UnsurePair) => void },
): Joined {
  const facts = happenings(claims, world)
  const place = new Map(facts.map((f, i) => [f.claim.id, i]))
  const blocks = new SharedBlocks(facts.length, (i) => keysOf(facts[i]!, world), crowded)
  const likeness = new Likeness(facts, world, repeats)
  const scoreOf = (a: string, b: string) => likeness.score(place.get(a)!, place.get(b)!)
  const reasonOf = ({ a, b, score }: Edge): UnsurePair => ({ a, b, score, reason: scoreOf(a, b)!.reason() })
  const same: Edge[] = []
  /** Whether any two may be two: among hundreds of copies none are, and none need be asked for again. */
  let parted = false
  blocks.forEachPair((i, j) => {
    // Where nobody asks for what could not be decided, only what may be the same is looked at closely.
    const scored = open || likeness.maybeSame(i, j) ? likeness.score(i, j) : undefined
    if (!scored || scored.outcome === 'different') {
      parted = true
      return
    }
    const pair = { ...namedInOrder(facts[i]!, facts[j]!), score: scored.score }
    if (scored.outcome === 'same') same.push(pair)
    else open?.(reasonOf(pair))
  })
  const { groups, links } = findComponents([...place.keys()], same, (a, b) => {
    if (!parted) return false
    const meet = blocks.meet(place.get(a)!, place.get(b)!)
    return meet && (scoreOf(a, b)?.outcome ?? 'different') === 'different'
  })
  const groupOf = new Map(groups.flatMap((g, i) => g.map((id) => [id, i] as const)))
  if (into && groups.length > 1) {
    const own = facts.map(({ claim }) => groupOf.get(claim.id))
    blocks.forEachPair((i, j) => {
      if (own[i] === own[j] || !isWorth(i, j, likeness, into)) return
      const scored = likeness.score(i, j)
      if (!scored || scored.outcome === 'different') return
      into.add({ ...namedInOrder(facts[i]!, facts[j]!), score: scored.score, reason: scored.reason })
    })
  }
  const reasons = groups.map((): Incident['reasons'] => [])
  for (const link of links) reasons[groupOf.get(link.a)!]!.push(reasonOf(link))
  const factsOf = (ids: readonly string[]) => ids.map((id) => facts[place.get(id)!]!)
  const incidents = groups.map((g, i) => makeIncident(factsOf(g), reasons[i]!, world))
  return { incidents: incidents.sort((x, y) => order(x.id, y.id)), groupOf, same, reasonOf }
}

const NO_REPEATS: Repeats = () => false

/**
 * Links claims into incidents and lists the pairs that it could not decide. `repeats`: which documents are known to be one
 * text told again.
 */
export function linkClaims(claims: readonly LinkClaim[], world: KnownWorld, repeats: Repeats = NO_REPEATS): Linking {
  const open: UnsurePair[] = []
  const { incidents, groupOf, same, reasonOf } = joinClaims(claims, world, repeats, {
    open: (pair) => open.push(pair),
  })
  const apart = (e: Edge) => groupOf.get(e.a) !== groupOf.get(e.b)
  const unsure = [...same.filter(apart).map(reasonOf), ...open.filter(apart)]
  unsure.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b))
  return { incidents, unsure }
}

/** Two claims that tell of one happening, as far as these two go. */
export interface SameClaims {
  a: string
  b: string
}

/**
 * Which of these claims tell of one happening: so many pairs as hold together what hangs together. `pairs`: with which others
 * each is to be compared, as `pairsToCompare` gave them. What hangs together is what hangs together by the pairs that
 * `linkClaims` would find, so that a case can be linked claim by claim. `open` gets pairs that could not be decided; what hangs
 * together by others may be among them.
 */
export function findSame(
  claims: readonly LinkClaim[],
  pairs: ReadonlyMap<string, readonly string[]>,
  world: KnownWorld,
  repeats: Repeats,
  open?: UnsureSink,
): SameClaims[] {
  const facts = happenings(claims, world)
  const place = new Map(facts.map((f, i) => [f.claim.id, i]))
  const likeness = new Likeness(facts, world, repeats)
  const pieces = new Pieces<number>()
  const same: SameClaims[] = []
  for (const [claim, others] of pairs)
    for (const other of others) {
      const [i, j] = [place.get(claim), place.get(other)]
      if (i === undefined || j === undefined) continue
      // Hundreds of copies hang together by as many pairs as they are; the thousands of others need not be compared.
      if (pieces.of(i) === pieces.of(j) || !isWorth(i, j, likeness, open)) continue
      const scored = likeness.score(i, j)
      const pair = namedInOrder(facts[i]!, facts[j]!)
      if (scored?.outcome === 'unsure') open?.add({ ...pair, score: scored.score, reason: scored.reason })
      if (scored?.outcome !== 'same') continue
      pieces.join(i, j)
      same.push(pair)
    }
  return same
}

/**
 * The incidents that these claims describe: components of pairs judged "same" inside a block. Relations and states form
 * none; a claim that matches no other is an incident of its own. The result does not depend on the order of the claims.
 */
export function linkIncidents(
  claims: readonly LinkClaim[],
  world: KnownWorld,
  repeats: Repeats = NO_REPEATS,
  within: LinkingWithin = {},
): Incident[] {
  // Most claims match no other, and nothing is to be compared.
  if (claims.length === 1) return happenings(claims, world).map((one) => makeIncident([one], [], world))
  return joinClaims(claims, world, repeats, within).incidents
}
