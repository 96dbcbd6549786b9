import type { ClaimType } from '../../model/index.js'

/** What each type says of how the matter ended, where reports of one happening can disagree on it. */
const OUTCOME: Partial<Record<ClaimType, string>> = {
  'prisoner-release': 'freed by the captor',
  'prisoner-exchange': 'freed by the captor',
  escape: 'escaped',
  seizure: 'taken by force',
  'territory-handover': 'handed over',
}

/** How a claim of this type says that the matter ended; undefined where the type does not say. */
export function outcomeOf(type: ClaimType): string | undefined {
  return OUTCOME[type]
}

/** Types of which several happenings a week between the same parties are usual, so that a day decides. */
const FREQUENT = new Set<ClaimType>(['attack', 'armed-clash'])

export function isFrequent(type: ClaimType): boolean {
  return FREQUENT.has(type)
}

/** Types that are often done both ways at once: each side frees the other's captives. */
const RECIPROCAL = new Set<ClaimType>(['prisoner-release'])

export function isReciprocal(type: ClaimType): boolean {
  return RECIPROCAL.has(type)
}
