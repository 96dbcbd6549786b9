import type { MapPlaceAnswer } from '../answers.js'
import type { IncidentMark } from '../incidents/marks.js'
import { type Tone, toneOfType } from '../tone.js'

/** What a place on the map stands for: how many incidents, of which side, and whether any has independent origins. */
export interface Tally {
  place: MapPlaceAnswer
  n: number
  tone: Tone | 'mixed'
  firm: boolean
  incidents: Set<string>
}

/** The incidents of each place, most first; and how many stand nowhere, since no place is known or it has no coordinates. */
export function tally(
  marks: readonly IncidentMark[],
  places: Record<string, MapPlaceAnswer>,
): { at: Tally[]; nowhere: number } {
  const found = new Map<string, Tally>()
  let nowhere = 0
  for (const mark of marks) {
    const own = mark.places.flatMap((id) => places[id] ?? [])
    if (own.length === 0) nowhere += 1
    const tone = toneOfType(mark.type)
    for (const place of own) {
      const before = found.get(place.id)
      if (!before)
        found.set(place.id, { place, n: 1, tone, firm: mark.independence.atLeast >= 2, incidents: new Set([mark.id]) })
      else {
        before.n += 1
        before.incidents.add(mark.id)
        before.firm ||= mark.independence.atLeast >= 2
        if (before.tone !== tone) before.tone = 'mixed'
      }
    }
  }
  const at = [...found.values()].sort((a, b) => b.n - a.n || (a.place.id < b.place.id ? -1 : 1))
  return { at, nowhere }
}
