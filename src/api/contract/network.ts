import { z } from 'zod'
import { Channel, Independence, IsoDay } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both, LEAVE_OUT_QUERY } from './lists.js'

/** An actor of the network. */
export const NetworkActor = z.object({ id: z.string(), name: Both, sort: z.string().optional() })
export type NetworkActor = z.infer<typeof NetworkActor>

/** Two actors of whom something is reported together. */
export const NetworkPair = z.object({
  a: z.string(),
  b: z.string(),
  incidents: z.int(),
  claims: z.int(),
  channels: z.array(Channel),
  independence: Independence.pick({ atLeast: true, atMost: true, camps: true }),
})
export type NetworkPair = z.infer<typeof NetworkPair>

/** Actors and what is said to pass between them, the best supported first. */
export const NetworkAnswer = z.object({
  actors: z.array(NetworkActor),
  pairs: z.array(NetworkPair),
  months: z
    .array(z.object({ month: z.string(), claims: z.int() }))
    .describe('How many claims lie in each month, whatever time is asked for'),
})
export type NetworkAnswer = z.infer<typeof NetworkAnswer>

export const NETWORK_ROUTES = defineRoutes({
  'GET /network': {
    about: 'Actors and what is said to pass between them; of one channel, or a stretch of time, where asked',
    query: z.strictObject({
      channel: Channel.optional(),
      from: IsoDay.optional(),
      to: IsoDay.optional(),
      ...LEAVE_OUT_QUERY,
    }),
    answer: NetworkAnswer,
  },
})
