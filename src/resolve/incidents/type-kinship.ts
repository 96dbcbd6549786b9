import type { ClaimType } from '../../model/index.js'

/**
 * Types that different reports may give to one happening. A clash is told as an attack, an abduction as an arrest,
 * a release as an escape. Types that stand in no family are alone in their own.
 */
const FAMILIES: Readonly<Record<string, readonly ClaimType[]>> = {
  freeing: ['prisoner-release', 'prisoner-exchange', 'escape'],
  violence: ['attack', 'armed-clash', 'assassination'],
  captivity: ['kidnapping', 'arrest'],
  ground: ['seizure', 'territory-handover'],
}

const FAMILY_OF = new Map(Object.entries(FAMILIES).flatMap(([family, types]) => types.map((t) => [t, family] as const)))

/** The family of a type: `freeing` of a release, the type's own name where it has no relatives. */
export function typeFamily(type: ClaimType): string {
  return FAMILY_OF.get(type) ?? type
}

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
