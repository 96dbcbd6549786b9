import type { Claim, EntityKind, Reading } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { newcomers } from './introduce.js'
import { unnamedSources } from './unnamed-sources.js'

/** How often one document uses a wording for an entity; a wording without letters: only a claim names it, by id. */
export interface NameUsed {
  entity: string
  kind: EntityKind
  text: string
  uses: number
  /** Of an unnamed source: the outlet that gives it, and the day. */
  outlet?: string | undefined
  day?: string | undefined
}

function idsOf(claim: Claim): string[] {
  const { agents, counterparts, objects, instruments, places, origin, destination, chain } = claim
  const fillers = [agents, counterparts, objects, instruments, places, origin, destination, chain]
  return fillers.flat().flatMap((f) => f.entity ?? [])
}

/**
 * What a reading contributes to the entities of a case: the spellings that it uses for those of the packs, what it
 * introduces, and its unnamed sources. What may be several entities says nothing of either.
 */
export function namesUsed(reading: Reading, world: KnownWorld): NameUsed[] {
  const found = new Map<string, NameUsed>()
  const add = (one: NameUsed) => {
    const key = `${one.entity}\u0000${one.text}`
    const before = found.get(key)
    found.set(key, before ? { ...before, uses: before.uses + one.uses } : one)
  }
  for (const { text, kind, entities } of reading.mentions)
    if (entities.length === 1) add({ entity: entities[0]!, kind, text, uses: 1 })
  for (const { id, mention, uses } of newcomers(reading, world).values())
    add({ entity: id, kind: mention.kind, text: mention.text, uses })
  for (const { id, kind, names } of unnamedSources(reading, world)) {
    const { name, outlet, since } = names[0]!
    add({ entity: id, kind, text: name, uses: 1, outlet, day: since })
  }
  const named = new Set([...found.values()].map(({ entity }) => entity))
  for (const id of new Set(reading.claims.flatMap(idsOf))) {
    const known = world.entities.get(id)
    if (known && !named.has(id)) add({ entity: id, kind: known.kind, text: '', uses: 0 })
  }
  return [...found.values()]
}

/** The entity that each mention of a reading introduces, by the mention's id; those that the packs know are left out. */
export function introducedBy(reading: Reading, world: KnownWorld): Map<string, string> {
  return new Map([...newcomers(reading, world)].map(([mention, { id }]) => [mention, id]))
}
