/** Lists of numbers in one array: list `i` is `items[from[i]]` up to `items[from[i + 1]]`. */
export interface Lists {
  from: Int32Array
  items: Int32Array
}

/** Many lists as one array. */
export function toLists(all: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(all.length + 1)
  all.forEach((list, i) => {
    from[i + 1] = from[i]! + list.length
  })
  return { from, items: Int32Array.from(all.flat()) }
}

/** How long this list is. */
export const lengthOf = ({ from }: Lists, list: number): number => from[list + 1]! - from[list]!

/** How many lists there are. */
export const countOf = ({ from }: Lists): number => from.length - 1

/**
 * The lists turned round: for each of so many numbers, in which lists it stands, rising. Turned twice they are the same,
 * each list rising.
 */
export function turned(lists: Lists, numbers: number): Lists {
  const { from, items } = lists
  const begin = new Int32Array(numbers + 1)
  for (const item of items) begin[item + 1]!++
  for (let n = 0; n < numbers; n++) begin[n + 1]! += begin[n]!
  const filled = begin.slice()
  const found = new Int32Array(items.length)
  for (let list = 0; list < from.length - 1; list++)
    for (let x = from[list]!; x < from[list + 1]!; x++) found[filled[items[x]!]!++] = list
  return { from: begin, items: found }
}

/** A growing array of 32-bit numbers. */
export class Int32s {
  #items = new Int32Array(1024)
  #length = 0

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Int32Array(2 * this.#length)
      larger.set(this.#items)
      this.#items = larger
    }
    this.#items[this.#length++] = item
  }

  get length(): number {
    return this.#length
  }

  /** What was pushed. */
  all(): Int32Array {
    return this.#items.subarray(0, this.#length)
  }
}
