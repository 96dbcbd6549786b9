import { z } from 'zod'
import { Channel, Independence, IsoDay } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both, LEAVE_OUT_QUERY } from './lists.js'

/** An actor of the network. */
export const NetworkActor = z.object({
  id: z.string(),
  name: Both,
  sort: z.string().optional(),
  pairs: z.int().describe('Of how many of the pairs asked for it is one'),
  incidents: z.int().describe('Incidents of these pairs, added up'),
  spot: z
    .object({ x: z.number(), y: z.number() })
    .optional()
    .describe('Where it stands in a drawing of the whole network, from 0 to 1 from the left and from above'),
})
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
  total: z.int().describe('How many pairs there are, whether or not only the main ones are given'),
  channels: z.array(Channel).describe('The channels of all of them'),
  months: z
    .array(z.object({ month: z.string(), claims: z.int() }))
    .describe('How many claims lie in each month, whatever time is asked for'),
  undated: z
    .int()
    .describe('Where a stretch of time is asked for: of how many pairs something is told that no day is given for'),
})
export type NetworkAnswer = z.infer<typeof NetworkAnswer>

export const NETWORK_ROUTES = defineRoutes({
  'GET /network': {
    about: 'Actors and what is said to pass between them; of one channel, a stretch of time, or one actor, where asked',
    query: z.strictObject({
      channel: Channel.optional(),
      from: IsoDay.optional(),
      to: IsoDay.optional(),
      undated: z.stringbool().optional().describe('With a stretch of time: also what no day is given for'),
      actor: z.string().optional().describe('Only what passes between this actor and others'),
      main: z
        .stringbool()
        .optional()
        .describe(
          'Of more than 60 actors only the pairs that are among the first two of one of them, and the first 60 of all',
        ),
      ...LEAVE_OUT_QUERY,
    }),
    answer: NetworkAnswer,
  },
})
