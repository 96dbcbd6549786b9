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

/** One cell of the ledger: a channel in a month (`2022-04`), or in no known month (`undated`). */
export const DyadCell = z.object({
  channel: Channel,
  month: z.string(),
  incidents: z.array(z.string()),
  claims: z.array(z.string()),
  independence: Independence,
})
export type DyadCell = z.infer<typeof DyadCell>

/** Two actors and what is said to have passed between them, by channel and month. */
export const Dyad = z.object({ a: z.string(), b: z.string(), cells: z.array(DyadCell) })
export type Dyad = z.infer<typeof Dyad>
