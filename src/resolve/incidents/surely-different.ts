import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import type { ClaimBrief } from './claim-brief.js'
import { type ClaimColumns, claimColumns, NONE, type SideColumns } from './claim-columns.js'
import { RARE_TOLL } from './compare-counts.js'
import { namesakes } from './compare-places.js'
import { DAY_SPAN, MONTH_DAYS, NEWS_DAYS, WEEK_DAYS } from './compare-times.js'
import { type Lists, lengthOf } from './number-lists.js'
import { PairTable } from './pair-table.js'
import { DIFFERENT_TO, SAME_FROM } from './score-pair.js'

/** Points come in quarters, and are counted in quarters here: whole numbers, of which none has to be made for each pair. */
const QUARTER = 0.25

/** Up to so many two claims are surely two, and up to so many surely not to be joined. */
const TWO = Math.floor(DIFFERENT_TO / QUARTER)
const NOT_ONE = mostBelow(SAME_FROM)

/** The most quarters that are fewer than these points. */
function mostBelow(points: number): number {
  return Math.ceil(points / QUARTER) - 1
}

/** What each field can add to a score at most. */
const MOST = {
  ...{ type: 4, otherType: 2, text: 6, teller: 6, mode: 4 },
  ...{ counts: 12, sameCount: 8, rareCount: 6, nearCount: 2 },
  ...{ party: 8, kin: 6, words: 4, bothParties: 16, turned: 8, person: 12, named: 16 },
  ...{ place: 14, placeInside: 6, placeWords: 6 },
}
const SOME_PARTIES = -4
const OTHER_PARTY = -12
const OTHER_PLACE = -12

/** Less than all else can add. */
const APART = -1000

function holds({ from, items }: Lists, i: number, item: number): boolean {
  for (let x = from[i]!; x < from[i + 1]!; x++) if (items[x] === item) return true
  return false
}

/** What two things of two sets give, of which each holds something: those that give most. */
function mostOf({ from, items }: Lists, a: number, b: number, table: PairTable): number {
  let most = APART
  for (let x = from[a]!; x < from[a + 1]!; x++)
    for (let y = from[b]!; y < from[b + 1]!; y++) most = Math.max(most, table.of(items[x]!, items[y]!))
  return most
}

/** How many of one set give something with one of another. */
function countMet({ from, items }: Lists, a: number, b: number, table: PairTable): number {
  let met = 0
  for (let x = from[a]!; x < from[a + 1]!; x++)
    for (let y = from[b]!; y < from[b + 1]!; y++)
      if (table.of(items[x]!, items[y]!) > 0) {
        met++
        break
      }
  return met
}

/** Points by how many days lie between the two: up to three, up to a week, up to a month, more. */
function byLag(days: number, news: number, week: number): number {
  if (days <= NEWS_DAYS) return news
  if (days <= WEEK_DAYS) return week
  return days <= MONTH_DAYS ? 0 : -6
}

/**
 * Tells cheaply of many pairs of claims that they are two, or at least not to be joined, by bounding what `scorePair` could
 * give them: it never says so of a pair of which `scorePair` would not. The pairs of a month are millions, and nearly all
 * are two.
 */
export class SurelyDifferent {
  readonly #columns: ClaimColumns
  /** What two parties give, and two places. */
  readonly #parties: PairTable
  readonly #places: PairTable

  constructor(
    count: number,
    briefs: Iterable<ClaimBrief>,
    readonly world: KnownWorld,
    readonly repeats: Repeats,
  ) {
    this.#columns = claimColumns(count, briefs, world)
    const { names, around, placePoints } = this.#columns
    const isKin = (x: number, y: number) => holds(around, x, y) || holds(around, y, x)
    this.#parties = new PairTable(names.length, (x, y) => {
      if (x === y) return MOST.party
      return isKin(x, y) ? MOST.kin : OTHER_PARTY
    })
    this.#places = new PairTable(names.length, (x, y) => {
      if (x === y) return placePoints[x]! / QUARTER
      return isKin(x, y) || namesakes(names[x]!, names[y]!, world) ? MOST.placeInside : OTHER_PLACE
    })
  }

  /** Whether the claims at two positions are surely two. */
  says(i: number, j: number): boolean {
    return this.#atMost(i, j, TWO)
  }

  /** Whether the claims at two positions are surely not to be joined: two, or for the analyst to decide. */
  neverSame(i: number, j: number): boolean {
    return this.#atMost(i, j, NOT_ONE)
  }

  /** Whether the claims at two positions surely have fewer points than these. */
  neverReach(i: number, j: number, points: number): boolean {
    return this.#atMost(i, j, mostBelow(points))
  }

  /** Whether the claims at two positions cannot have more quarters of a point than these. */
  #atMost(i: number, j: number, points: number): boolean {
    const time = this.#time(i, j)
    if (time === APART) return true
    const parties = this.#who(i, j)
    if (parties === APART) return true
    const { type } = this.#columns
    const sameType = type[i] === type[j]
    const text = sameType ? MOST.text : 0
    const before = (sameType ? MOST.type : MOST.otherType) + time + parties + this.#others(i, j)
    if (before + MOST.place + MOST.placeWords + text <= points) return true
    const most = before + this.#where(i, j)
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
    if (from[undated] !== NONE) return from[i]! - to[j]! <= 0 && from[j]! - to[i]! <= 0 ? 4 : APART
    if (to[undated]! < from[dated]! - 1) return APART
    return byLag(to[undated]! - to[dated]!, 6, 4)
  }

  /** Both days are given. */
  #stated(i: number, j: number): number {
    const { from, to, span, frequent } = this.#columns
    const gap = Math.max(from[i]! - to[j]!, from[j]! - to[i]!, 0)
    const wide = Math.max(span[i]!, span[j]!)
    if (gap === 0) return wide <= DAY_SPAN ? 12 : wide <= MONTH_DAYS ? 6 : 2
    if (wide > DAY_SPAN) return gap === 1 && Math.min(span[i]!, span[j]!) <= DAY_SPAN ? -6 : APART
    const often = frequent[i] || frequent[j]
    if (gap > (often ? NEWS_DAYS : WEEK_DAYS)) return APART
    return gap === 1 ? 4 : -2
  }

  /** Both rest on when they were reported. */
  #reports(i: number, j: number): number {
    const { published, document, from } = this.#columns
    if (document[i] === document[j]) return 4
    if (published[i] === NONE || published[j] === NONE) return 0
    // A plan counts a little more than two reports of its distance.
    const planned = from[i] !== NONE || from[j] !== NONE ? 2 : -6
    return Math.max(planned, byLag(Math.abs(published[i]! - published[j]!), 4, 2))
  }

  #who(i: number, j: number): number {
    const { mutual, doer, done, type } = this.#columns
    if (mutual[i] && mutual[j]) return this.#mutual(i, j)
    const one = this.#side(doer, i, j)
    const other = this.#side(done, i, j)
    if (one >= 0 || other >= 0) return one + other
    if (mutual[i] || mutual[j] || type[i] !== type[j]) return APART
    const turned = this.#meet(doer.set[i]!, done.set[j]!) && this.#meet(done.set[i]!, doer.set[j]!)
    return turned ? MOST.turned : APART
  }

  /** Whether some of these parties are among those, or belong together with them. */
  #meet(a: number, b: number): boolean {
    return mostOf(this.#columns.sets, a, b, this.#parties) > 0
  }

  /** The parties of both as wholes: whether all of the fewer are among the more. */
  #mutual(i: number, j: number): number {
    const { doer, sets } = this.#columns
    const a = doer.set[i]!
    const b = doer.set[j]!
    if (a === 0 || b === 0) return this.#side(doer, i, j)
    const fewest = Math.min(lengthOf(sets, a), lengthOf(sets, b))
    // Two units of one force may stand against that force and another: of as many, either may be those that are counted.
    const met = Math.min(fewest, Math.max(countMet(sets, a, b, this.#parties), countMet(sets, b, a, this.#parties)))
    if (met === 0) return APART
    if (met < fewest) return SOME_PARTIES
    return met > 1 ? MOST.bothParties : MOST.party
  }

  #side({ set, words }: SideColumns, i: number, j: number): number {
    const a = set[i]!
    const b = set[j]!
    if (a !== 0 && b !== 0) return mostOf(this.#columns.sets, a, b, this.#parties)
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

  #where(i: number, j: number): number {
    const { places, placeSets, hasPlaceWords } = this.#columns
    const a = places[i]!
    const b = places[j]!
    const known = a === 0 || b === 0 ? 0 : mostOf(placeSets, a, b, this.#places)
    return known + (hasPlaceWords[i] && hasPlaceWords[j] ? MOST.placeWords : 0)
  }
}
