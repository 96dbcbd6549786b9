import type { KnownWorld } from '../known-world.js'
import type { Repeats } from '../republication/repeats.js'
import type { ClaimFacts } from './claim-facts.js'
import { compareCounts, countsConflict } from './compare-counts.js'
import { compareModes } from './compare-modes.js'
import { compareParties, comparePersons } from './compare-parties.js'
import { comparePlaces } from './compare-places.js'
import { compareTimes } from './compare-times.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'
import { isFrequent } from './type-traits.js'

export type PairOutcome = 'same' | 'different' | 'unsure'

/** Whether two claims tell of one happening: the outcome, a score from 0 to 1, and the fields that decided. */
export interface PairScore {
  outcome: PairOutcome
  score: number
  reason: string
}

/** Points from which two claims are one happening, and up to which they are two. */
const SAME_FROM = 5.5
const DIFFERENT_TO = 1.5
const MIDDLE = 4

const toScore = (points: number): number => Math.round(100 / (1 + 2 ** (MIDDLE - points))) / 100

function compareTypes(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.claim.type === b.claim.type) return { points: 1, reason: `type: ${a.claim.type} in both` }
  if (a.family === b.family)
    return { points: 0.5, reason: `type: ${a.claim.type} and ${b.claim.type} can be one happening` }
  return { points: -6, apart: true, reason: `type: ${a.claim.type} against ${b.claim.type}` }
}

/** Two reports without a day that name the same teller of the same thing are likely to pass on one statement. */
function compareOrigins(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id === b.document.id || (a.window.stated && b.window.stated)) return SILENT
  if (!a.teller || a.teller !== b.teller) return SILENT
  return { points: 1.5, particulars: isFrequent(a.claim.type) ? 0 : 1, reason: 'teller: the same in both' }
}

/**
 * Within one document the reader has already joined what one teller says of one happening, so that what it left apart is
 * likely to be two: even the words of two tellers take something particular to join, those of one take two such things.
 */
function compareWithinDocument(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id !== b.document.id) return SILENT
  const linked = a.claim.links.some((l) => l.claim === b.claim.id) || b.claim.links.some((l) => l.claim === a.claim.id)
  if (linked) return { points: -6, apart: true, reason: 'the document tells of them as two, linked' }
  const oneTeller = (a.teller ?? '') === (b.teller ?? '')
  if (oneTeller && countsConflict(a, b)) {
    return { points: -6, apart: true, reason: 'one teller gives two numbers in one document' }
  }
  const alike = !oneTeller && a.claim.type === b.claim.type
  return {
    points: 0,
    needs: alike ? { rare: 0.5, frequent: 1.5 } : { rare: 2, frequent: 2 },
    reason: 'both in one document',
  }
}

/** What two versions of one text tell of one type is likely to be one thing, even where one version is read less well. */
function compareVersions(a: ClaimFacts, b: ClaimFacts, repeats: Repeats): FieldVerdict {
  if (a.claim.type !== b.claim.type || a.document.id === b.document.id || !repeats(a.document.id, b.document.id))
    return SILENT
  return { points: 1.5, reason: 'text: two versions of one' }
}

/**
 * Reports that share neither a party nor a place must agree on more. In one language they would share a word if they told
 * of one thing; in two, names that no pack knows cannot be compared.
 */
function compareNothingShared(a: ClaimFacts, b: ClaimFacts, fields: readonly FieldVerdict[]): FieldVerdict {
  const shared = fields.some((f) => f.points > 0 && /^(agent|counterpart|parties|place|person|teller):/.test(f.reason))
  if (shared || a.document.id === b.document.id) return SILENT
  const needed = a.document.language === b.document.language ? 3 : 2
  return { points: 0, needs: { rare: needed, frequent: needed }, reason: 'no party or place in common' }
}

/** Score of a pair that one field shows apart. */
const APART_SCORE = 0.05

/** The fields in the order in which reasons name them; what is cheap and often decides comes first. */
const COMPARISONS: readonly ((
  a: ClaimFacts,
  b: ClaimFacts,
  world: KnownWorld,
  repeats: Repeats,
) => readonly FieldVerdict[])[] = [
  (a, b) => [compareTypes(a, b), compareTimes(a, b)],
  compareParties,
  (a, b, world) => [comparePersons(a, b, world)],
  comparePlaces,
  (a, b, _, repeats) => [
    compareModes(a, b),
    compareCounts(a, b),
    compareOrigins(a, b),
    compareVersions(a, b, repeats),
    compareWithinDocument(a, b),
  ],
]

/**
 * Scores two claims field by field. One field that shows them apart decides; otherwise points are added, and "same" also
 * needs particulars (a day, a narrow place, a telling number, a person): the more of them the less closely the times
 * agree, and more for kinds of event that happen every week.
 */
export function scorePair(a: ClaimFacts, b: ClaimFacts, world: KnownWorld, repeats: Repeats = () => false): PairScore {
  const fields: FieldVerdict[] = []
  for (const compare of COMPARISONS) {
    for (const field of compare(a, b, world, repeats)) {
      if (field.apart) return { outcome: 'different', score: APART_SCORE, reason: field.reason }
      if (field !== SILENT) fields.push(field)
    }
  }
  const nothing = compareNothingShared(a, b, fields)
  if (nothing !== SILENT) fields.push(nothing)
  const points = fields.reduce((sum, f) => sum + f.points, 0)
  const score = toScore(points)
  const reason = fields.map((f) => f.reason).join('; ')
  const frequent = isFrequent(a.claim.type) || isFrequent(b.claim.type)
  const particulars = fields.reduce((sum, f) => sum + (f.particulars ?? 0), 0)
  const needed = Math.max(...fields.map((f) => f.needs?.[frequent ? 'frequent' : 'rare'] ?? 0))
  if (points >= SAME_FROM && particulars >= needed) return { outcome: 'same', score, reason }
  return { outcome: points <= DIFFERENT_TO ? 'different' : 'unsure', score, reason }
}
