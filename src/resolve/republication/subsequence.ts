/** Length of the longest common subsequence of two sequences: how much of one is in the other in the same order. */
export function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let previous = new Uint16Array(b.length + 1)
  for (const x of a) {
    const current = new Uint16Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      current[j + 1] = b[j] === x ? previous[j]! + 1 : Math.max(previous[j + 1]!, current[j]!)
    }
    previous = current
  }
  return previous[b.length]!
}

/** Length of the longest rising subsequence: how many of some positions come in the same order. */
export function longestRise(positions: readonly number[]): number {
  const tails: number[] = []
  for (const p of positions) {
    const at = tails.findIndex((t) => t > p)
    if (at === -1) tails.push(p)
    else tails[at] = p
  }
  return tails.length
}
