import type { Entity, Reading } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { entitiesOf, type NameUse } from './entities-of.js'
import { namesUsed } from './names-used.js'

/**
 * The entities of a case: those of the packs that its reports name, the new ones that reports introduce (one where the key
 * of their names is one), and unnamed sources, each an entity of its own. Ordered by id; the result does not depend on
 * the order of the readings.
 */
export function resolveEntities(readings: readonly Reading[], world: KnownWorld): Entity[] {
  const uses = new Map<string, NameUse>()
  for (const reading of readings) {
    const { language: lang, outlet: printed, restatedOutlet } = reading.document
    for (const { entity, kind, text, outlet = printed ?? restatedOutlet, day } of namesUsed(reading, world))
      uses.set([entity, text, lang, outlet, day].join('\u0000'), { entity, kind, text, lang, outlet, day })
  }
  return entitiesOf(uses.values(), world)
}
