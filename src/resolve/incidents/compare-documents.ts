import { because } from '../../model/index.js'
import type { Repeats } from '../republication/repeats.js'
import type { ClaimFacts } from './claim-facts.js'
import { countsConflict } from './compare-counts.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'
import { isFrequent } from './type-traits.js'

const ONE_TELLER: FieldVerdict = { field: 'teller', points: 1.5, why: [because('teller-same')] }
const ONE_TELLER_OF_RARE: FieldVerdict = { ...ONE_TELLER, particulars: 1 }

/** Two reports without a day that name the same teller of the same thing are likely to pass on one statement. */
export function compareOrigins(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id === b.document.id || (a.window.stated && b.window.stated)) return SILENT
  if (!a.teller || a.teller !== b.teller) return SILENT
  return isFrequent(a.claim.type) ? ONE_TELLER : ONE_TELLER_OF_RARE
}

const VERSIONS: FieldVerdict = { field: 'text', points: 1.5, why: [because('text-versions')] }

/** What two versions of one text tell of one type is likely to be one thing, even where one version is read less well. */
export function compareVersions(a: ClaimFacts, b: ClaimFacts, repeats: Repeats): FieldVerdict {
  if (a.claim.type !== b.claim.type || a.document.id === b.document.id) return SILENT
  return repeats(a.document.id, b.document.id) ? VERSIONS : SILENT
}

const within = (verdict: Omit<FieldVerdict, 'field'>): FieldVerdict => ({ field: 'document', ...verdict })
const LINKED = within({ points: -6, apart: true, why: [because('document-links')] })
const TWO_NUMBERS = within({ points: -6, apart: true, why: [because('document-two-numbers')] })
const BOTH_IN_ONE = { points: 0, why: [because('document-both')] }
const TOLD_BY_TWO = within({ ...BOTH_IN_ONE, needs: { rare: 0.5, frequent: 1.5 } })
const TOLD_BY_ONE = within({ ...BOTH_IN_ONE, needs: { rare: 2, frequent: 2 } })

/**
 * Within one document the reader has already joined what one teller says of one happening, so that what it left apart is
 * likely to be two: even the words of two tellers take something particular to join, those of one take two such things.
 */
export function compareWithinDocument(a: ClaimFacts, b: ClaimFacts): FieldVerdict {
  if (a.document.id !== b.document.id) return SILENT
  if (a.claim.links.some((l) => l.claim === b.claim.id) || b.claim.links.some((l) => l.claim === a.claim.id))
    return LINKED
  const oneTeller = (a.teller ?? '') === (b.teller ?? '')
  if (oneTeller && countsConflict(a, b)) return TWO_NUMBERS
  return !oneTeller && a.claim.type === b.claim.type ? TOLD_BY_TWO : TOLD_BY_ONE
}
