import { because, type Reason } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import type { ClaimFacts } from './claim-facts.js'
import { compareCounts } from './compare-counts.js'
import { compareOrigins, compareVersions, compareWithinDocument } from './compare-documents.js'
import { compareModes } from './compare-modes.js'
import { compareParties, comparePersons } from './compare-parties.js'
import { comparePlaces } from './compare-places.js'
import { compareTimes } from './compare-times.js'
import { type Field, type FieldVerdict, reasonsOf, SILENT } from './field-verdict.js'
import { isFrequent } from './type-traits.js'

export type PairOutcome = 'same' | 'different' | 'unsure'

/** Whether two claims tell of one happening: the outcome, a score from 0 to 1, and what was found of the fields that decided. */
export interface PairScore {
  outcome: PairOutcome
  score: number
  because(): readonly Reason[]
}

/** Points from which two claims are one happening, and up to which they are two. */
export const SAME_FROM = 5.5
export const DIFFERENT_TO = 1.5
const MIDDLE = 4

export const toScore = (points: number): number => Math.round(100 / (1 + 2 ** (MIDDLE - points))) / 100

/** The fewest points with which a pair that is not two has at least this score. */
export function pointsFor(score: number): number {
  let points = DIFFERENT_TO + 0.25
  while (toScore(points) < score) points += 0.25
  return points
}

function compareTypes(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  const [x, y] = [a.claim.type, b.claim.type]
  if (x === y) return { field: 'type', points: 1, why: () => [because('type-same', { x })] }
  if (a.family === b.family) return { field: 'type', points: 0.5, why: () => [because('type-family', { x, y })] }
  return { field: 'type', points: -6, apart: true, why: () => [because('type-apart', { x, y })] }
}

const WHO_AND_WHERE = new Set<Field>(['agent', 'counterpart', 'parties', 'place', 'person', 'teller'])

const nothingShared = (needed: number): FieldVerdict => ({
  ...{ field: 'nothing', points: 0, needs: { rare: needed, frequent: needed } },
  why: [because('nothing-shared')],
})
const IN_ONE_LANGUAGE = nothingShared(3)
const IN_TWO_LANGUAGES = nothingShared(2)

/**
 * Reports that share neither a party nor a place must agree on more. In one language they would share a word if they told
 * of one thing; in two, names that no pack knows cannot be compared.
 */
function compareNothingShared(a: ClaimFacts, b: ClaimFacts, fields: readonly FieldVerdict[]): FieldVerdict {
  if (a.document.id === b.document.id || fields.some((f) => f.points > 0 && WHO_AND_WHERE.has(f.field))) return SILENT
  return a.document.language === b.document.language ? IN_ONE_LANGUAGE : IN_TWO_LANGUAGES
}

/** Score of a pair that one field shows apart. */
const APART_SCORE = 0.05

const isApart = ({ apart }: FieldVerdict): boolean => apart === true

/**
 * The fields in the order in which reasons name them, up to one that shows the two apart: what is cheap and often decides
 * comes first.
 */
function compareFields(a: ClaimFacts, b: ClaimFacts, world: KnownWorld, repeats: Repeats): FieldVerdict[] {
  const fields = [compareTypes(a, b), compareTimes(a, b)]
  if (fields.some(isApart)) return fields
  fields.push(...compareParties(a, b, world), comparePersons(a, b, world))
  if (fields.some(isApart)) return fields
  fields.push(...comparePlaces(a, b, world), compareModes(a, b), compareCounts(a, b), compareOrigins(a, b))
  fields.push(compareVersions(a, b, repeats), compareWithinDocument(a, b))
  return fields.some(isApart) ? fields : [...fields, compareNothingShared(a, b, fields)]
}

/**
 * Scores two claims field by field. One field that shows them apart decides; otherwise points are added, and "same" also
 * needs particulars (a day, a narrow place, a telling number, a person): the more of them the less closely the times
 * agree, and more for kinds of event that happen every week.
 */
export function scorePair(a: ClaimFacts, b: ClaimFacts, world: KnownWorld, repeats: Repeats = () => false): PairScore {
  const fields = compareFields(a, b, world, repeats)
  const apart = fields.find(isApart)
  if (apart) return { outcome: 'different', score: APART_SCORE, because: () => reasonsOf(apart) }
  const frequent = isFrequent(a.claim.type) || isFrequent(b.claim.type) ? 'frequent' : 'rare'
  let [points, particulars, needed] = [0, 0, 0]
  for (const field of fields) {
    points += field.points
    particulars += field.particulars ?? 0
    needed = Math.max(needed, field.needs?.[frequent] ?? 0)
  }
  const kept = points >= SAME_FROM && particulars >= needed ? 'same' : 'unsure'
  return {
    outcome: points <= DIFFERENT_TO ? 'different' : kept,
    score: toScore(points),
    because: () => fields.flatMap(reasonsOf),
  }
}
