import { type Entity, IsnadError } from '../model/index.js'
import { nearest } from '../packs/index.js'
import { fold } from '../text/index.js'
import type { CaseContext } from './context.js'
import { listCaseEntities } from './list-entities.js'

/** Nearest names that an error offers. */
const MOST_OFFERED = 5

/**
 * The actor or person with this id or name, in either script, among packs and reports. Throws `unknown-actor` with the
 * nearest names, and `ambiguous-name` with the ids where a name is that of several.
 */
export async function findActor(context: CaseContext, nameOrId: string): Promise<Entity> {
  const { world } = context.steps
  const [known] = [world.entities.get(nameOrId)]
  if (known) return known
  const entities = new Map(world.entities)
  for (const entity of await listCaseEntities(context, {})) {
    if (!entities.has(entity.id)) entities.set(entity.id, entity)
    for (const id of entity.joined ?? []) entities.set(id, entity)
  }
  const byId = entities.get(nameOrId)
  if (byId) return byId
  const actors = [...entities.values()].filter(({ kind }) => kind === 'actor' || kind === 'person')
  const wanted = fold(nameOrId.trim())
  const found = actors.filter(({ names }) => names.some(({ name }) => fold(name) === wanted))
  if (found.length === 1) return found[0]!
  if (found.length > 1)
    throw new IsnadError('ambiguous-name', `"${nameOrId}" is the name of ${found.length} actors`, {
      hint: `Say which, by id: ${found.map(({ id }) => id).join(', ')}`,
    })
  const offered = nearestNames(wanted, actors)
  throw new IsnadError('unknown-actor', `no actor is called "${nameOrId}"`, {
    hint: offered.length ? `Nearest: ${offered.join(', ')}` : 'List them: isnad list entities --kind actor',
  })
}

function nearestNames(wanted: string, actors: readonly Entity[]): string[] {
  const names = new Map(
    // A hostile name finds an actor and is never offered.
    actors.flatMap(({ id, names }) => [
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
