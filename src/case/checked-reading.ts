import { type Claim, Reading } from '../model/index.js'

/**
 * A reading as the model has it, in which every claim has an id of its own: of two claims alike in all that makes an id,
 * the second is numbered.
 */
export function checkedReading(reading: Reading): Reading {
  const seen = new Map<string, number>()
  const parsed = Reading.parse(reading)
  const claims = parsed.claims.map((claim): Claim => {
    const n = (seen.get(claim.id) ?? 0) + 1
    seen.set(claim.id, n)
    return n === 1 ? claim : { ...claim, id: `${claim.id}-${n}` }
  })
  return { ...parsed, claims }
}
