import type { Entity } from '../model/index.js'
import { nameWords } from '../resolve/index.js'
import { fold } from '../text/index.js'
import { soundsOf, stemsOf } from './words-of.js'

/** The names that the packs know, by their words: a search asks them beside what reports introduce. */
export class KnownNames {
  readonly #byStem = new Map<string, Set<string>>()
  readonly #stems: string[]
  /** By the key of its sounds each word that has it, and the entities that it names. */
  readonly #bySound = new Map<string, Map<string, Set<string>>>()

  constructor(entities: Iterable<Entity>) {
    // Word by word: names share most of theirs, and how one sounds takes a while to tell.
    const byWord = new Map<string, Set<string>>()
    for (const { id, names } of entities)
      for (const { name } of names) {
        for (const stem of stemsOf(name)) put(this.#byStem, stem, id)
        for (const word of nameWords(name)) put(byWord, word, id)
      }
    for (const [word, ids] of byWord)
      for (const sound of soundsOf(word)) {
        const own = this.#bySound.get(sound) ?? new Map<string, Set<string>>()
        this.#bySound.set(sound, own)
        for (const id of ids) put(own, fold(word), id)
      }
    this.#stems = [...this.#byStem.keys()].sort((a, b) => (a < b ? -1 : 1))
  }

  /** Entities of which a name holds this stem, or one that begins with it. */
  find(stem: string, prefix: boolean): string[] {
    if (!prefix) return [...(this.#byStem.get(stem) ?? [])]
    const found = new Set<string>()
    for (let at = this.#first(stem); this.#stems[at]?.startsWith(stem); at++)
      for (const id of this.#byStem.get(this.#stems[at]!)!) found.add(id)
    return [...found]
  }

  /** The words of names that have this key of sounds, each with the entities that it names. */
  sounding(sound: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#bySound.get(sound) ?? new Map()
  }

  /** Position of the first stem that is not before this one. */
  #first(stem: string): number {
    let [low, high] = [0, this.#stems.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#stems[middle]! < stem) low = middle + 1
      else high = middle
    }
    return low
  }
}

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  const own = map.get(key)
  own ? own.add(id) : map.set(key, new Set([id]))
}

/** Made once for each set of packs. */
const made = new WeakMap<ReadonlyMap<string, Entity>, KnownNames>()

/** The known names of a world. */
export function knownNames(entities: ReadonlyMap<string, Entity>): KnownNames {
  const names = made.get(entities) ?? new KnownNames(entities.values())
  made.set(entities, names)
  return names
}
