import type { KnownWorld } from '../known-world.js'

/** Answers held for one world: a case names the same few thousand outlets and people again and again. */
const MOST_HELD = 50_000

/** What `ask` says of these words, asked once for each, as long as the entities of the world stay. */
export function askedOnce<T>(ask: (words: string, world: KnownWorld) => T): (words: string, world: KnownWorld) => T {
  const known = new WeakMap<KnownWorld['entities'], Map<string, T>>()
  return (words, world) => {
    const own = known.get(world.entities) ?? new Map<string, T>()
    known.set(world.entities, own)
    const before = own.get(words)
    if (before !== undefined) return before
    if (own.size >= MOST_HELD) own.clear()
    const answer = ask(words, world)
    own.set(words, answer)
    return answer
  }
}
