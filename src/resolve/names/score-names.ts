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

/** How much a word that the other name lacks counts against the two, beside a word that is matched. */
const MISSING_WORD = 0.7
/** One word that is plainly another ("Salih al-Dernai", "Salih al-Shaari") counts more than its share of the sound. */
const UNLIKE_WORD = 0.6
const UNLIKE_BELOW = 0.7
/** Words with less sound are too short to be plainly another. */
const LEAST_MASS = 1.5

function similarity(cost: number, massA: number, massB: number): number {
  const whole = Math.max(massA, massB)
  return whole === 0 ? 0 : Math.max(0, 1 - cost / whole)
}

/** An initial stands for any word that begins with its sound, and says less than the word. */
const INITIAL = 0.85

const isInitial = ({ text }: NamePart): boolean => [...text].length === 1

function wordSimilarity(a: NamePart, b: NamePart): number {
  if (isInitial(a) !== isInitial(b)) return a.sound[0] === b.sound[0] ? INITIAL : 0
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
  const worst = Math.min(1, ...matches.filter((m) => m.weight >= LEAST_MASS).map((m) => m.similarity))
  const missing = Math.max(0, (total(a) + total(b)) / 2 - matched)
  return matched === 0
    ? 0
    : alike / (matched + MISSING_WORD * missing) - UNLIKE_WORD * Math.max(0, UNLIKE_BELOW - worst)
}

function asOneWord(a: readonly NamePart[], b: readonly NamePart[]): number {
  const join = (parts: readonly NamePart[]) => encode(parts.map((p) => p.sound).join(''))
  const total = (parts: readonly NamePart[]) => parts.reduce((sum, p) => sum + p.mass, 0)
  return similarity(alignCost(join(a), join(b)), total(a), total(b))
}

/**
 * Scores whether two strings, in Arabic or Latin letters, are one name: `scoreNames('محمد النقيب', 'Mohammed al-Naqib')`
 * is close to 1. Words are compared by sound in any order, and, where the number of words differs, the whole also run together, since words are joined and
 * split freely («عبدالله», "Abd Allah"); the better of both holds. Identical strings score 1.
 */
export function scoreNames(a: string, b: string): NameScore {
  const [partsA, partsB] = [nameParts(a), nameParts(b)]
  if (a === b && a.trim() !== '')
    return { score: 1, parts: partsA.map((p) => ({ a: p.text, b: p.text, similarity: 1, weight: p.mass })) }
  const matches = pairWords(partsA, partsB)
  const splitDiffers = partsA.length !== partsB.length || partsA.length === 1
  const score = Math.max(0, byWords(partsA, partsB, matches), splitDiffers ? asOneWord(partsA, partsB) : 0)
  return { score: Math.round(score * 10_000) / 10_000, parts: matches }
}
