import { belongsTo, type KnownWorld } from '../known-world.js'
import { type ClaimBrief, HAS } from './claim-brief.js'
import { pointsOfPlace } from './compare-places.js'
import { type Lists, toLists } from './number-lists.js'
import { isFrequent } from './type-traits.js'

/** A day or a teller that is not known. */
export const NONE = -0x80000000

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

  constructor(readonly entities: Numbers) {}

  /** The number of a list: ids in order, with a space between them. */
  of(ids: string): number {
    const known = this.#known.get(ids)
    if (known !== undefined) return known
    this.#known.set(ids, this.lists.length)
    this.lists.push(ids.split(' ').map((id) => this.entities.of(id)))
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
  /** The document, by its number, and the id of each number. */
  document: Int32Array
  documents: readonly string[]
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

/** Open spans are longer than any. */
const LONGEST = 0x7fffffff

/** Writes claims as columns. */
export function claimColumns(briefs: readonly ClaimBrief[], world: KnownWorld): ClaimColumns {
  const [entities, types, tellers, counted] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()]
  const documents = new Numbers()
  const sets = new Sets(entities)
  const numbers = (of: (brief: ClaimBrief) => number) => Int32Array.from(briefs, of)
  const flags = (of: (brief: ClaimBrief) => boolean) => Uint8Array.from(briefs, (brief) => (of(brief) ? 1 : 0))
  const has = (what: number) => flags((brief) => (brief.has & what) !== 0)
  const bits = ({ counts }: ClaimBrief) => counts.reduce((all, [key]) => all | (1 << counted.of(key)), 0)
  const columns = {
    type: numbers(({ type }) => types.of(type)),
    frequent: flags(({ type }) => isFrequent(type)),
    mutual: has(HAS.mutualSides),
    stated: has(HAS.statedTime),
    from: numbers(({ from }) => from ?? NONE),
    to: numbers(({ to }) => to ?? NONE),
    span: numbers(({ span }) => Math.min(span, LONGEST)),
    published: numbers(({ published }) => published ?? NONE),
    document: numbers(({ document }) => documents.of(document)),
    documents: documents.names(),
    teller: numbers(({ teller }) => (teller === undefined ? NONE : tellers.of(teller))),
    hasMode: has(HAS.mode),
    counts: numbers(bits),
    count: {
      min: Float64Array.from(briefs, ({ counts }) => counts[0]?.[1] ?? 0),
      max: Float64Array.from(briefs, ({ counts }) => counts[0]?.[2] ?? Infinity),
    },
    doer: { set: numbers(({ doer }) => sets.of(doer)), words: has(HAS.doerWords) },
    done: { set: numbers(({ done }) => sets.of(done)), words: has(HAS.doneWords) },
    hasPersons: has(HAS.persons),
    hasNamed: has(HAS.named),
    places: numbers(({ places }) => sets.of(places)),
    hasPlaceWords: has(HAS.placeWords),
  }
  const own = entities.names()
  const around = toLists(own.map((id, n) => [n, ...belongsTo(id, world).map((a) => entities.of(a))]))
  const names = entities.names()
  return {
    ...columns,
    sets: sets.lists,
    names,
    around,
    placePoints: Float64Array.from(names, (id) => pointsOfPlace(id, world).points),
  }
}
