import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import type { ClaimFacts } from './claim-facts.js'
import { type PairScore, scorePair } from './score-pair.js'
import { SurelyDifferent } from './surely-different.js'

/** Scores kept at once. */
const MOST_KEPT = 200_000

/** All of a claim that a comparison with a claim of another document reads; equal for claims that repeat one another. */
function contents(facts: ClaimFacts): string {
  const { claim, document, window, counts, ...rest } = facts
  const numbers = [...counts].map(([key, { min, max, text }]) => [key, min, max, text])
  const own = [claim.type, claim.mode, claim.status, document.language]
  // Infinity is no JSON.
  return JSON.stringify([own, rest, window.from, window.to, window.stated, String(window.span), numbers])
}

/**
 * Scores pairs of claims, each pair of contents once: where hundreds of reports repeat one text, their pairs are many and
 * their contents few. Claims of one document are always scored anew, since there it matters where they stand.
 */
export class Likeness {
  readonly #contents: readonly number[]
  readonly #size: number
  readonly #different: SurelyDifferent
  /** How many claims have each contents. */
  readonly #claims: number[] = []
  readonly #known = new Map<number, PairScore>()

  constructor(
    readonly facts: readonly ClaimFacts[],
    readonly world: KnownWorld,
    readonly repeats: Repeats,
  ) {
    const numbers = new Map<string, number>()
    this.#contents = facts.map((one) => {
      const text = contents(one)
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      this.#claims[number] = (this.#claims[number] ?? 0) + 1
      return number
    })
    this.#size = numbers.size
    this.#different = new SurelyDifferent(facts, world, repeats)
  }

  /** The score of the claims at two positions, in whatever order they are given; undefined where they are surely two. */
  score(one: number, other: number): PairScore | undefined {
    const [i, j] = this.facts[one]!.claim.id < this.facts[other]!.claim.id ? [one, other] : [other, one]
    return this.#different.says(i, j) ? undefined : this.#scored(i, j)
  }

  /** Whether the claims at two positions may be the same: cheap, and never wrong where it says no. */
  maybeSame(one: number, other: number): boolean {
    return !this.#different.neverSame(one, other)
  }

  #scored(i: number, j: number): PairScore {
    const [a, b] = [this.facts[i]!, this.facts[j]!]
    const alone = this.#claims[this.#contents[i]!]! * this.#claims[this.#contents[j]!]! === 1
    if (alone || a.document.id === b.document.id) return scorePair(a, b, this.world, this.repeats)
    const oneText = this.repeats(a.document.id, b.document.id) ? 1 : 0
    const key = (this.#contents[i]! * this.#size + this.#contents[j]!) * 2 + oneText
    const known = this.#known.get(key)
    if (known) return known
    const made = scorePair(a, b, this.world, this.repeats)
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(key, made)
    return made
  }
}
