import { Claim } from '../model/index.js'
import { fromJson } from './json.js'

/**
 * Reads a claim from a JSON column with its members in the order of the model, counts by name: jsonb keeps no order,
 * and the same case must print the same from either engine.
 */
export function restoreClaim(json: unknown): Claim {
  // Parsing puts members in the order of the model.
  const claim = Claim.parse(fromJson(json))
  const counts = Object.entries(claim.counts)
  if (counts.length < 2) return claim
  return { ...claim, counts: Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1))) }
}
