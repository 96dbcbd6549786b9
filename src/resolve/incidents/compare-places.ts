import { type KnownWorld, related, shownName } from '../known-world.js'
import { scoreNames } from '../names/score-names.js'
import type { ClaimFacts } from './claim-facts.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'

/** Kinds of place too wide to single out a happening. */
const WIDE_SORTS = new Set(['country', 'region', 'governorate', 'sea'])

/** Whether an event at this place is more than "somewhere in a governorate". */
export function isNarrow(id: string, world: KnownWorld): boolean {
  return !WIDE_SORTS.has(world.entities.get(id)?.sort ?? 'governorate')
}

/** Whether one of the first places is, contains or lies in one of the second. */
export function placesCompatible(a: readonly string[], b: readonly string[], world: KnownWorld): boolean {
  return a.some((x) => b.some((y) => related(x, y, world)))
}

/** Compares the most specific places: the same, one within the other, or apart. */
export function comparePlaces(a: ClaimFacts, b: ClaimFacts, world: KnownWorld): FieldVerdict {
  const name = (id: string) => shownName(id, world)
  const same = a.places.find((x) => b.places.includes(x))
  if (same) {
    const narrow = isNarrow(same, world)
    return { points: narrow ? 2 : 1, specific: narrow, reason: `place: ${name(same)} in both` }
  }
  if (a.places.length > 0 && b.places.length > 0) {
    for (const x of a.places) {
      const y = b.places.find((p) => related(x, p, world))
      if (y) return { points: 1, reason: `place: ${name(x)} and ${name(y)} lie one in the other` }
    }
    const [x, y] = [a.places[0]!, b.places[0]!]
    return { points: -3, reason: `place: ${name(x)} against ${name(y)}` }
  }
  for (const x of a.placeWords) {
    for (const y of b.placeWords) {
      if (scoreNames(x, y).score >= 0.9) return { points: 1, specific: true, reason: `place: ${x} and ${y}` }
    }
  }
  return SILENT
}
