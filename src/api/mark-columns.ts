import type { IncidentMark } from '../case/index.js'
import type { Both } from './contract/lists.js'
import type { MarksAnswer } from './contract/map.js'

const DAY = 86_400_000
/** Stands between the parts of a title. */
const BETWEEN = ' · '
const BASES: readonly IncidentMark['time']['basis'][] = ['stated', 'published', 'none']

/** Values that come often, each once. */
class Named<T> {
  readonly all: T[] = []
  readonly #places = new Map<string, number>()

  place(value: T, key: string): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.all.length)
    return this.all.push(value) - 1
  }
}

/** Marks column by column. */
export function markColumns(marks: readonly IncidentMark[]): MarksAnswer {
  const [types, words, places] = [new Named<IncidentMark['type']>(), new Named<Both>(), new Named<string>()]
  const column = <T>(of: (mark: IncidentMark) => T) => marks.map(of)
  const columns = {
    id: column(({ id }) => id),
    type: column(({ type }) => types.place(type, type)),
    title: column(({ title }) => partsOf(title).map((part) => words.place(part, `${part.en}\n${part.ar}`))),
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

/** The parts of a title in both languages, side by side; the whole where they do not match. */
function partsOf(title: Both): Both[] {
  const [en, ar] = [title.en.split(BETWEEN), title.ar.split(BETWEEN)]
  return en.length === ar.length ? en.map((part, i) => ({ en: part, ar: ar[i]! })) : [title]
}

const dayNumber = (day: string | null): number | null => (day === null ? null : Math.round(Date.parse(day) / DAY))
