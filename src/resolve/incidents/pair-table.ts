/** Up to so many things all pairs of them are kept: a byte each, 16 MB. */
const MOST_THINGS = 4096
const NOT_ASKED = -128
/** Points come in quarters. */
const QUARTER = 4

/** Points of pairs of numbered things, in quarters from −31 to 31, each pair worked out once where they are few enough. */
export class PairTable {
  readonly #known: Int8Array | undefined

  constructor(
    readonly size: number,
    readonly work: (a: number, b: number) => number,
  ) {
    this.#known = size <= MOST_THINGS ? new Int8Array(size * size).fill(NOT_ASKED) : undefined
  }

  /** The points of this pair. */
  of(a: number, b: number): number {
    const known = this.#known
    if (!known) return this.work(a, b)
    const at = a * this.size + b
    const found = known[at]!
    if (found !== NOT_ASKED) return found / QUARTER
    const points = this.work(a, b)
    known[at] = points * QUARTER
    return points
  }
}
