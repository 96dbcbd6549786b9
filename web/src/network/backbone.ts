/** How many of its pairs each actor keeps. */
const EACH = 2

/**
 * Of many pairs, given the best supported first, those that are among the first of one of their two actors: few enough
 * to be told apart, and nobody is left out.
 */
export function backbone<P extends { a: string; b: string }>(pairs: readonly P[]): P[] {
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
