import type { Reason } from '../../model/index.js'

const NOTHING: readonly string[] = []

/**
 * Holds things of equal content once. The same parties, places and days stand in thousands of claims, and of claims that are
 * compared all at once each would hold its own.
 */
export class OneOfEach {
  readonly #held = new Map<string, unknown>()

  /** The thing that is held under this key, which all of its content is in; made where there is none. */
  of<T>(key: string, make: () => T): T {
    const known = this.#held.get(key) as T | undefined
    if (known !== undefined) return known
    const made = make()
    this.#held.set(key, made)
    return made
  }

  /** This reason: the same few make up those of thousands of pairs. */
  reason(reason: Reason): Reason {
    return this.of(`reason ${reason.code}\n${JSON.stringify(reason.params)}`, () => Object.freeze(reason))
  }

  /** The list of these, sorted, each once. */
  list(items: readonly string[]): readonly string[] {
    if (items.length === 0) return NOTHING
    const sorted = items.length === 1 ? items : [...new Set(items)].sort()
    return this.of(`list\n${sorted.join('\n')}`, () => [...sorted])
  }
}
