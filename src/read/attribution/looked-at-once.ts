/**
 * What is known of those in a list that only grows: each is looked at once, however often it is asked, so that the time to
 * read stays linear in a document's length. It goes when the list goes.
 */
export function lookedAtOnce<T, K>(nothing: () => K, note: (known: K, item: T) => void): (list: readonly T[]) => K {
  const kept = new WeakMap<readonly T[], { known: K; seen: number }>()
  return (list) => {
    let of = kept.get(list)
    if (!of) {
      of = { known: nothing(), seen: 0 }
      kept.set(list, of)
    }
    for (; of.seen < list.length; of.seen++) note(of.known, list[of.seen]!)
    return of.known
  }
}

/** Adds to the list that a key has, and begins it where it has none. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
