import { CHANNELS, type Channel, hashId, type Incident, type Independence, order } from '../model/index.js'
import type { KnownWorld, LinkClaim } from '../resolve/index.js'
import { isTold } from './camp.js'
import type { WeighContext } from './context.js'
import { channelOf, withIncidents } from './dyad.js'
import { countSpoken, weighSpoken } from './independence.js'
import { believed } from './leave-out.js'
import { type CountedTelling, type Telling, tellingOf } from './telling.js'

/** One pair of actors in the overview: what is said to pass between them, and how many origins stand behind it. */
export interface DyadOverview {
  a: string
  b: string
  incidents: number
  claims: number
  channels: Channel[]
  independence: Independence
}

/** The same without who the origins are and why they are one. */
export interface PairCounts extends Omit<DyadOverview, 'independence'> {
  independence: Pick<Independence, 'atLeast' | 'atMost' | 'camps'>
}

/**
 * Pairs without echoes: a pair of forces whose claims are all those of a pair of their units adds nothing to it. `claimsOf` is
 * equal for two pairs that have the same claims.
 */
export function withoutEchoes<T>(
  pairs: ReadonlyMap<string, T>,
  claimsOf: (pair: T) => string,
  packs: KnownWorld,
): Map<string, T> {
  const alike = new Map<string, string[]>()
  for (const [key, pair] of pairs) {
    const same = claimsOf(pair)
    const own = alike.get(same)
    own ? own.push(key) : alike.set(same, [key])
  }
  const kept = new Map(pairs)
  for (const keys of alike.values()) {
    if (keys.length < 2) continue
    const depths = new Map(keys.map((key) => [key, depthOf(key, packs)]))
    let deeper: string | undefined
    for (const key of keys.sort((x, y) => depths.get(y)! - depths.get(x)! || order(x, y))) {
      const [a, b] = key.split('|') as [string, string]
      const within = deeper?.split('|').every((id) => [a, b].some((x) => x === id || packs.ancestors(id).includes(x)))
      if (within) kept.delete(key)
      else deeper = key
    }
  }
  return kept
}

/** Equal for two pairs that have the same claims. */
export function claimsHash(tellings: readonly { claim: string }[]): string {
  const claims = tellings.map(({ claim }) => claim).sort()
  return hashId('p', claims)
}

const depthOf = (key: string, packs: KnownWorld) =>
  key.split('|').reduce((sum, id) => sum + packs.ancestors(id).length, 0)

/** The tellings of every pair of actors, or of these, by `a|b`. */
export function pairUp<T extends Telling>(tellings: readonly T[], wanted?: ReadonlySet<string>): Map<string, T[]> {
  const pairs = new Map<string, T[]>()
  for (const telling of tellings)
    for (const key of telling.pairs) {
      if (wanted && !wanted.has(key)) continue
      const own = pairs.get(key)
      own ? own.push(telling) : pairs.set(key, [telling])
    }
  return pairs
}

/**
 * One row of the overview, from all tellings of a pair. Channels and incidents count, as its ledger does, only what somebody says
 * happened or will; claims are counted all. `whole`: all that tells of the pair, where `tellings` are some of it: who rests on
 * whom shows there.
 */
export function weighPair(
  key: string,
  tellings: readonly CountedTelling[],
  context: WeighContext,
  whole: readonly CountedTelling[] = tellings,
): DyadOverview {
  return { ...outline(key, tellings, context), independence: weighSpoken([tellings], context, whole)[0]! }
}

/** The same row, of which only is counted how many origins there are: for lists of very many. */
export function countPair(
  key: string,
  tellings: readonly CountedTelling[],
  context: WeighContext,
  whole: readonly CountedTelling[] = tellings,
): PairCounts {
  return { ...outline(key, tellings, context), independence: countSpoken(tellings, context, whole) }
}

function outline(
  key: string,
  tellings: readonly CountedTelling[],
  context: WeighContext,
): Omit<DyadOverview, 'independence'> {
  const [a, b] = key.split('|') as [string, string]
  const channels = new Set<Channel>()
  const incidents = new Set<string>()
  for (const { status, incident, type } of tellings) {
    if (!isTold(status)) continue
    channels.add(channelOf(type, incident, context.packs))
    if (incident) incidents.add(incident.id)
  }
  return {
    a,
    b,
    incidents: incidents.size,
    claims: tellings.length,
    channels: CHANNELS.filter((c) => channels.has(c)),
  }
}

/** The best supported first: by independent origins, then incidents, then claims. */
export function bestFirst(x: PairCounts, y: PairCounts): number {
  const [p, q] = [x.independence, y.independence]
  return (
    q.atLeast - p.atLeast ||
    y.incidents - x.incidents ||
    y.claims - x.claims ||
    q.atMost - p.atMost ||
    order(x.a, y.a) ||
    order(x.b, y.b)
  )
}

/**
 * Every pair of actors that the claims tell of, the best supported first. `some`: which claims count, beside those that are
 * left out; the others still show who rests on whom.
 */
export function summariseDyads(
  incidents: readonly Incident[],
  claims: readonly LinkClaim[],
  context: WeighContext,
  some: (claim: LinkClaim) => boolean = () => true,
): DyadOverview[] {
  const incidentOf = withIncidents(incidents)
  const told = claims.map((item) => ({ ...tellingOf(item, context.packs), incident: incidentOf.get(item.claim.id) }))
  const whole = pairUp(told)
  const counted = told.filter((_, i) => some(claims[i]!))
  const left = pairUp(believed(counted, context))
  const pairs = [...withoutEchoes(left, claimsHash, context.packs)]
  return pairs.map(([key, own]) => weighPair(key, own, context, whole.get(key))).sort(bestFirst)
}
