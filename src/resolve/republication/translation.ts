import { alignCost } from '../names/align-phones.js'
import type { Outline } from './outline.js'
import { commonInOrder, longestRise } from './subsequence.js'

/** How alike two words must sound to be one name in two scripts. */
const SAME_SOUND = 0.8
/** How far a name may move within the text, as a share of its length. */
const DRIFT = 0.15
/** The shorter text must have at least this share of the longer one's words (Arabic writes several English words as one). */
const LEAST_LENGTH = 0.5
const LEAST_EVIDENCE = 6
const TRANSLATION_FROM = 0.55
const LEAST_NAMES = 0.35

/** How much of one document stands in the other in the same order, part by part; null where there is nothing to compare. */
export interface TranslationScore {
  score: number
  names: number | null
  numbers: number | null
  claims: number | null
  isTranslation: boolean
}

/** Names of the text with capitals that are found in the other, near the same place and in the same order. */
function matchNames(capital: Outline, other: Outline): { found: number; of: number } {
  const positions: number[] = []
  for (const name of capital.words) {
    const near = other.words.filter((w) => Math.abs(w.at - name.at) <= DRIFT)
    const match = near.find((w) => 1 - alignCost(name.phones, w.phones) / Math.max(name.mass, w.mass) >= SAME_SOUND)
    if (match) positions.push(match.at)
  }
  return { found: longestRise(positions), of: capital.words.length }
}

const share = (common: number, a: number, b: number): number | null =>
  Math.max(a, b) === 0 ? null : common / Math.max(a, b)

/** Scores whether one document, in a script with capitals, and another, in one without, are translations. */
export function scoreTranslation(a: Outline, b: Outline): TranslationScore {
  const [capital, other] = a.hasCapitals ? [a, b] : [b, a]
  const named = matchNames(capital, other)
  const numbered = commonInOrder(a.numbers, b.numbers)
  const claimed = commonInOrder(a.claims, b.claims)
  const names = named.of === 0 ? null : named.found / named.of
  const numbers = share(numbered, a.numbers.length, b.numbers.length)
  // A reader that understood nothing of one of the two is no evidence.
  const bothRead = a.claims.length > 0 && b.claims.length > 0
  const claims = bothRead ? share(claimed, a.claims.length, b.claims.length) : null
  const parts = [
    [names, 0.5],
    [numbers, 0.25],
    [claims, 0.15],
  ] as const
  const weight = parts.reduce((sum, [v, w]) => sum + (v === null ? 0 : w), 0)
  const total = parts.reduce((sum, [v, w]) => sum + (v ?? 0) * w, 0)
  const score = weight === 0 ? 0 : total / weight
  const length = Math.min(a.length, b.length) / Math.max(a.length, b.length, 1)
  const enough = named.found + numbered + claimed >= LEAST_EVIDENCE && length >= LEAST_LENGTH
  const inNames = names === null || names >= LEAST_NAMES
  return { score, names, numbers, claims, isTranslation: enough && inNames && score >= TRANSLATION_FROM }
}
