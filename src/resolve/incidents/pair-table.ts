/** Up to so many things the numbers of all their pairs are kept: a byte each, at most 16 MB. */
const MOST_THINGS = 4096
const NOT_ASKED = -128

/** A small whole number for each pair of numbered things, from −127 to 127, worked out once where they are few enough. */
export class PairTable {
  /** By the first of a pair, made when it is first asked for: a few new claims are compared with thousands. */
  readonly #known: (Int8Array | undefined)[] = []

  constructor(
    readonly size: number,
    readonly work: (a: number, b: number) => number,
  ) {}

  /** The number of this pair. */
  of(a: number, b: number): number {
    if (this.size > MOST_THINGS) return this.work(a, b)
    let row = this.#known[a]
    if (!row) {
      row = new Int8Array(this.size).fill(NOT_ASKED)
      this.#known[a] = row
    }
    const found = row[b]!
    if (found !== NOT_ASKED) return found
    row[b] = this.work(a, b)
    return row[b]!
  }
}
