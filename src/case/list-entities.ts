import { type Entity, IsnadError } from '../model/index.js'
import { entitiesOf } from '../resolve/index.js'
import { countNaming, countParts, listNames, mostNamedFirst, type NameCount, type Parts } from '../store/index.js'
import { fold } from '../text/index.js'
import type { CaseEntity } from './case.js'
import type { CaseContext } from './context.js'
import { type Identities, identitiesOf, renamed } from './identities.js'

const NONE: Parts = { claims: 0, incidents: 0 }

interface Counted {
  parts: ReadonlyMap<string, Parts>
  /** Documents by the entity as it was read, before anything was joined. */
  naming: ReadonlyMap<string, number>
  identities: Identities
  names: readonly NameCount[]
}

/** Every entity that the reports name, with how often and in which words; remembered until the case changes. */
export function allEntities(context: CaseContext): Promise<CaseEntity[]> {
  const { store, steps } = context
  return context.remember('entities', () =>
    store.read(async (scope) => {
      const identities = await identitiesOf(scope, steps.world)
      const names = renamed(await listNames(scope), identities)
      const own = new Map<string, NameCount[]>()
      for (const name of names) {
        const known = own.get(name.entity)
        known ? known.push(name) : own.set(name.entity, [name])
      }
      const figures = { parts: await countParts(scope), naming: await countNaming(scope), identities }
      return entitiesOf(names, steps.world).map((entity) =>
        counted(entity, { ...figures, names: own.get(entity.id) ?? [] }),
      )
    }),
  )
}

/** An entity with how often and in which words reports name it. */
export function counted(entity: Entity, { parts, naming, identities, names }: Counted): CaseEntity {
  const wordings = new Map<string, CaseEntity['mentions'][number]>()
  for (const { text, lang, outlet, uses } of names) {
    if (text === '') continue
    const key = `${text}\u0000${outlet}`
    wordings.set(key, { text, lang, ...(outlet && { outlet }), count: uses + (wordings.get(key)?.count ?? 0) })
  }
  const joined = identities.members(entity.id).filter((id) => id !== entity.id)
  return {
    ...entity,
    ...(parts.get(entity.id) ?? NONE),
    // Documents that name two of the joined count twice here: an upper bound.
    documents: [entity.id, ...joined].reduce((sum, id) => sum + (naming.get(id) ?? 0), 0),
    mentions: [...wordings.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
    ...(joined.length > 0 && { joined }),
  }
}

/** The entities of the case, the most named first. `query`: words in any of their names, in either script. */
export async function listCaseEntities(
  context: CaseContext,
  filter: { kind?: Entity['kind']; query?: string },
): Promise<CaseEntity[]> {
  const words = fold(filter.query ?? '').split(/\s+/)
  const fits = ({ kind, names }: CaseEntity) => {
    if (filter.kind !== undefined && kind !== filter.kind) return false
    const text = names.map(({ name }) => fold(name)).join('\n')
    return words.every((word) => text.includes(word))
  }
  const found = (await allEntities(context)).filter(fits)
  return found.sort(mostNamedFirst)
}

/** One entity of the case, by its id or that of one joined to it. Throws `not-found`. */
export async function findEntity(context: CaseContext, id: string): Promise<CaseEntity> {
  const { store, steps } = context
  const found = await store.read(async (scope) => {
    const identities = await identitiesOf(scope, steps.world)
    const root = identities.of(id)
    const members = [...identities.members(root)]
    const names = renamed(await listNames(scope, members), identities).filter(({ entity }) => entity === root)
    const [entity] = entitiesOf(names, steps.world)
    if (!entity) return undefined
    return counted(entity, {
      ...{ identities, names },
      parts: await countParts(scope, root),
      naming: await countNaming(scope, members),
    })
  })
  if (found) return found
  const known = context.steps.world.entities.get(id)
  // The packs know it and no report names it: an entity all the same, of which nothing is said.
  if (known) return { ...known, ...NONE, documents: 0, mentions: [] }
  const parted = (await allEntities(context)).find((entity) => entity.id === id)
  if (parted) return parted
  throw new IsnadError('not-found', `there is no entity "${id}" in this case`, {
    hint: 'List them: isnad list entities',
  })
}
