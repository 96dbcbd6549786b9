import type { KnownWorld } from '../known-world.js'
import type { ClaimFacts } from './claim-facts.js'
import { compareCounts, countsConflict } from './compare-counts.js'
import { compareParties, comparePersons } from './compare-parties.js'
import { comparePlaces } from './compare-places.js'
import { compareTimes } from './compare-times.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'
import { originKey } from './origin-key.js'
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
  if (a.window.stated && b.window.stated) return SILENT
  const key = originKey(a.claim)
  if (!key || key !== originKey(b.claim)) return SILENT
  return { points: 1.5, specific: !isFrequent(a.claim.type), reason: 'teller: the same in both' }
}

/** Within one document the reader has already told happenings apart by links and by values of one teller. */
function compareWithinDocument(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id !== b.document.id) return SILENT
  const linked = a.claim.links.some((l) => l.claim === b.claim.id) || b.claim.links.some((l) => l.claim === a.claim.id)
  if (linked) return { points: -6, apart: true, reason: 'the document tells of them as two, linked' }
  if ((originKey(a.claim) ?? '') === (originKey(b.claim) ?? '') && countsConflict(a, b)) {
    return { points: -6, apart: true, reason: 'one teller gives two numbers in one document' }
  }
  return SILENT
}

/**
 * Scores two claims field by field. One field that shows them apart decides; otherwise points are added, and "same"
 * also needs something particular (a day, a narrow place, a telling number, a person): one for frequent kinds of event,
 * two where the times agree only loosely or a long time lies between.
 */
export function scorePair(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): PairScore {
  const time = compareTimes(a, b)
  const fields = [
    compareTypes(a, b),
    ...compareParties(a, b, world),
    comparePersons(a, b, world),
    comparePlaces(a, b, world),
    time,
    compareCounts(a, b),
    compareOrigins(a, b),
    compareWithinDocument(a, b),
  ].filter((f) => f !== SILENT)
  const points = fields.reduce((sum, f) => sum + f.points, 0)
  const apart = fields.find((f) => f.apart)
  if (apart) return { outcome: 'different', score: Math.min(0.1, toScore(points)), reason: apart.reason }
  const score = toScore(points)
  const reason = fields.map((f) => f.reason).join('; ')
  const frequent = isFrequent(a.claim.type) || isFrequent(b.claim.type)
  const particulars = fields.filter((f) => f.specific).length
  const needed = time.far ? 2 : !frequent ? 0 : time.loose ? 2 : 1
  if (points >= SAME_FROM && particulars >= needed) return { outcome: 'same', score, reason }
  return { outcome: points <= DIFFERENT_TO ? 'different' : 'unsure', score, reason }
}
