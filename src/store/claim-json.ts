import { Claim } from '../model/index.js'
import { fromJson } from './json.js'

const MEMBERS = Object.keys(Claim.shape) as (keyof Claim)[]

/**
 * Reads a claim from a JSON column with its members in the order of the model, counts by name: jsonb keeps no order,
 * and the same case must print the same from either engine.
 */
export function restoreClaim(json: unknown): Claim {
  const stored = fromJson<Claim>(json)
  const counts = Object.entries(stored.counts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const ordered = MEMBERS.filter((member) => stored[member] !== undefined).map((member) => [member, stored[member]])
  const claim = Object.fromEntries([...ordered, ['counts', Object.fromEntries(counts)]])
  return Claim.parse(claim)
}
