import { alignCost } from './align-phones.js'
import { type NamePart, nameParts } from './name-parts.js'
import { encode } from './phones.js'

/** One matched pair of words, and how much it weighs in the score. */
export interface PartMatch {
  a: string
  b: string
  similarity: number
  weight: number
}

/** Whether two strings name one thing, from 0 to 1, with the words that were matched. */
export interface NameScore {
  score: number
  parts: PartMatch[]
}

/** What is left of a word's likeness when nothing of it is found in the other name. */
const MISSING_WORD = 0.9

function similarity(cost: number, massA: number, massB: number): number {
  const whole = Math.max(massA, massB)
  return whole === 0 ? 0 : Math.max(0, 1 - cost / whole)
}

function wordSimilarity(a: NamePart, b: NamePart): number {
  return similarity(alignCost(a.phones, b.phones), a.mass, b.mass)
}

/** Pairs words greedily, the most alike first; ties by position, so that the result never depends on the caller. */
function pairWords(a: readonly NamePart[], b: readonly NamePart[]): PartMatch[] {
  const pairs = a.flatMap((x, i) => b.map((y, j) => ({ i, j, s: wordSimilarity(x, y) })))
  pairs.sort((p, q) => q.s - p.s || p.i - q.i || p.j - q.j)
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const matches: PartMatch[] = []
  for (const { i, j, s } of pairs) {
    if (usedA.has(i) || usedB.has(j)) continue
    usedA.add(i)
    usedB.add(j)
    matches.push({ a: a[i]!.text, b: b[j]!.text, similarity: s, weight: (a[i]!.mass + b[j]!.mass) / 2 })
  }
  return matches
}

function byWords(a: readonly NamePart[], b: readonly NamePart[], matches: readonly PartMatch[]): number {
  const total = (parts: readonly NamePart[]) => parts.reduce((sum, p) => sum + p.mass, 0)
  const matched = matches.reduce((sum, m) => sum + m.weight, 0)
  const alike = matches.reduce((sum, m) => sum + m.weight * m.similarity, 0)
  const missing = Math.max(0, (total(a) + total(b)) / 2 - matched)
  return matched === 0 ? 0 : alike / (matched + MISSING_WORD * missing)
}

function asOneWord(a: readonly NamePart[], b: readonly NamePart[]): number {
  const join = (parts: readonly NamePart[]) => encode(parts.map((p) => p.sound).join(''))
  const total = (parts: readonly NamePart[]) => parts.reduce((sum, p) => sum + p.mass, 0)
  return similarity(alignCost(join(a), join(b)), total(a), total(b))
}

/**
 * Scores whether two strings, in Arabic or Latin letters, are one name: `scoreNames('محمد النقيب', 'Mohammed al-Naqib')`
 * is close to 1. Words are compared by sound in any order, and the whole also run together, since words are joined and
 * split freely («عبدالله», "Abd Allah"); the better of both holds. Identical strings score 1.
 */
export function scoreNames(a: string, b: string): NameScore {
  const [partsA, partsB] = [nameParts(a), nameParts(b)]
  const matches = pairWords(partsA, partsB)
  const score = Math.max(byWords(partsA, partsB, matches), asOneWord(partsA, partsB))
  return { score: Math.round(score * 10_000) / 10_000, parts: matches }
}
