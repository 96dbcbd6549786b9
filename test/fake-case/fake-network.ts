import type { ActorNetwork, NetworkFilter } from '../../src/case/actor-network.js'
import type { CaseClaim } from '../../src/case/case.js'
import { channelOf, dyadSummaries, incidentsOf } from './fake-incidents.js'

/** The network of these claims; `all`: of the whole case, by which actors have their place. */
export function fakeNetwork(
  believed: CaseClaim[],
  all: CaseClaim[],
  { channel, from, to, undated }: NetworkFilter,
): ActorNetwork {
  const claims = believed.filter((c) => !channel || channelOf(c.type) === channel)
  const incidents = incidentsOf(all)
  const month = (c: CaseClaim) => incidents.find((i) => i.id === c.incident)?.time.from?.slice(0, 7)
  const narrowed = Boolean(from || to)
  const fits = (c: CaseClaim) => {
    const own = month(c)
    if (own === undefined) return !narrowed || undated === true
    return (!from || own >= from.slice(0, 7)) && (!to || own <= to)
  }
  const months = new Map<string, number>()
  for (const own of claims.flatMap((c) => month(c) ?? [])) months.set(own, (months.get(own) ?? 0) + 1)
  const actors = [...new Set(dyadSummaries(all).flatMap(({ a, b }) => [a, b]))].sort()
  return {
    spots: new Map(actors.map((id, i) => [id, { x: i / actors.length, y: (i % 3) / 2 }])),
    pairs: dyadSummaries(claims.filter(fits)),
    undated: narrowed ? dyadSummaries(claims.filter((c) => month(c) === undefined)) : [],
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([one, n]) => ({ month: one, claims: n })),
  }
}
