import { order, type Reason } from '../../model/index.js'

/** A pair of claims by their ids, the smaller one first, with its score and what makes the reasons for it. */
export interface ScoredPair {
  a: string
  b: string
  score: number
  because(): readonly Reason[]
}

/** What stands where in the list of pairs: the likeliest first; of those that are as likely, by their ids. */
export type PairPlace = Pick<ScoredPair, 'a' | 'b' | 'score'>

/** The order of the list of pairs. */
export function likelierFirst(x: PairPlace, y: PairPlace): number {
  return y.score - x.score || order(x.a, y.a) || order(x.b, y.b)
}

/** The likeliest of many pairs: no more than twice as many as are asked for are held at a time. */
export class Likeliest {
  #held: ScoredPair[] = []
  /** No pair with a score below this one is among them any more. */
  floor = 0

  constructor(readonly most: number) {}

  /** Holds a pair as long as it is among them. */
  add(pair: ScoredPair): void {
    if (pair.score < this.floor) return
    this.#held.push(pair)
    if (this.#held.length >= 2 * this.most) this.inOrder()
  }

  /** The likeliest first. */
  inOrder(): readonly ScoredPair[] {
    this.#held.sort(likelierFirst)
    this.#held = this.#held.slice(0, this.most)
    if (this.#held.length === this.most) this.floor = this.#held.at(-1)!.score
    return this.#held
  }
}
