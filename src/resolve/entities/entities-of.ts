import { type Entity, type EntityKind, type Name, order } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { KnownWorld } from '../known-world.js'

/** A wording that reports use for an entity, by language and outlet; an empty wording: claims name it by id only. */
export interface NameUse {
  entity: string
  kind: EntityKind
  text: string
  lang: string
  outlet?: string | undefined
  /** Of an unnamed source: the day. */
  day?: string | undefined
}

const byName = (x: Name, y: Name) =>
  order(x.name, y.name) || order(x.outlet ?? '', y.outlet ?? '') || order(x.lang, y.lang)

function nameOf({ text, lang, outlet, day }: NameUse, kind: Name['kind']): Name {
  return { name: text, lang, kind, ...(day && { since: day, until: day }), ...(outlet && { outlet }) }
}

/** A pack entity with the spellings that reports use beside the pack's own names, each once an outlet. */
function fromPack(entity: Entity, uses: readonly NameUse[]): Entity {
  const known = new Set(entity.names.map((n) => fold(n.name)))
  const spellings = new Map<string, Name>()
  for (const use of uses) {
    if (use.text === '' || known.has(fold(use.text))) continue
    const key = `${fold(use.text)}\u0000${use.outlet ?? ''}`
    const name = nameOf(use, 'spelling')
    const before = spellings.get(key)
    if (!before || byName(name, before) < 0) spellings.set(key, name)
  }
  const added = [...spellings.keys()].sort(order).map((key) => spellings.get(key)!)
  return { ...entity, names: [...entity.names, ...added] }
}

/** What only reports name: a person's standing is private. Of an unnamed source one description is enough. */
function fromReports(id: string, uses: readonly NameUse[]): Entity {
  const { kind } = uses[0]!
  const unnamed = kind === 'unnamed-source'
  const all = uses.map((use) => nameOf(use, unnamed ? 'descriptor' : 'full')).sort(byName)
  const names = unnamed ? all.slice(0, 1) : all
  return { id, kind, names, ...(kind === 'person' && { standing: 'private' as const }), from: 'report' }
}

/** The entities that these wordings stand for, by id. The result does not depend on their order. */
export function entitiesOf(uses: Iterable<NameUse>, world: KnownWorld): Entity[] {
  const own = new Map<string, NameUse[]>()
  for (const use of uses) {
    const known = own.get(use.entity)
    known ? known.push(use) : own.set(use.entity, [use])
  }
  return [...own.keys()].sort(order).map((id) => {
    const entity = world.entities.get(id)
    return entity ? fromPack(entity, own.get(id)!) : fromReports(id, own.get(id)!)
  })
}
