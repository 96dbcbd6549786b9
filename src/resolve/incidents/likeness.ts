import { sha256 } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import { briefOf } from './claim-brief.js'
import type { ClaimFacts } from './claim-facts.js'
import { type PairScore, scorePair } from './score-pair.js'
import { SurelyDifferent } from './surely-different.js'

/** Scores kept at once. */
const MOST_KEPT = 20_000

/**
 * The hash of all of a claim that a comparison with a claim of another document reads; equal for claims that repeat one
 * another. A hash, since one is held of every claim of a repeated text.
 */
function contents(facts: ClaimFacts): string {
  const { claim, document, window, counts, ...rest } = facts
  const numbers = counts.map(([key, { min, max, text }]) => [key, min, max, text])
  const own = [claim.type, claim.mode, claim.status, document.language]
  // Infinity is no JSON.
  const all = [own, rest, window.from, window.to, window.stated, String(window.span), numbers]
  return sha256(JSON.stringify(all))
}

function* briefsOf(facts: readonly ClaimFacts[]) {
  for (const one of facts) yield briefOf(one)
}

/**
 * Scores pairs of claims. Of texts that repeat one another each pair of contents once: where hundreds do, their pairs are many
 * and their contents few.
 */
export class Likeness {
  readonly #numbers = new Map<string, number>()
  /** The number of each claim's contents, once it was asked for: most texts repeat no other. */
  readonly #contents: number[] = []
  readonly #different: SurelyDifferent
  readonly #known = new Map<number, PairScore>()

  constructor(
    readonly facts: readonly ClaimFacts[],
    readonly world: KnownWorld,
    readonly repeats: Repeats,
  ) {
    this.#different = new SurelyDifferent(facts.length, briefsOf(facts), world, repeats)
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
    const isRepeated = a.document.id !== b.document.id && this.repeats(a.document.id, b.document.id)
    if (!isRepeated) return scorePair(a, b, this.world, this.repeats)
    const key = this.#contentsOf(i) * this.facts.length + this.#contentsOf(j)
    const known = this.#known.get(key)
    if (known) return known
    const made = scorePair(a, b, this.world, this.repeats)
    if (this.#known.size >= MOST_KEPT) this.#known.clear()
    this.#known.set(key, made)
    return made
  }

  #contentsOf(i: number): number {
    const before = this.#contents[i]
    if (before !== undefined) return before
    const text = contents(this.facts[i]!)
    const number = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, number)
    this.#contents[i] = number
    return number
  }
}
