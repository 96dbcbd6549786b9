import type { IncidentPlaceAnswer } from '../answers.js'

/** A place as a list of choices shows it: below what it lies in, so many steps inwards. */
export interface PlaceChoice {
  place: IncidentPlaceAnswer
  depth: number
}

/** Places in the order of a list, each below the nearest of them that it lies in, those with most incidents first. */
export function placeTree(places: readonly IncidentPlaceAnswer[]): PlaceChoice[] {
  const known = new Set(places.map(({ id }) => id))
  const inside = new Map<string | undefined, IncidentPlaceAnswer[]>()
  for (const place of places) {
    const holder = place.within.find((id) => known.has(id))
    inside.set(holder, [...(inside.get(holder) ?? []), place])
  }
  const below = (holder: string | undefined, depth: number): PlaceChoice[] =>
    (inside.get(holder) ?? [])
      .toSorted((x, y) => y.incidents - x.incidents)
      .flatMap((place) => [{ place, depth }, ...below(place.id, depth + 1)])
  return below(undefined, 0)
}
