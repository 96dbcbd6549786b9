import type { Claim, Entity, Name, Reading } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { KnownWorld } from '../known-world.js'
import { joinNewcomers, newcomers } from './new-entities.js'
import { unnamedSources } from './unnamed-sources.js'

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

function idsOf(claim: Claim): string[] {
  const fillers = [
    claim.agents,
    claim.counterparts,
    claim.objects,
    claim.instruments,
    claim.places,
    claim.origin,
    claim.destination,
  ]
  return [...fillers.flat(), ...claim.chain].flatMap((f) => f.entity ?? [])
}

/** The pack entities that the reports name, with the spellings that they use beside the pack's own names. */
function fromPacks(readings: readonly Reading[], world: KnownWorld): Entity[] {
  const spellings = new Map<string, Map<string, Name>>()
  const names = (id: string) => {
    const own = spellings.get(id) ?? new Map<string, Name>()
    spellings.set(id, own)
    return own
  }
  for (const { document, mentions, claims } of readings) {
    for (const id of claims.flatMap(idsOf)) names(id)
    const outlet = document.outlet ?? document.restatedOutlet
    for (const m of mentions) {
      // An ambiguous mention says nothing of either.
      if (m.entities.length !== 1) continue
      const key = `${fold(m.text)}\u0000${outlet ?? ''}`
      const name: Name = { name: m.text, lang: document.language, kind: 'spelling', ...(outlet && { outlet }) }
      const known = names(m.entities[0]!).get(key)
      if (!known || order(name.name, known.name) < 0) names(m.entities[0]!).set(key, name)
    }
  }
  return [...spellings].flatMap(([id, own]) => {
    const entity = world.entities.get(id)
    if (!entity) return []
    const known = new Set(entity.names.map((n) => fold(n.name)))
    const added = [...own.keys()]
      .sort(order)
      .flatMap((key) => (known.has(key.split('\u0000')[0]!) ? [] : [own.get(key)!]))
    return [{ ...entity, names: [...entity.names, ...added] }]
  })
}

/**
 * The entities of a case: those of the packs that its reports name, the new ones that reports introduce (joined across
 * reports by the key of their names), and unnamed sources, each an entity of its own. Ordered by id; the result does not
 * depend on the order of the readings.
 */
export function resolveEntities(readings: readonly Reading[], world: KnownWorld): Entity[] {
  const unnamed = new Map<string, Entity>()
  for (const source of readings.flatMap((r) => unnamedSources(r, world))) {
    const known = unnamed.get(source.id)
    if (!known || order(source.names[0]!.name, known.names[0]!.name) < 0) unnamed.set(source.id, source)
  }
  const entities = [...fromPacks(readings, world), ...joinNewcomers(readings.flatMap(newcomers)), ...unnamed.values()]
  return entities.sort((x, y) => order(x.id, y.id))
}
