import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { NETWORK_ROUTES } from './contract/network.js'
import { leaveOut } from './query.js'

/** The network of actors. */
export const networkRoutes = ({ kase, speaker }: ApiContext) =>
  answers(NETWORK_ROUTES, {
    'GET /network': async ({ query }) => {
      const { channel, from, to } = query
      const leave = leaveOut(query)
      const { pairs, months } = await kase.network({
        ...(channel && { channel }),
        ...(from && { from }),
        ...(to && { to }),
        ...(leave && { leaveOut: leave }),
      })
      const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort()
      const names = await speaker.names([], ids)
      const moment = await speaker.world.now()
      return {
        actors: ids.map((id) => {
          const sort = speaker.world.entity(moment, id)?.sort
          return { id, name: names[id] ?? { en: id, ar: id }, ...(sort ? { sort } : {}) }
        }),
        pairs: pairs.map(({ a, b, incidents, claims, channels, independence: { atLeast, atMost, camps } }) => ({
          ...{ a, b, incidents, claims, channels: channels as never },
          independence: { atLeast, atMost, camps },
        })),
        months,
      }
    },
  })
