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
  /** For each set of parties, and each of places, by its number, the entities in it. */
  sets: Lists
  placeSets: Lists
  /** Ids of entities, by their numbers. */
  names: readonly string[]
  /** For each entity, by its number, what two claims gain that both name it as their place. */
  placePoints: Float64Array
  /** For each entity, by its number, itself and all that it lies in or belongs to. */
  around: Lists
}

/** Open spans are longer than any. */
const LONGEST = 0x7fffffff

/** Writes claims as columns, one after the other: of so many at once not even their briefs need be held. */
export function claimColumns(count: number, briefs: Iterable<ClaimBrief>, world: KnownWorld): ClaimColumns {
  const [entities, types, tellers, counted] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()]
  const documents = new Numbers()
  const [sets, placeSets] = [new Sets(entities), new Sets(entities)]
  const [numbers, flags] = [() => new Int32Array(count), () => new Uint8Array(count)]
  const columns = {
    ...{ type: numbers(), frequent: flags(), mutual: flags(), stated: flags(), from: numbers(), to: numbers() },
    ...{ span: numbers(), published: numbers(), document: numbers(), teller: numbers(), hasMode: flags() },
    ...{ counts: numbers(), count: { min: new Float64Array(count), max: new Float64Array(count) } },
    ...{ doer: { set: numbers(), words: flags() }, done: { set: numbers(), words: flags() } },
    ...{ hasPersons: flags(), hasNamed: flags(), places: numbers(), hasPlaceWords: flags() },
  }
  let i = 0
  for (const brief of briefs) {
    const has = (what: number) => ((brief.has & what) === 0 ? 0 : 1)
    columns.type[i] = types.of(brief.type)
    columns.frequent[i] = isFrequent(brief.type) ? 1 : 0
    columns.mutual[i] = has(HAS.mutualSides)
    columns.stated[i] = has(HAS.statedTime)
    columns.from[i] = brief.from ?? NONE
    columns.to[i] = brief.to ?? NONE
    columns.span[i] = Math.min(brief.span, LONGEST)
    columns.published[i] = brief.published ?? NONE
    columns.document[i] = documents.of(brief.document)
    columns.teller[i] = brief.teller === undefined ? NONE : tellers.of(brief.teller)
    columns.hasMode[i] = has(HAS.mode)
    columns.counts[i] = brief.counts.reduce((all, [key]) => all | (1 << counted.of(key)), 0)
    columns.count.min[i] = brief.counts[0]?.[1] ?? 0
    columns.count.max[i] = brief.counts[0]?.[2] ?? Number.POSITIVE_INFINITY
    columns.doer.set[i] = sets.of(brief.doer)
    columns.doer.words[i] = has(HAS.doerWords)
    columns.done.set[i] = sets.of(brief.done)
    columns.done.words[i] = has(HAS.doneWords)
    columns.hasPersons[i] = has(HAS.persons)
    columns.hasNamed[i] = has(HAS.named)
    columns.places[i] = placeSets.of(brief.places)
    columns.hasPlaceWords[i] = has(HAS.placeWords)
    i++
  }
  const own = entities.names()
  const around = toLists(own.map((id, n) => [n, ...belongsTo(id, world).map((a) => entities.of(a))]))
  const names = entities.names()
  return {
    ...columns,
    documents: documents.names(),
    sets: toLists(sets.lists),
    placeSets: toLists(placeSets.lists),
    names,
    around,
    placePoints: Float64Array.from(names, (id) => pointsOfPlace(id, world).points),
  }
}
