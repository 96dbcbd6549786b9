import { type Incident, order, type Reason } from '../../model/index.js'
import { type KnownWorld, type LinkClaim, typeFacts } from '../known-world.js'
import { Pieces } from '../pieces.js'
import type { Repeats } from '../republication/repeats.js'
import { keysOf } from './block-keys.js'
import { type ClaimFacts, claimFacts } from './claim-facts.js'
import { type Components, type Edge, findComponents, groups } from './components.js'
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
  because: Reason[]
}

export interface Linking {
  incidents: Incident[]
  unsure: UnsurePair[]
}

/**
 * Claims brought to the form in which they are compared, each once; what forms no incident is left out. By day, so that
 * those of one month, which are compared with one another, lie side by side in memory; then by id.
 */
export function happenings(claims: readonly LinkClaim[], world: KnownWorld, held = new OneOfEach()): ClaimFacts[] {
  const byId = new Map<string, ClaimFacts>()
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

/** Claims joined into incidents. */
interface Joined {
  incidents: Incident[]
  /** Pairs that went into two incidents and may be one; only where they were asked for. */
  unsure(): UnsurePair[]
}

/**
 * Joins claims into incidents. Pairs are scored one at a time; of those that are two nothing is kept, and of those that could
 * not be decided only where `asked`, so that memory grows with the claims, not with their pairs. `apart`: where pairs go
 * that went into two incidents and are not surely two.
 */
function joinClaims(
  claims: readonly LinkClaim[],
  world: KnownWorld,
  repeats: Repeats,
  { asked, apart: into, crowded }: LinkingWithin & { asked?: boolean },
): Joined {
  const held = new OneOfEach()
  const facts = happenings(claims, world, held)
  const { nodeOf, factOf } = byId(facts)
  const blocks = new SharedBlocks(facts.length, (i) => keysOf(facts[i]!, world), crowded)
  const likeness = new Likeness(facts, world, repeats)
  const scoreOf = (a: number, b: number) => likeness.score(factOf[a]!, factOf[b]!)
  const idOf = (node: number) => facts[factOf[node]!]!.claim.id
  const reasonOf = ({ a, b, score }: Edge): UnsurePair => {
    return {
      a: idOf(a),
      b: idOf(b),
      score,
      because: scoreOf(a, b)!
        .because()
        .map((one) => held.reason(one)),
    }
  }
  const [same, open]: [Edge[], Edge[]] = [[], []]
  /** Whether any two may be two: among hundreds of copies none are, and none need be asked for again. */
  let parted = false
  blocks.forEachPair((i, j) => {
    // Where nobody asks for what could not be decided, only what may be the same is looked at closely.
    const scored = asked || likeness.maybeSame(i, j) ? likeness.score(i, j) : undefined
    if (!scored || scored.outcome === 'different') {
      parted = true
      return
    }
    const [x, y] = [nodeOf[i]!, nodeOf[j]!]
    const pair = { a: Math.min(x, y), b: Math.max(x, y), score: scored.score }
    if (scored.outcome === 'same') same.push(pair)
    else if (asked) open.push(pair)
  })
  const components = findComponents(facts.length, same, (a, b) => {
    if (!parted || !blocks.meet(factOf[a]!, factOf[b]!)) return false
    return (scoreOf(a, b)?.outcome ?? 'different') === 'different'
  })
  const { groupOf } = components
  if (into && components.count > 1)
    blocks.forEachPair((i, j) => {
      if (groupOf[nodeOf[i]!] === groupOf[nodeOf[j]!] || !isWorth(i, j, likeness, into)) return
      const scored = likeness.score(i, j)
      if (!scored || scored.outcome === 'different') return
      into.add({ ...namedInOrder(facts[i]!, facts[j]!), score: scored.score, because: scored.because })
    })
  const apart = ({ a, b }: Edge) => groupOf[a] !== groupOf[b]
  return {
    incidents: incidentsOf(components, (node) => facts[factOf[node]!]!, reasonOf, { world, held }),
    unsure: () => [...same, ...open].filter(apart).map(reasonOf),
  }
}

/** Claims numbered in the order of their ids, and back. */
function byId(facts: readonly ClaimFacts[]): { nodeOf: Int32Array; factOf: Int32Array } {
  const factOf = Int32Array.from(facts.keys()).sort((i, j) => order(facts[i]!.claim.id, facts[j]!.claim.id))
  const nodeOf = new Int32Array(facts.length)
  factOf.forEach((fact, node) => {
    nodeOf[fact] = node
  })
  return { nodeOf, factOf }
}

/** Shared by the many incidents that one claim alone tells of. */
const NO_REASONS = Object.freeze([]) as unknown as Incident['reasons']

function incidentsOf(
  components: Components,
  factsOf: (node: number) => ClaimFacts,
  reasonOf: (link: Edge) => UnsurePair,
  { world, held }: { world: KnownWorld; held: OneOfEach },
): Incident[] {
  const reasons = new Map<number, Incident['reasons']>()
  for (const link of components.links) {
    const group = components.groupOf[link.a]!
    const own = reasons.get(group)
    own ? own.push(reasonOf(link)) : reasons.set(group, [reasonOf(link)])
  }
  const incidents: Incident[] = []
  for (const nodes of groups(components))
    incidents.push(makeIncident(nodes.map(factsOf), reasons.get(incidents.length) ?? NO_REASONS, world, held))
  return incidents.sort((x, y) => order(x.id, y.id))
}

const NO_REPEATS: Repeats = () => false

/**
 * Links claims into incidents and lists the pairs that it could not decide. `repeats`: which documents are known to be one
 * text told again.
 */
export function linkClaims(claims: readonly LinkClaim[], world: KnownWorld, repeats: Repeats = NO_REPEATS): Linking {
  const joined = joinClaims(claims, world, repeats, { asked: true })
  const unsure = joined.unsure()
  unsure.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b))
  return { incidents: joined.incidents, unsure }
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
      if (scored?.outcome === 'unsure') open?.add({ ...pair, score: scored.score, because: scored.because })
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
  if (claims.length === 1) {
    const held = new OneOfEach()
    return happenings(claims, world, held).map((one) => makeIncident([one], [], world, held))
  }
  return joinClaims(claims, world, repeats, within).incidents
}
