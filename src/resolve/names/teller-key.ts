import { type Hop, PERSON_HOPS } from '../../model/index.js'
import type { KnownWorld } from '../known-world.js'
import { nameKey } from './name-key.js'
import { untitled } from './untitled.js'

/** A title falls away from a key only where two words of a name are left: "Sheikh Hamid" and "Colonel Hamid" may be two. */
const LEAST_WORDS = 2

/** The key of a name that no pack knows; never the id of what one knows, which may be spelt like it ("Hotas": `hts`). */
export function keyOf(name: string, world: KnownWorld): string {
  const key = nameKey(name)
  return world.entities.has(key) ? `~${key}` : key
}

/** What keys go by: the name of a transmitter, of a person without the titles that lead it. */
export function tellerName({ name, kind }: Hop, world: KnownWorld): string {
  return PERSON_HOPS.has(kind) ? personName(name, world) : name
}

/** The name of a person by which two are told apart. */
export function personName(name: string, { titles }: KnownWorld): string {
  return untitled(name, titles, LEAST_WORDS)
}

/** The key of a transmitter: the id of its entity, else the key of its name. */
export function tellerKey(hop: Hop, world: KnownWorld): string {
  return hop.entity ?? keyOf(tellerName(hop, world), world)
}

/** The same as the origin of a claim, where a name stays apart from what the packs know. */
export function originNameKey(hop: Hop, world: KnownWorld): string {
  return hop.entity ?? `name:${tellerKey(hop, world)}`
}
