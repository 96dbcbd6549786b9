import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import type { ClaimBrief } from './claim-brief.js'
import { type ClaimColumns, claimColumns, NONE, type SideColumns } from './claim-columns.js'
import { RARE_TOLL } from './compare-counts.js'
import { namesakes } from './compare-places.js'
import { DAY_SPAN, MONTH_DAYS, NEWS_DAYS, WEEK_DAYS } from './compare-times.js'
import type { Lists } from './number-lists.js'
import { PairTable } from './pair-table.js'
import { DIFFERENT_TO, SAME_FROM } from './score-pair.js'

/** What each field can add to a score at most. */
const MOST = {
  ...{
    type: 1,
    otherType: 0.5,
    text: 1.5,
    teller: 1.5,
    counts: 3,
    sameCount: 2,
    rareCount: 1.5,
    nearCount: 0.5,
    mode: 1,
  },
  ...{ party: 2, kin: 1.5, words: 1, bothParties: 4, turned: 2, person: 3, named: 4 },
  ...{ place: 3.5, placeInside: 1.5, placeWords: 1.5 },
}
const OTHER_PARTY = -3
const OTHER_PLACE = -3
const APART = Number.NEGATIVE_INFINITY
/** Points come in quarters. */
const QUARTER = 0.25

function holds({ from, items }: Lists, i: number, item: number): boolean {
  for (let x = from[i]!; x < from[i + 1]!; x++) if (items[x] === item) return true
  return false
}

/** Points by how many days lie between the two: up to three, up to a week, up to a month, more. */
function byLag(days: number, news: number, week: number): number {
  if (days <= NEWS_DAYS) return news
  if (days <= WEEK_DAYS) return week
  return days <= MONTH_DAYS ? 0 : -1.5
}

/**
 * Tells cheaply of many pairs of claims that they are two, or at least not to be joined, by bounding what `scorePair` could
 * give them: it never says so of a pair of which `scorePair` would not. The pairs of a month are millions, and nearly all
 * are two.
 */
export class SurelyDifferent {
  readonly #columns: ClaimColumns
  /** What two sets of parties give, and two sets of places; 0 where one is empty. */
  readonly #sides: PairTable
  readonly #places: PairTable
  /** Whether two entities belong together, and whether two places do or have one name: 1 or 0. */
  readonly #kin: PairTable
  readonly #near: PairTable

  constructor(
    count: number,
    briefs: Iterable<ClaimBrief>,
    readonly world: KnownWorld,
    readonly repeats: Repeats,
  ) {
    this.#columns = claimColumns(count, briefs, world)
    const { sets, placeSets, names, around } = this.#columns
    // Sets are many where entities are few: once they are too many for a table, they are compared by their entities.
    this.#kin = new PairTable(names.length, (x, y) => Number(x === y || holds(around, x, y) || holds(around, y, x)))
    this.#near = new PairTable(names.length, (x, y) =>
      Number(this.#kin.of(x, y) === 1 || namesakes(names[x]!, names[y]!, world)),
    )
    type Sets = typeof sets
    const answer = (of: Sets, points: (a: Sets[number], b: Sets[number]) => number) =>
      new PairTable(of.length, (a, b) => (a === 0 || b === 0 ? 0 : points(of[a]!, of[b]!)))
    this.#sides = answer(sets, (a, b) => this.#partyPoints(a, b))
    this.#places = answer(placeSets, (a, b) => this.#placePoints(a, b))
  }

  /** Whether the claims at two positions are surely two. */
  says(i: number, j: number): boolean {
    return this.#atMost(i, j, DIFFERENT_TO)
  }

  /** Whether the claims at two positions are surely not to be joined: two, or for the analyst to decide. */
  neverSame(i: number, j: number): boolean {
    return this.neverReach(i, j, SAME_FROM)
  }

  /** Whether the claims at two positions surely have fewer points than these. */
  neverReach(i: number, j: number, points: number): boolean {
    return this.#atMost(i, j, points - QUARTER)
  }

  /** Whether the claims at two positions cannot have more points than this. */
  #atMost(i: number, j: number, points: number): boolean {
    const time = this.#time(i, j)
    if (time === APART) return true
    const parties = this.#parties(i, j)
    if (parties === APART) return true
    const { type } = this.#columns
    const sameType = type[i] === type[j]
    const text = sameType ? MOST.text : 0
    const before = (sameType ? MOST.type : MOST.otherType) + time + parties + this.#others(i, j)
    if (before + MOST.place + MOST.placeWords + text <= points) return true
    const most = before + this.#place(i, j)
    if (most > points) return false
    const { document, documents } = this.#columns
    return most + text <= points || !this.repeats(documents[document[i]!]!, documents[document[j]!]!)
  }

  /** What `compareTimes` gives, or a little more. */
  #time(i: number, j: number): number {
    const { stated, from, to } = this.#columns
    if (stated[i] && stated[j]) return this.#stated(i, j)
    if (!stated[i] && !stated[j]) return this.#reports(i, j)
    const dated = stated[i] ? i : j
    const undated = stated[i] ? j : i
    if (to[undated] === NONE) return 0
    if (from[undated] !== NONE) return from[i]! - to[j]! <= 0 && from[j]! - to[i]! <= 0 ? 1 : APART
    if (to[undated]! < from[dated]! - 1) return APART
    return byLag(to[undated]! - to[dated]!, 1.5, 1)
  }

  /** Both days are given. */
  #stated(i: number, j: number): number {
    const { from, to, span, frequent } = this.#columns
    const gap = Math.max(from[i]! - to[j]!, from[j]! - to[i]!, 0)
    const wide = Math.max(span[i]!, span[j]!)
    if (gap === 0) return wide <= DAY_SPAN ? 3 : wide <= MONTH_DAYS ? 1.5 : 0.5
    if (wide > DAY_SPAN) return gap === 1 && Math.min(span[i]!, span[j]!) <= DAY_SPAN ? -1.5 : APART
    const often = frequent[i] || frequent[j]
    if (gap > (often ? NEWS_DAYS : WEEK_DAYS)) return APART
    return gap === 1 ? 1 : -0.5
  }

  /** Both rest on when they were reported. */
  #reports(i: number, j: number): number {
    const { published, document, from } = this.#columns
    if (document[i] === document[j]) return 1
    if (published[i] === NONE || published[j] === NONE) return 0
    // A plan counts a little more than two reports of its distance.
    const planned = from[i] !== NONE || from[j] !== NONE ? 0.5 : -1.5
    return Math.max(planned, byLag(Math.abs(published[i]! - published[j]!), 1, 0.5))
  }

  #parties(i: number, j: number): number {
    const { mutual, doer, done, type } = this.#columns
    if (mutual[i] && mutual[j]) return this.#mutual(i, j)
    const one = this.#side(doer, i, j)
    const other = this.#side(done, i, j)
    if (one >= 0 || other >= 0) return one + other
    if (mutual[i] || mutual[j] || type[i] !== type[j]) return APART
    const turned = this.#sides.of(doer.set[i]!, done.set[j]!) > 0 && this.#sides.of(done.set[i]!, doer.set[j]!) > 0
    return turned ? MOST.turned : APART
  }

  #mutual(i: number, j: number): number {
    const { doer, sets } = this.#columns
    const [a, b] = [doer.set[i]!, doer.set[j]!]
    if (a === 0 || b === 0) return this.#side(doer, i, j)
    if (this.#sides.of(a, b) < 0) return APART
    return Math.min(sets[a]!.length, sets[b]!.length) > 1 ? MOST.bothParties : MOST.party
  }

  #side({ set, words }: SideColumns, i: number, j: number): number {
    if (set[i] !== 0 && set[j] !== 0) return this.#sides.of(set[i]!, set[j]!)
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
    return this.#places.of(places[i]!, places[j]!) + (hasPlaceWords[i] && hasPlaceWords[j] ? MOST.placeWords : 0)
  }

  #partyPoints(a: readonly number[], b: readonly number[]): number {
    let points = OTHER_PARTY
    for (const x of a)
      for (const y of b) {
        if (x === y) return MOST.party
        if (this.#kin.of(x, y) === 1) points = MOST.kin
      }
    return points
  }

  #placePoints(a: readonly number[], b: readonly number[]): number {
    const { placePoints } = this.#columns
    let same = Number.NEGATIVE_INFINITY
    let near = false
    for (const x of a)
      for (const y of b) {
        if (x === y) same = Math.max(same, placePoints[x]!)
        else near ||= this.#near.of(x, y) === 1
      }
    if (same !== Number.NEGATIVE_INFINITY) return same
    return near ? MOST.placeInside : OTHER_PLACE
  }
}
