import type { Packs } from '../packs/index.js'
import { bothNames } from './case-world.js'
import type { OfficeAnswer } from './contract/entities.js'

/** Offices as the packs know them: those that a person held, and those that people held with an actor. */
export class Offices {
  readonly #of = new Map<string, OfficeAnswer[]>()

  constructor({ theatres, entities, titles }: Pick<Packs, 'theatres' | 'entities' | 'titles'>) {
    const named = (id: string) => {
      const entity = entities.get(id)
      return { id, name: entity ? bothNames(entity, titles) : { en: id, ar: id } }
    }
    for (const { roles, sources } of theatres.values()) {
      const known = new Map(sources.map((source) => [source.id, source]))
      for (const { person, actor, role_en, role_ar, since, until, source } of roles) {
        const office: OfficeAnswer = {
          person: named(person),
          role: { en: role_en, ar: role_ar },
          ...(actor && { actor: named(actor) }),
          ...(since && { since }),
          ...(until && { until }),
          sources: source.flatMap((id) => {
            const { title = id, address } = known.get(id) ?? {}
            return { title, ...(address && { address }) }
          }),
        }
        for (const id of [person, ...(actor ? [actor] : [])]) this.#of.set(id, [...(this.#of.get(id) ?? []), office])
      }
    }
    for (const all of this.#of.values()) all.sort(newestFirst)
  }

  /** Of this entity, the last first; none where the packs know none. */
  of(id: string): OfficeAnswer[] {
    return this.#of.get(id) ?? []
  }
}

/** Days are known to the year, the month or the day; an office that nobody is known to have left comes first. */
function newestFirst(x: OfficeAnswer, y: OfficeAnswer): number {
  const [a, b] = [`${x.until ?? '9999'} ${x.since ?? ''}`, `${y.until ?? '9999'} ${y.since ?? ''}`]
  return a === b ? 0 : a < b ? 1 : -1
}
