import { fold } from '../../text/index.js'
import type { KnownWorld } from '../known-world.js'
import { nameKey } from './name-key.js'
import { nameParts } from './name-parts.js'

/** A given name that so many of the people whom the packs know bear, anywhere in their names, is a common one. */
const COMMON_FROM = 3

interface GivenNames {
  /** Folded first words of names, longer than two letters. */
  first: ReadonlySet<string>
  /** Keys of given names that many bear. */
  common: ReadonlySet<string>
}

const known = new WeakMap<KnownWorld['entities'], GivenNames>()

function read({ entities }: KnownWorld): GivenNames {
  const people = [...entities.values()].filter((e) => e.kind === 'person')
  const full = people.map((p) => p.names.filter((n) => n.kind === 'full').map((n) => n.name))
  const first = new Set(full.flat().map((name) => fold(name).split(' ')[0]!))
  const given = new Set(full.flat().map((name) => nameKey(nameParts(name)[0]?.text ?? '')))
  const bearers = new Map<string, number>()
  for (const names of full) {
    const keys = new Set(names.flatMap((name) => nameParts(name).map((part) => nameKey(part.text))))
    for (const key of keys) bearers.set(key, (bearers.get(key) ?? 0) + 1)
  }
  return {
    first: new Set([...first].filter((word) => word.length > 2)),
    common: new Set([...given].filter((key) => (bearers.get(key) ?? 0) >= COMMON_FROM)),
  }
}

function givenNames(world: KnownWorld): GivenNames {
  const own = known.get(world.entities) ?? read(world)
  known.set(world.entities, own)
  return own
}

/** First words of the names of the people whom the packs know, folded: the given names of their countries. */
export function firstNames(world: KnownWorld): ReadonlySet<string> {
  return givenNames(world).first
}

/** Keys (`nameKey`) of the given names that many of these people bear, as their own or as a father's. */
export function commonGivenNames(world: KnownWorld): ReadonlySet<string> {
  return givenNames(world).common
}
