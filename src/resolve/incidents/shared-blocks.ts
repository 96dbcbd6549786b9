/** Blocks and the claims that stand in them, by position in a list. */
interface Blocks {
  /** For each claim the numbers of its blocks, rising. */
  own: readonly number[][]
  /** For each block the positions of its claims. */
  members: readonly number[][]
}

/**
 * Most claims that a block without a time may hold. A number that so many claims of one party share singles nothing out,
 * and undated claims of one party and kind, beyond a point, cannot be told apart by comparing them all. Blocks with a
 * time are bounded by what happens in a month, and have no limit.
 */
const MOST_PARTICULAR = 40
const MOST_UNDATED = 400

/** Marks a block that no month bounds. */
export const TIMELESS = '*'
export const UNDATED = `${TIMELESS}undated`
export const YEARS = `${TIMELESS}years`

/** How many claims a block may hold for its claims to be compared; Infinity for blocks of one month. */
export function blockLimit(key: string): number {
  const time = key.slice(key.lastIndexOf('|') + 1)
  if (!time.startsWith(TIMELESS)) return Number.POSITIVE_INFINITY
  return time === UNDATED || time === YEARS ? MOST_UNDATED : MOST_PARTICULAR
}

/** Numbers the blocks in which at least two claims meet, without those that hold too many. The keys of a claim are let go at once. */
function meetings(
  count: number,
  keysOf: (claim: number) => readonly string[],
  crowded: ReadonlySet<string> | undefined,
): Blocks {
  const byKey = new Map<string, number[]>()
  for (let i = 0; i < count; i++)
    for (const key of keysOf(i)) {
      const block = byKey.get(key)
      block ? block.push(i) : byKey.set(key, [i])
    }
  const own = Array.from({ length: count }, (): number[] => [])
  const members: number[][] = []
  for (const [key, block] of byKey) {
    if (block.length < 2 || block.length > blockLimit(key) || crowded?.has(key)) continue
    for (const i of block) own[i]!.push(members.length)
    members.push(block)
  }
  return { own, members }
}

/** The smallest number that two rising lists share; -1 where they share none. */
function firstShared(a: readonly number[], b: readonly number[]): number {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) return a[i]!
    if (a[i]! < b[j]!) i++
    else j++
  }
  return -1
}

/** Which of so many claims meet in a block, given the keys of each; `crowded`: keys that hold too many beside these. */
export class SharedBlocks {
  readonly #blocks: Blocks

  constructor(count: number, keysOf: (claim: number) => readonly string[], crowded?: ReadonlySet<string>) {
    this.#blocks = meetings(count, keysOf, crowded)
  }

  /** Whether the claims at these positions meet. */
  meet(i: number, j: number): boolean {
    return firstShared(this.#blocks.own[i]!, this.#blocks.own[j]!) >= 0
  }

  /** Visits every pair that meets, once: in the first of the blocks that both stand in. Keeps nothing of the pairs. */
  forEachPair(visit: (i: number, j: number) => void): void {
    const { own, members } = this.#blocks
    for (const [number, block] of members.entries())
      for (let x = 0; x < block.length; x++)
        for (let y = x + 1; y < block.length; y++) {
          const [i, j] = [block[x]!, block[y]!]
          if (firstShared(own[i]!, own[j]!) === number) visit(i, j)
        }
  }
}
