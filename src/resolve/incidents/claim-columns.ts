import { belongsTo, type KnownWorld } from '../known-world.js'
import type { ClaimFacts, SideFacts } from './claim-facts.js'
import { pointsOfPlace } from './compare-places.js'
import { isFrequent } from './type-traits.js'

/** A day or a teller that is not known. */
export const NONE = -0x80000000

/** Short lists of numbers, one for each claim, in one array: the list of claim `i` is `items[from[i]]` up to `items[from[i + 1]]`. */
export interface Lists {
  from: Int32Array
  items: Int32Array
}

function lists(all: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(all.length + 1)
  all.forEach((list, i) => {
    from[i + 1] = from[i]! + list.length
  })
  return { from, items: Int32Array.from(all.flat()) }
}

/** Gives things numbers in the order in which they are met. */
class Numbers {
  readonly #known = new Map<string, number>()

  of(name: string): number {
    const number = this.#known.get(name) ?? this.#known.size
    this.#known.set(name, number)
    return number
  }

  names(): string[] {
    return [...this.#known.keys()]
  }
}

/** Numbers for lists of entities, equal lists under one number; 0 is the empty list. */
class Sets {
  readonly #known = new Map<string, number>([['', 0]])
  readonly lists: (readonly number[])[] = [[]]

  of(numbers: readonly number[]): number {
    const key = numbers.join(' ')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.lists.length)
    this.lists.push(numbers)
    return this.lists.length - 1
  }
}

/** One side of claims: the set of known entities, and whether it has words of unknown ones. */
export interface SideColumns {
  set: Int32Array
  words: Uint8Array
}

/**
 * What pairs of claims are compared by, as columns of numbers: a pair is looked at a thousand times more often than it is
 * joined, and numbers that lie side by side are read many times faster than objects that lie all over memory. Position in
 * a column is position in the list of claims; days are day numbers, `NONE` where not known.
 */
export interface ClaimColumns {
  type: Int32Array
  frequent: Uint8Array
  mutual: Uint8Array
  stated: Uint8Array
  from: Int32Array
  to: Int32Array
  span: Int32Array
  published: Int32Array
  /** The document, by its number. */
  document: Int32Array
  teller: Int32Array
  hasMode: Uint8Array
  /** A bit for each kind of count that is given. */
  counts: Int32Array
  /** Of claims that give one count, its bounds. */
  count: { min: Float64Array; max: Float64Array }
  doer: SideColumns
  done: SideColumns
  hasPersons: Uint8Array
  /** Words that may name the person to whom it was done. */
  hasNamed: Uint8Array
  /** The set of its places. */
  places: Int32Array
  hasPlaceWords: Uint8Array
  /** For each set, by its number, the entities in it. */
  sets: readonly (readonly number[])[]
  /** Ids of entities, by their numbers. */
  names: readonly string[]
  /** For each entity, by its number, what two claims gain that both name it as their place. */
  placePoints: Float64Array
  /** For each entity, by its number, itself and all that it lies in or belongs to. */
  around: Lists
}

const flags = (values: readonly boolean[]): Uint8Array => Uint8Array.from(values, Number)
const days = (values: readonly (number | null)[]): Int32Array => Int32Array.from(values, (v) => v ?? NONE)
/** Open spans are longer than any. */
const LONGEST = 0x7fffffff

/** Writes claims as columns. */
export function claimColumns(facts: readonly ClaimFacts[], world: KnownWorld): ClaimColumns {
  const [entities, types, tellers, counted] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()]
  const documents = new Numbers()
  const sets = new Sets()
  const setOf = (ids: readonly string[]) => sets.of(ids.map((id) => entities.of(id)))
  const side = (of: (f: ClaimFacts) => SideFacts): SideColumns => ({
    set: Int32Array.from(facts, (f) => setOf(of(f).ids)),
    words: flags(facts.map((f) => of(f).words.length > 0)),
  })
  const bits = ({ counts }: ClaimFacts) => [...counts.keys()].reduce((all, key) => all | (1 << counted.of(key)), 0)
  const columns = {
    type: Int32Array.from(facts, (f) => types.of(f.claim.type)),
    frequent: flags(facts.map((f) => isFrequent(f.claim.type))),
    mutual: flags(facts.map((f) => f.mutual)),
    stated: flags(facts.map((f) => f.window.stated)),
    from: days(facts.map((f) => f.window.from)),
    to: days(facts.map((f) => f.window.to)),
    span: Int32Array.from(facts, (f) => Math.min(f.window.span, LONGEST)),
    published: days(facts.map((f) => f.published)),
    document: Int32Array.from(facts, (f) => documents.of(f.document.id)),
    teller: Int32Array.from(facts, (f) => (f.teller === undefined ? NONE : tellers.of(f.teller))),
    hasMode: flags(facts.map(({ claim }) => claim.mode !== undefined && claim.mode !== 'other')),
    counts: Int32Array.from(facts, bits),
    count: {
      min: Float64Array.from(facts, ({ counts }) => counts.values().next().value?.min ?? 0),
      max: Float64Array.from(facts, ({ counts }) => counts.values().next().value?.max ?? Infinity),
    },
    doer: side((f) => f.doer),
    done: side((f) => f.done),
    hasPersons: flags(facts.map((f) => f.persons.length > 0)),
    hasNamed: flags(facts.map((f) => f.done.words.length + f.objects.words.length > 0)),
    places: Int32Array.from(facts, (f) => setOf(f.places)),
    hasPlaceWords: flags(facts.map((f) => f.placeWords.length > 0)),
  }
  const own = entities.names()
  const around = lists(own.map((id, n) => [n, ...belongsTo(id, world).map((a) => entities.of(a))]))
  const names = entities.names()
  return {
    ...columns,
    sets: sets.lists,
    names,
    around,
    placePoints: Float64Array.from(names, (id) => pointsOfPlace(id, world).points),
  }
}
