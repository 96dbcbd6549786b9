/** With more actors than this, a picture of every pair of them is a tangle. */
const CROWD = 60
/** How many of its pairs each actor then keeps, and how many of all are kept in any case. */
const [EACH, FIRST] = [2, 60]

interface Pair {
  a: string
  b: string
}

const isCrowd = (pairs: readonly Pair[]) => new Set(pairs.flatMap(({ a, b }) => [a, b])).size > CROWD

/**
 * Of many pairs, given the best supported first, those that are among the first of one of their two actors: few enough
 * to be told apart, and nobody is left out.
 */
export function backbone<P extends Pair>(pairs: readonly P[]): readonly P[] {
  if (!isCrowd(pairs)) return pairs
  const seen = new Map<string, number>()
  const rank = (id: string) => {
    const n = seen.get(id) ?? 0
    seen.set(id, n + 1)
    return n
  }
  return pairs.filter(({ a, b }) => {
    const [first, second] = [rank(a), rank(b)]
    return first < EACH || second < EACH
  })
}

/** What is shown of a network at first sight: of a crowd its backbone and the best supported pairs, else every pair. In the order given. */
export function mainPairs<P extends Pair>(pairs: readonly P[]): readonly P[] {
  const kept = new Set([...pairs.slice(0, FIRST), ...backbone(pairs)])
  return pairs.filter((pair) => kept.has(pair))
}
