import type { ClaimType } from '../model/index.js'
import type { IncidentMark } from './keep-standings.js'

type Both = IncidentMark['title']

/**
 * Incidents as marks, column by column, for there may be very many: the values at one position make one mark. Types, parts of
 * titles and places are named once and meant by their positions; days are counted from 1970-01-01.
 */
export interface MarkColumns {
  types: ClaimType[]
  words: Both[]
  places: string[]
  columns: {
    id: string[]
    type: number[]
    title: number[][]
    from: (number | null)[]
    to: (number | null)[]
    /** 0 stated, 1 published, 2 none. */
    basis: number[]
    places: number[][]
    claims: number[]
    atLeast: number[]
    atMost: number[]
    camps: number[]
    /** 1: yes. */
    contradicted: number[]
  }
}

const DAY = 86_400_000
/** Stands between the parts of a title. */
const BETWEEN = ' · '
const BASES: readonly IncidentMark['time']['basis'][] = ['stated', 'published', 'none']

/** Values that come often, each once, in the order in which they are first met. */
class Named<T, Key = string> {
  readonly all: T[] = []
  readonly #places = new Map<Key, number>()

  place(value: T, key: Key): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.all.length)
    return this.all.push(value) - 1
  }
}

/** Marks column by column. */
export function markColumns(marks: readonly IncidentMark[]): MarkColumns {
  const [types, words, places] = [new Named<IncidentMark['type']>(), new Named<Both>(), new Named<string>()]
  const column = <T>(of: (mark: IncidentMark) => T) => marks.map(of)
  const columns = {
    id: column(({ id }) => id),
    type: column(({ type }) => types.place(type, type)),
    title: column(({ title }) => partsOf(title).map((part) => words.place(part, keyOf(part)))),
    from: column(({ time }) => dayNumber(time.from)),
    to: column(({ time }) => dayNumber(time.to)),
    basis: column(({ time }) => BASES.indexOf(time.basis)),
    places: column((mark) => mark.places.map((id) => places.place(id, id))),
    claims: column(({ claims }) => claims),
    atLeast: column(({ independence }) => independence.atLeast),
    atMost: column(({ independence }) => independence.atMost),
    camps: column(({ independence }) => independence.camps),
    contradicted: column(({ contradicted }) => Number(contradicted)),
  }
  return { types: types.all, words: words.all, places: places.all, columns }
}

/** The marks of several parts, one after another. */
export function joinMarks(parts: readonly MarkColumns[]): MarkColumns {
  const [types, words, places] = [new Named<ClaimType>(), new Named<Both>(), new Named<string>()]
  const own = parts.map(({ columns, ...part }): MarkColumns['columns'] => {
    const type = part.types.map((one) => types.place(one, one))
    const word = part.words.map((one) => words.place(one, keyOf(one)))
    const place = part.places.map((one) => places.place(one, one))
    return {
      ...columns,
      type: columns.type.map((i) => type[i]!),
      title: columns.title.map((all) => all.map((i) => word[i]!)),
      places: columns.places.map((all) => all.map((i) => place[i]!)),
    }
  })
  const names = Object.keys(markColumns([]).columns) as (keyof MarkColumns['columns'])[]
  const whole = (name: keyof MarkColumns['columns']) => ([] as unknown[]).concat(...own.map((one) => one[name]))
  const columns = Object.fromEntries(names.map((name) => [name, whole(name)])) as unknown as MarkColumns['columns']
  return { types: types.all, words: words.all, places: places.all, columns }
}

const keyOf = ({ en, ar }: Both) => `${en}\n${ar}`

/** The marks at some positions, with no word that none of them means. */
export function pickMarks(
  { types, words, places, columns }: MarkColumns,
  wanted: (position: number) => boolean,
): MarkColumns {
  const own = columns.id.flatMap((_, position) => (wanted(position) ? [position] : []))
  const typesLeft = new Named<ClaimType, number>()
  const wordsLeft = new Named<Both, number>()
  const placesLeft = new Named<string, number>()
  const pick = <T>(column: readonly T[]) => own.map((position) => column[position]!)
  const picked = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, pick<unknown>(column)]),
  ) as unknown as MarkColumns['columns']
  const left = {
    ...picked,
    type: picked.type.map((place) => typesLeft.place(types[place]!, place)),
    title: picked.title.map((parts) => parts.map((place) => wordsLeft.place(words[place]!, place))),
    places: picked.places.map((all) => all.map((place) => placesLeft.place(places[place]!, place))),
  }
  return { types: typesLeft.all, words: wordsLeft.all, places: placesLeft.all, columns: left }
}

/** The parts of a title in both languages, side by side; the whole where they do not match. */
function partsOf(title: Both): Both[] {
  const [en, ar] = [title.en.split(BETWEEN), title.ar.split(BETWEEN)]
  return en.length === ar.length ? en.map((part, i) => ({ en: part, ar: ar[i]! })) : [title]
}

const dayNumber = (day: string | null): number | null => (day === null ? null : Math.round(Date.parse(day) / DAY))
