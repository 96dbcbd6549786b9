import { DROP_COST, PHONES, type Phones, SWAP_COST } from './phones.js'

const N = PHONES.length
const row = new Float64Array(256)

/**
 * Least cost of turning one word's sounds into the other's: an edit distance weighted by likeness of sounds. Infinity
 * where it is more than `limit`: most words part so soon that the rest need not be looked at.
 */
export function alignCost(a: Phones, b: Phones, limit = Number.POSITIVE_INFINITY): number {
  const m = Math.min(b.length, row.length - 1)
  const n = Math.min(a.length, row.length - 1)
  row[0] = 0
  for (let j = 0; j < m; j++) row[j + 1] = row[j]! + DROP_COST[b[j]!]!
  for (let i = 0; i < n; i++) {
    const p = a[i]!
    const drop = DROP_COST[p]!
    let diagonal: number = row[0]!
    row[0] = diagonal + drop
    let least = row[0]
    for (let j = 0; j < m; j++) {
      const q = b[j]!
      const above: number = row[j + 1]!
      const swap = diagonal + SWAP_COST[p * N + q]!
      const left = row[j]! + DROP_COST[q]!
      const up = above + drop
      const cost = Math.min(swap, left, up)
      row[j + 1] = cost
      if (cost < least) least = cost
      diagonal = above
    }
    if (least > limit) return Number.POSITIVE_INFINITY
  }
  return row[m]! > limit ? Number.POSITIVE_INFINITY : row[m]!
}
