import type { Mention } from '../../model/index.js'
import type { Packs } from '../../packs/index.js'

/** What is known of lands, by which a text shows which theatre it tells of. */
export interface TheatreGrammar {
  /** Theatres of which an entity, or whatever it is a part of, is a home. */
  homesWith(entity: string): readonly string[]
  /** Theatres with homes whose actor an entity is. */
  theatresOf(entity: string): readonly string[]
  /** The state or country that an entity is or lies in. */
  landOf(entity: string): string | undefined
}

const NONE: readonly string[] = []
const LANDS = new Set(['state', 'country'])

/** Indexes the homes of all theatres. */
export function theatreGrammar(packs: Packs): TheatreGrammar {
  const theatres = [...packs.theatres.values()].filter((t) => t.home.length > 0)
  const homes = theatres.map((t) => ({ id: t.id, own: new Set(t.home) }))
  const actors = new Map<string, string[]>()
  for (const t of theatres) for (const { id } of t.actors) actors.set(id, [...(actors.get(id) ?? []), t.id])
  return {
    homesWith: cached((entity) => {
      const above = [entity, ...packs.ancestors(entity)]
      return homes.filter(({ own }) => above.some((id) => own.has(id))).map(({ id }) => id)
    }),
    theatresOf: (entity) => actors.get(entity) ?? NONE,
    landOf: cached((entity) =>
      [entity, ...packs.ancestors(entity)].findLast((id) => LANDS.has(packs.entities.get(id)?.sort ?? '')),
    ),
  }
}

function cached<T>(of: (entity: string) => T): (entity: string) => T {
  const known = new Map<string, T>()
  return (entity) => {
    if (!known.has(entity)) known.set(entity, of(entity))
    return known.get(entity)!
  }
}

/**
 * The theatres that a text shows to be its own: it names something of their homes, and no other land more often. A name that
 * other lands have as well («القوات المشتركة», "the Presidential Council") is a theatre's own only there.
 */
export function theatresShown(mentions: readonly Mention[], g: TheatreGrammar): ReadonlySet<string> {
  const homes = new Map<string, number>()
  const lands = new Map<string, number>()
  const count = (counts: Map<string, number>, keys: Iterable<string>) => {
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { entities } of mentions) {
    const own = entities.flatMap((e) => g.homesWith(e))
    count(homes, own)
    if (own.length === 0)
      count(
        lands,
        entities.flatMap((e) => g.landOf(e) ?? []),
      )
  }
  const most = Math.max(0, ...lands.values())
  return new Set([...homes].filter(([, n]) => n >= most).map(([id]) => id))
}
