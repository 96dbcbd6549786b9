import { mainPairs, type PairSummary } from '../case/index.js'
import { CHANNELS } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { NETWORK_ROUTES } from './contract/network.js'
import { leaveOut } from './query.js'

/** The network of actors. */
export const networkRoutes = ({ kase, speaker }: ApiContext) =>
  answers(NETWORK_ROUTES, {
    'GET /network': async ({ query }) => {
      const { channel, from, to, actor, main, undated } = query
      const leave = leaveOut(query)
      const network = await kase.network({
        ...(channel && { channel }),
        ...(from && { from }),
        ...(to && { to }),
        ...(undated && (from || to) && { undated }),
        ...(leave && { leaveOut: leave }),
      })
      const around = <P extends Pick<PairSummary, 'a' | 'b'>>(pairs: readonly P[]) =>
        actor ? pairs.filter(({ a, b }) => a === actor || b === actor) : pairs
      const asked = around(network.pairs)
      const found = new Set<string>(asked.flatMap(({ channels }) => channels))
      const sums = sumsOf(asked)
      const ids = [...sums.keys()].sort()
      const names = await speaker.names([], ids)
      const moment = await speaker.world.now()
      return {
        actors: ids.map((id) => {
          const sort = speaker.world.entity(moment, id)?.sort
          const spot = network.spots.get(id)
          return {
            id,
            name: names[id] ?? { en: id, ar: id },
            ...(sort && { sort }),
            ...sums.get(id)!,
            ...(spot && { spot }),
          }
        }),
        pairs: (main ? mainPairs(asked) : asked).map(
          ({ a, b, incidents, claims, channels, independence: { atLeast, atMost, camps } }) => ({
            ...{ a, b, incidents, claims, channels: channels as never },
            independence: { atLeast, atMost, camps },
          }),
        ),
        total: asked.length,
        channels: CHANNELS.filter((one) => found.has(one)),
        months: network.months,
        undated: around(network.undated).length,
      }
    },
  })

/** What each actor of these pairs has a part in. */
function sumsOf(pairs: readonly PairSummary[]): Map<string, { pairs: number; incidents: number }> {
  const sums = new Map<string, { pairs: number; incidents: number }>()
  for (const { a, b, incidents } of pairs)
    for (const id of [a, b]) {
      const own = sums.get(id) ?? { pairs: 0, incidents: 0 }
      sums.set(id, { pairs: own.pairs + 1, incidents: own.incidents + incidents })
    }
  return sums
}
