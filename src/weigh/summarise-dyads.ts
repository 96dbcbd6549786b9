import { CHANNELS, type Channel, type Incident, type Independence } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import { pairsOf } from './between.js'
import { supporting } from './camp.js'
import type { WeighContext } from './context.js'
import { channelOf, withIncidents } from './dyad.js'
import { weighIndependence } from './independence.js'
import { leaveOut } from './leave-out.js'

/** One pair of actors in the overview: what is said to pass between them, and how many origins stand behind it. */
export interface DyadOverview {
  a: string
  b: string
  incidents: number
  claims: number
  channels: Channel[]
  independence: Independence
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** A pair of forces whose claims are all those of a pair of their units adds nothing to it. */
function withoutEchoes(pairs: Map<string, LinkClaim[]>, { packs }: WeighContext): [string, LinkClaim[]][] {
  const depth = (key: string) => key.split('|').reduce((sum, id) => sum + packs.ancestors(id).length, 0)
  const seen = new Map<string, string>()
  for (const key of [...pairs.keys()].sort((x, y) => depth(y) - depth(x) || order(x, y))) {
    const same = pairs
      .get(key)!
      .map((c) => c.claim.id)
      .sort()
      .join(' ')
    const deeper = seen.get(same)
    const [a, b] = key.split('|') as [string, string]
    const within = deeper?.split('|').every((id) => [a, b].some((x) => x === id || packs.ancestors(id).includes(x)))
    if (within) pairs.delete(key)
    else seen.set(same, key)
  }
  return [...pairs]
}

/**
 * Every pair of actors that the claims tell of, the best supported first: by independent origins, then incidents, then
 * claims. Channels and incidents count only what somebody says happened; claims are counted all.
 */
export function summariseDyads(
  incidents: readonly Incident[],
  claims: readonly LinkClaim[],
  context: WeighContext,
): DyadOverview[] {
  const pairs = new Map<string, LinkClaim[]>()
  for (const item of leaveOut(claims, context.leaveOut, context)) {
    for (const [a, b] of pairsOf(item.claim, context.packs)) {
      const key = `${a}|${b}`
      const own = pairs.get(key)
      own ? own.push(item) : pairs.set(key, [item])
    }
  }
  const incidentOf = withIncidents(incidents)
  const rows = withoutEchoes(pairs, context).map(([key, items]): DyadOverview => {
    const [a, b] = key.split('|') as [string, string]
    const said = supporting(items)
    const channels = new Set(said.map((c) => channelOf(c, incidentOf.get(c.claim.id), context)))
    return {
      a,
      b,
      incidents: new Set(said.flatMap((c) => incidentOf.get(c.claim.id)?.id ?? [])).size,
      claims: items.length,
      channels: CHANNELS.filter((c) => channels.has(c)),
      independence: weighIndependence(items, context),
    }
  })
  const rank = (r: DyadOverview) => [r.independence.atLeast, r.incidents, r.claims, r.independence.atMost]
  return rows.sort((x, y) => {
    const [p, q] = [rank(x), rank(y)]
    const n = p.findIndex((v, i) => v !== q[i])
    return n === -1 ? order(`${x.a}|${x.b}`, `${y.a}|${y.b}`) : q[n]! - p[n]!
  })
}
