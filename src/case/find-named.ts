import { type Entity, type EntityKind, IsnadError } from '../model/index.js'
import { nearest } from '../packs/index.js'
import { fold } from '../text/index.js'
import type { CaseContext } from './context.js'
import { listCaseEntities } from './list-entities.js'

/** Nearest names that an error offers. */
const MOST_OFFERED = 5

/** What is looked for: the kinds it may be of, what it is called in an error, and which error that is. */
interface Sort {
  kinds: readonly EntityKind[]
  one: string
  many: string
  unknown: 'unknown-actor' | 'not-found'
  list: string
}
const ACTOR: Sort = {
  kinds: ['actor', 'person'],
  one: 'actor',
  many: 'actors',
  unknown: 'unknown-actor',
  list: 'isnad list entities --kind actor',
}
const PLACE: Sort = {
  kinds: ['place'],
  one: 'place',
  many: 'places',
  unknown: 'not-found',
  list: 'isnad list entities --kind place',
}

/**
 * The actor or person with this id or name, in either script, among packs and reports. Throws `unknown-actor` with the
 * nearest names, and `ambiguous-name` with the ids where a name is that of several.
 */
export const findActor = (context: CaseContext, nameOrId: string): Promise<Entity> =>
  findNamed(context, nameOrId, ACTOR)

/** The same for a place, which throws `not-found` where there is none of the name. */
export const findPlace = (context: CaseContext, nameOrId: string): Promise<Entity> =>
  findNamed(context, nameOrId, PLACE)

async function findNamed(context: CaseContext, nameOrId: string, sort: Sort): Promise<Entity> {
  const { world } = context.steps
  const known = world.entities.get(nameOrId)
  if (known) return known
  const entities = new Map(world.entities)
  for (const entity of await listCaseEntities(context, {})) {
    if (!entities.has(entity.id)) entities.set(entity.id, entity)
    for (const id of entity.joined ?? []) entities.set(id, entity)
  }
  const byId = entities.get(nameOrId)
  if (byId) return byId
  const ofSort = [...entities.values()].filter(({ kind }) => sort.kinds.includes(kind))
  const wanted = fold(nameOrId.trim())
  const found = ofSort.filter(({ names }) => names.some(({ name }) => fold(name) === wanted))
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new IsnadError('ambiguous-name', `"${nameOrId}" is the name of ${found.length} ${sort.many}`, {
      hint: `Say which, by id: ${found.map(({ id }) => id).join(', ')}`,
    })
  const offered = nearestNames(wanted, ofSort)
  throw new IsnadError(sort.unknown, `no ${sort.one} is called "${nameOrId}"`, {
    hint: offered.length ? `Nearest: ${offered.join(', ')}` : `List them: ${sort.list}`,
  })
}

function nearestNames(wanted: string, entities: readonly Entity[]): string[] {
  const names = new Map(
    // A hostile name finds an actor and is never offered.
    entities.flatMap(({ id, names }) => [
      [id, id] as const,
      ...names.filter(({ kind }) => kind !== 'hostile').map(({ name }) => [fold(name), name] as const),
    ]),
  )
  const offered: string[] = []
  while (offered.length < MOST_OFFERED) {
    const next = nearest(wanted, names.keys())
    if (next === undefined) break
    offered.push(names.get(next)!)
    names.delete(next)
  }
  return offered
}
