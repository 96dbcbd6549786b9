import { z } from 'zod'
import { Independence } from './incident.js'

/** What can pass between two actors: the rows of the ledger. The last one is the violent one. */
export const CHANNELS = [
  'talks',
  'agreements',
  'prisoners',
  'arms',
  'money',
  'training',
  'intelligence',
  'haven',
  'passage',
  'fighters',
  'territory',
  'joint-operations',
  'restraint',
  'other-support',
  'violence',
  'other',
] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

/** How many independent origins there are, without who they are. */
const OriginBounds = Independence.pick({ atLeast: true, atMost: true, camps: true })

/** One cell of the ledger: a channel in a month (`2022-04`), or in no known month (`undated`). */
export const DyadCell = z.object({
  channel: Channel,
  month: z.string(),
  incidents: z.array(z.string()),
  claims: z.array(z.string()),
  independence: Independence.describe(
    'The origins of all its claims together: no single incident need have more than one of them',
  ),
  byIncident: z
    .array(OriginBounds.extend({ incident: z.string() }))
    .describe('The origins of each of its incidents alone, by the claims between the two, in the order of `incidents`'),
  relations: OriginBounds.optional().describe(
    'Those of the claims that are in none of its incidents, where there are any',
  ),
})
export type DyadCell = z.infer<typeof DyadCell>

/** Two actors and what is said to have passed between them, by channel and month. */
export const Dyad = z.object({ a: z.string(), b: z.string(), cells: z.array(DyadCell) })
export type Dyad = z.infer<typeof Dyad>
