import type { Case, CaseClaim } from '../case/index.js'
import { type BothNames, displayName } from './display-name.js'

/** How long, in milliseconds, the list of a case's entities is used before it is asked for again. */
const FRESH_MS = 2000

/** The printable names of a case's entities, so that an answer can carry those it mentions. */
export class NamesBook {
  #names: Promise<Map<string, BothNames>> | undefined
  #at = 0

  constructor(readonly kase: Case) {}

  /** The names of the given entities; ids that the case does not know are left out. */
  async of(ids: Iterable<string | undefined>): Promise<Record<string, BothNames>> {
    if (!this.#names || Date.now() - this.#at > FRESH_MS) {
      this.#at = Date.now()
      this.#names = this.kase.entities().then((all) => new Map(all.map((e) => [e.id, displayName(e)])))
    }
    const names = await this.#names
    const out: Record<string, BothNames> = {}
    for (const id of ids) {
      const name = id === undefined ? undefined : names.get(id)
      if (id !== undefined && name) out[id] = name
    }
    return out
  }

  /** The names of every entity that fills a slot or hands on one of these claims. */
  ofClaims(claims: readonly CaseClaim[], more: Iterable<string> = []): Promise<Record<string, BothNames>> {
    return this.of([...more, ...claims.flatMap(entitiesOf)])
  }
}

function entitiesOf(claim: CaseClaim): (string | undefined)[] {
  const fillers = [claim.agents, claim.counterparts, claim.objects, claim.instruments].concat([
    claim.places,
    claim.origin,
    claim.destination,
  ])
  return [...fillers.flat(), ...claim.chain].map((part) => part.entity)
}
