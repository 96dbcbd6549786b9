import { nameKey } from '../names/name-key.js'
import type { Outline } from './outline.js'
import { overlap, type Shingles } from './shingles.js'
import { commonInOrder } from './subsequence.js'

/** Shared passages: so much of the shorter text, and so many five-word runs, that chance is excluded. */
const SHARED_FROM = 0.2
const LEAST_RUNS = 12
/** Claims of both in the same order. */
const CLAIMS_FROM = 0.75
const CLAIMS_CREDITED_FROM = 0.5
const LEAST_CLAIMS = 2

/** Why two documents rest on one source although neither repeats the other; undefined where nothing shows it. */
export function commonSource(a: Outline, b: Outline, texts: { a: Shingles; b: Shingles }): string | undefined {
  const { shared, containment } = overlap(texts.a, texts.b)
  if (containment >= SHARED_FROM && shared >= LEAST_RUNS) {
    return `passages in common: ${Math.round(containment * 100)} % of the shorter text`
  }
  const common = commonInOrder(a.claims, b.claims)
  const most = Math.max(a.claims.length, b.claims.length)
  const least = Math.min(a.claims.length, b.claims.length)
  if (common < LEAST_CLAIMS) return undefined
  const [credit, other] = [a.document.credit, b.document.credit]
  if (credit && other && nameKey(credit) === nameKey(other) && common / least >= CLAIMS_CREDITED_FROM) {
    return `both credit ${[credit, other].sort()[0]}; ${common} claims in the same order`
  }
  const source = a.unnamed.find((key) => b.unnamed.includes(key))
  if (source !== undefined && common / most >= CLAIMS_FROM) {
    return `the same unnamed source and ${common} claims in the same order`
  }
  return undefined
}
