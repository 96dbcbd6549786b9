import type { Outline } from './outline.js'
import { overlap, type Shingles } from './shingles.js'
import { commonInOrder } from './subsequence.js'

/** Shared passages: so much of the shorter text, and so many five-word runs, that chance is excluded. */
const SHARED_FROM = 0.2
const LEAST_RUNS = 12
/** Claims of both in the same order. */
const CLAIMS_FROM = 0.75
const LEAST_CLAIMS = 2

/** Why two documents rest on one source although neither repeats the other; undefined where nothing shows it. */
export function commonSource(a: Outline, b: Outline, texts: { a: Shingles; b: Shingles }): string | undefined {
  const { shared, containment } = overlap(texts.a, texts.b)
  if (containment >= SHARED_FROM && shared >= LEAST_RUNS) {
    return `passages in common: ${Math.round(containment * 100)} % of the shorter text`
  }
  const common = commonInOrder(a.claims, b.claims)
  const most = Math.max(a.claims.length, b.claims.length)
  const agency = [...a.agencies.keys()].sort().find((id) => b.agencies.has(id))
  const deed = a.deeds.find((d) => b.deeds.includes(d))
  if (agency !== undefined && deed !== undefined) {
    return `both rest on ${[a.agencies.get(agency)!, b.agencies.get(agency)!].sort()[0]} and tell of the same (${deed})`
  }
  if (common < LEAST_CLAIMS) return undefined
  const source = a.unnamed.find((key) => b.unnamed.includes(key))
  if (source !== undefined && common / most >= CLAIMS_FROM) {
    return `the same unnamed source and ${common} claims in the same order`
  }
  return undefined
}
