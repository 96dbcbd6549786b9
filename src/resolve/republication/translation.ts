import { alignCost } from '../names/align-phones.js'
import type { NamePart } from '../names/name-parts.js'
import type { Outline } from './outline.js'
import { commonInOrder, longestRise } from './subsequence.js'

/** How far apart two words may sound and be one name in two scripts, as a share of what there is of the longer one. */
const MOST_APART = 0.2
/** How far a name may move within the text, as a share of its length. */
const DRIFT = 0.15
/** The shorter text must have at least this share of the longer one's words (Arabic writes several English words as one). */
const LEAST_LENGTH = 0.5
const LEAST_EVIDENCE = 6
const TRANSLATION_FROM = 0.55
const LEAST_NAMES = 0.35

function soundsAlike(a: NamePart, b: NamePart): boolean {
  const most = MOST_APART * Math.max(a.mass, b.mass)
  return alignCost(a.phones, b.phones, most) <= most
}

/** Names of the text with capitals that are found in the other, near the same place and in the same order. */
function matchNames(capital: Outline, other: Outline): { found: number; of: number } {
  const positions: number[] = []
  let from = 0
  for (const name of capital.words) {
    // Both lists are in reading order: the window only moves on.
    while (from < other.words.length && other.words[from]!.at < name.at - DRIFT) from++
    for (let i = from; i < other.words.length && other.words[i]!.at <= name.at + DRIFT; i++) {
      if (!soundsAlike(name, other.words[i]!)) continue
      positions.push(other.words[i]!.at)
      break
    }
  }
  return { found: longestRise(positions), of: capital.words.length }
}

const share = (common: number, a: number, b: number): number | null =>
  Math.max(a, b) === 0 ? null : common / Math.max(a, b)

/**
 * How much of one document, in a script with capitals, stands in the same order in another, in one without: from 0 to 1;
 * null where that is too little for a translation.
 */
export function scoreTranslation(a: Outline, b: Outline): number | null {
  if (Math.min(a.length, b.length) < LEAST_LENGTH * Math.max(a.length, b.length, 1)) return null
  const [capital, other] = a.hasCapitals ? [a, b] : [b, a]
  const named = matchNames(capital, other)
  const numbered = commonInOrder(a.numbers, b.numbers)
  const claimed = commonInOrder(a.claims, b.claims)
  const names = named.of === 0 ? null : named.found / named.of
  if (named.found + numbered + claimed < LEAST_EVIDENCE || (names !== null && names < LEAST_NAMES)) return null
  // A reader that understood nothing of one of the two is no evidence.
  const bothRead = a.claims.length > 0 && b.claims.length > 0
  const parts = [
    [names, 0.5],
    [share(numbered, a.numbers.length, b.numbers.length), 0.25],
    [bothRead ? share(claimed, a.claims.length, b.claims.length) : null, 0.15],
  ] as const
  const weight = parts.reduce((sum, [v, w]) => sum + (v === null ? 0 : w), 0)
  const total = parts.reduce((sum, [v, w]) => sum + (v ?? 0) * w, 0)
  const score = weight === 0 ? 0 : total / weight
  return score >= TRANSLATION_FROM ? score : null
}
