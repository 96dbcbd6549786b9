import { countOf, Int32s, type Lists, turned } from './number-lists.js'

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

/** For each block in which at least two claims meet, without those that hold too many, the positions of its claims, rising. */
function meetings(
  count: number,
  keysOf: (claim: number) => readonly string[],
  crowded: ReadonlySet<string> | undefined,
): Lists {
  const keys = new Map<string, number>()
  /** Of each key the most claims that it may have. */
  const limits: number[] = []
  const [from, items] = [new Int32Array(count + 1), new Int32s()]
  for (let i = 0; i < count; i++) {
    for (const key of keysOf(i)) {
      let number = keys.get(key)
      if (number === undefined) {
        number = keys.size
        keys.set(key, number)
        limits.push(crowded?.has(key) ? 0 : blockLimit(key))
      }
      items.push(number)
    }
    from[i + 1] = items.length
  }
  return without(turned({ from, items: items.all() }, keys.size), (size, key) => size < 2 || size > limits[key]!)
}

/** The lists but those that are dropped, by how long they are and which they are. */
function without({ from, items }: Lists, dropped: (size: number, list: number) => boolean): Lists {
  const [ends, kept] = [new Int32s(), new Int32s()]
  ends.push(0)
  for (let list = 0; list < from.length - 1; list++) {
    const [begin, end] = [from[list]!, from[list + 1]!]
    if (dropped(end - begin, list)) continue
    for (let x = begin; x < end; x++) kept.push(items[x]!)
    ends.push(kept.length)
  }
  return { from: ends.all().slice(), items: kept.all().slice() }
}

/** Which of so many claims meet in a block, given the keys of each; `crowded`: keys that hold too many beside these. */
export class SharedBlocks {
  /** Of each block its claims, and of each claim its blocks; both rising. */
  readonly #members: Lists
  readonly #own: Lists

  constructor(count: number, keysOf: (claim: number) => readonly string[], crowded?: ReadonlySet<string>) {
    this.#members = meetings(count, keysOf, crowded)
    this.#own = turned(this.#members, count)
  }

  /** Whether the claims at these positions meet: in a block that both stand in. */
  meet(i: number, j: number): boolean {
    const { from, items } = this.#own
    for (let x = from[i]!, y = from[j]!; x < from[i + 1]! && y < from[j + 1]!; ) {
      if (items[x] === items[y]) return true
      if (items[x]! < items[y]!) x++
      else y++
    }
    return false
  }

  /**
   * Visits every pair that meets, once: claim by claim, with those that come after it in the blocks that it stands in. Keeps
   * nothing of the pairs.
   */
  forEachPair(visit: (i: number, j: number) => void): void {
    const [{ from, items }, own] = [this.#members, this.#own]
    /** Where the claims of each block begin that come after the one that is visited. */
    const after = from.slice()
    /** The last claim that met each. */
    const met = new Int32Array(countOf(own)).fill(-1)
    for (let i = 0; i < met.length; i++)
      for (let x = own.from[i]!; x < own.from[i + 1]!; x++) {
        const block = own.items[x]!
        after[block]!++
        for (let y = after[block]!; y < from[block + 1]!; y++) {
          const j = items[y]!
          if (met[j] === i) continue
          met[j] = i
          visit(i, j)
        }
      }
  }
}
