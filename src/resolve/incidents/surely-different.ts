import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import { type ClaimColumns, claimColumns, type Lists, NONE, type SideColumns } from './claim-columns.js'
import type { ClaimFacts } from './claim-facts.js'
import { RARE_TOLL } from './compare-counts.js'
import { placesCompatible } from './compare-places.js'
import { DAY_SPAN, NEWS_DAYS, WEEK_DAYS } from './compare-times.js'
import { DIFFERENT_TO } from './score-pair.js'

/** What each field can add to a score at most. */
const MOST = {
  ...{ type: 1, text: 1.5, teller: 1.5, counts: 3, sameCount: 2, rareCount: 1.5, nearCount: 0.5, mode: 1 },
  ...{ day: 3, nearDay: 1, newsOf: 1.5, report: 1 },
  ...{ party: 2, words: 1, bothParties: 4, turned: 2, person: 3, named: 4 },
  ...{ place: 3.5, placeInside: 1.5, placeWords: 1.5 },
}
const OTHER_PARTY = -3
const OTHER_PLACE = -3
const APART = Number.NEGATIVE_INFINITY

function holds({ from, items }: Lists, i: number, item: number): boolean {
  for (let x = from[i]!; x < from[i + 1]!; x++) if (items[x] === item) return true
  return false
}

function overlap(a: Lists, i: number, b: Lists, j: number): boolean {
  for (let x = a.from[i]!; x < a.from[i + 1]!; x++)
    for (let y = b.from[j]!; y < b.from[j + 1]!; y++) if (a.items[x] === b.items[y]) return true
  return false
}

const isEmpty = ({ from }: Lists, i: number): boolean => from[i] === from[i + 1]
const length = ({ from }: Lists, i: number): number => from[i + 1]! - from[i]!

/**
 * Tells cheaply of many pairs of claims that they are two, by bounding what `scorePair` could give them: it never says so
 * of a pair that `scorePair` would not call different. The pairs of a month are millions, and nearly all are two.
 */
export class SurelyDifferent {
  readonly #columns: ClaimColumns

  constructor(
    readonly facts: readonly ClaimFacts[],
    readonly world: KnownWorld,
    readonly repeats: Repeats,
  ) {
    this.#columns = claimColumns(facts, world)
  }

  /** Whether the claims at two positions are surely two. */
  says(i: number, j: number): boolean {
    const time = this.#time(i, j)
    if (time === APART) return true
    const parties = this.#parties(i, j)
    if (parties === APART) return true
    const { type } = this.#columns
    const before = MOST.type + time + parties + this.#others(i, j)
    const text = type[i] === type[j] ? MOST.text : 0
    if (before + MOST.place + MOST.placeWords <= DIFFERENT_TO - text) return true
    const most = before + this.#place(i, j)
    if (most > DIFFERENT_TO) return false
    return most + text <= DIFFERENT_TO || !this.repeats(this.facts[i]!.document.id, this.facts[j]!.document.id)
  }

  #time(i: number, j: number): number {
    const { stated, from, to, span, frequent } = this.#columns
    const gap = Math.max(from[i]! - to[j]!, from[j]! - to[i]!, 0)
    if (stated[i] && stated[j]) {
      if (gap === 0) return MOST.day
      const narrow = Math.min(span[i]!, span[j]!)
      if (Math.max(span[i]!, span[j]!) > DAY_SPAN) return gap === 1 && narrow <= DAY_SPAN ? 0 : APART
      return gap > (frequent[i] || frequent[j] ? NEWS_DAYS : WEEK_DAYS) ? APART : MOST.nearDay
    }
    if (!stated[i] && !stated[j]) return MOST.report
    const [dated, undated] = stated[i] ? [i, j] : [j, i]
    if (to[undated] === NONE) return 0
    if (from[undated] !== NONE) return gap === 0 ? MOST.report : APART
    return to[undated]! < from[dated]! - 1 ? APART : MOST.newsOf
  }

  #parties(i: number, j: number): number {
    const { mutual, doer, done, type } = this.#columns
    if (mutual[i] && mutual[j]) return this.#mutual(i, j)
    const [one, other] = [this.#side(doer, i, j), this.#side(done, i, j)]
    if (one >= 0 || other >= 0) return one + other
    if (mutual[i] || mutual[j] || type[i] !== type[j]) return APART
    const turned = this.#related(doer.ids, i, done.ids, j) && this.#related(done.ids, i, doer.ids, j)
    return turned ? MOST.turned : APART
  }

  #mutual(i: number, j: number): number {
    const { ids } = this.#columns.doer
    if (isEmpty(ids, i) || isEmpty(ids, j)) return this.#side(this.#columns.doer, i, j)
    if (!this.#related(ids, i, ids, j)) return APART
    return Math.min(length(ids, i), length(ids, j)) > 1 ? MOST.bothParties : MOST.party
  }

  #side({ ids, words }: SideColumns, i: number, j: number): number {
    if (!isEmpty(ids, i) && !isEmpty(ids, j)) return this.#related(ids, i, ids, j) ? MOST.party : OTHER_PARTY
    return words[i] && words[j] ? MOST.words : 0
  }

  /** Persons, counts, modes and tellers. */
  #others(i: number, j: number): number {
    const { hasPersons, hasNamed, hasMode, teller, stated } = this.#columns
    const person = hasPersons[i] && hasPersons[j] ? MOST.person : hasNamed[i] && hasNamed[j] ? MOST.named : 0
    const mode = hasMode[i] && hasMode[j] ? MOST.mode : 0
    const told = teller[i] !== NONE && teller[i] === teller[j] && !(stated[i] && stated[j])
    return person + this.#counts(i, j) + mode + (told ? MOST.teller : 0)
  }

  #counts(i: number, j: number): number {
    const { counts, count } = this.#columns
    const shared = counts[i]! & counts[j]!
    if (shared === 0) return 0
    const single = shared === counts[i] && shared === counts[j] && (shared & (shared - 1)) === 0
    if (!single) return MOST.counts
    const { min, max } = count
    if (min[i] === min[j] && max[i] === max[j]) return MOST.sameCount
    return min[i]! >= RARE_TOLL && min[j]! >= RARE_TOLL ? MOST.rareCount : MOST.nearCount
  }

  #place(i: number, j: number): number {
    const { places, hasPlaceWords } = this.#columns
    const words = hasPlaceWords[i] && hasPlaceWords[j] ? MOST.placeWords : 0
    if (isEmpty(places, i) || isEmpty(places, j)) return words
    if (overlap(places, i, places, j)) return words + MOST.place
    const [a, b] = [this.facts[i]!.places, this.facts[j]!.places]
    return words + (placesCompatible(a, b, this.world) ? MOST.placeInside : OTHER_PLACE)
  }

  /** Whether an entity of the one list is, or belongs to, one of the other, or the other way round. */
  #related(a: Lists, i: number, b: Lists, j: number): boolean {
    const { around } = this.#columns
    for (let x = a.from[i]!; x < a.from[i + 1]!; x++)
      for (let y = b.from[j]!; y < b.from[j + 1]!; y++) {
        const [p, q] = [a.items[x]!, b.items[y]!]
        if (p === q || holds(around, p, q) || holds(around, q, p)) return true
      }
    return false
  }
}
