import type { Answer, Both, ClaimType, Independence, MapPlaceAnswer } from '../answers.js'

export const DAY = 86_400_000
const BASES = ['stated', 'published', 'none'] as const

/** An incident as one mark: when, where and how well supported. */
export interface IncidentMark {
  id: string
  type: ClaimType
  title: Both
  time: { from: string | null; to: string | null; basis: (typeof BASES)[number] }
  /** Ids of its places, without those that another of them lies in. */
  places: string[]
  claims: number
  independence: Pick<Independence, 'atLeast' | 'atMost' | 'camps'>
  contradicted: boolean
}

/** Marks as timeline and map draw them, of the columns in which they are sent. */
export function fromColumns({ marks, places }: Answer<'GET /incidents/marks'>): {
  items: IncidentMark[]
  places: Record<string, MapPlaceAnswer>
} {
  const { types, words, columns } = marks
  const iso = (day: number | null | undefined) => (day == null ? null : new Date(day * DAY).toISOString().slice(0, 10))
  const items = columns.id.map((id, i): IncidentMark => {
    const parts = columns.title[i]!.map((word) => words[word]!)
    return {
      id,
      type: types[columns.type[i]!]!,
      title: { en: parts.map(({ en }) => en).join(' · '), ar: parts.map(({ ar }) => ar).join(' · ') },
      time: { from: iso(columns.from[i]), to: iso(columns.to[i]), basis: BASES[columns.basis[i]!]! },
      places: columns.places[i]!.map((place) => marks.places[place]!),
      claims: columns.claims[i]!,
      independence: { atLeast: columns.atLeast[i]!, atMost: columns.atMost[i]!, camps: columns.camps[i]! },
      contradicted: columns.contradicted[i] === 1,
    }
  })
  return { items, places }
}

/** How a mark stands in time: on days that are known, before a day, or nowhere. Instants in ms; `to` is not included. */
export type Standing = { kind: 'dated'; from: number; to: number } | { kind: 'by'; to: number } | { kind: 'undated' }

const ms = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Where a mark stands: its last day is wholly inside. */
export function standing({ time }: Pick<IncidentMark, 'time'>): Standing {
  if (time.from !== null) return { kind: 'dated', from: ms(time.from), to: ms(time.to ?? time.from) + DAY }
  return time.to === null ? { kind: 'undated' } : { kind: 'by', to: ms(time.to) + DAY }
}

/** From the first known day to the end of the last, in ms; undefined where no mark is dated. */
export function extent(marks: readonly IncidentMark[]): [number, number] | undefined {
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const mark of marks) {
    const at = standing(mark)
    if (at.kind === 'undated') continue
    from = Math.min(from, at.kind === 'dated' ? at.from : at.to - DAY)
    to = Math.max(to, at.to)
  }
  return from < to ? [from, to] : undefined
}

/** What is chosen on the timeline and the map: inclusive ISO days, a place with all that lies in it. */
export interface Chosen {
  from?: string | undefined
  to?: string | undefined
  place?: string | undefined
}

/** Whether a mark is among the chosen. One that may lie on the days chosen is, as in the list. */
export function isChosen(mark: IncidentMark, chosen: Chosen, places: Record<string, MapPlaceAnswer>): boolean {
  const { from, to, place } = chosen
  const { time } = mark
  if (from && (time.to === null || time.to < from)) return false
  if (to && ((time.from ?? time.to) === null || (time.from ?? time.to)! > to)) return false
  return !place || mark.places.some((id) => id === place || places[id]?.within.includes(place))
}

/** A title without its days, which the place on the line tells already. */
export const withoutDays = (title: string): string =>
  title
    .split(' · ')
    .filter((part) => !/\d{4}-\d{2}-\d{2}/.test(part))
    .join(' · ')
