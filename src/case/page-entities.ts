import type { Entity } from '../model/index.js'
import { entitiesOf, type NameUse } from '../resolve/index.js'
import {
  countNaming,
  type EntityRank,
  listNames,
  listWordings,
  mostNamedFirst,
  namedEntities,
  type Parts,
  rankEntities,
  type Scope,
} from '../store/index.js'
import type { CaseEntity, EntityFilter, Page, RankedEntity } from './case.js'
import type { CaseContext } from './context.js'
import { fromCursor, pageOf, pageSize } from './cursor.js'
import { type Identities, identitiesOf, renamed } from './identities.js'
import { keptAnswer } from './keep-answers.js'
import { allEntities, counted, listCaseEntities } from './list-entities.js'
import { searchTerms } from './search-terms.js'

/** Every entity that reports name, ranked, without its names; kept until the case changes. */
export function rankedEntities(context: CaseContext): Promise<EntityRank[]> {
  return keptAnswer(context, 'entity ranks', () =>
    context.store.read(async (scope) => rank(context, scope, await identitiesOf(scope, context.steps.world))),
  )
}

/** The entities of the case, or those of a kind, in the order of their pages. */
export async function rankedOfKind(context: CaseContext, kind?: Entity['kind']): Promise<RankedEntity[]> {
  const { store, steps } = context
  const { byWording } = await store.read((scope) => identitiesOf(scope, steps.world))
  const all = await (byWording ? listCaseEntities(context, { kind }) : rankedEntities(context))
  return all.filter((one) => kind === undefined || one.kind === kind)
}

async function rank({ steps }: CaseContext, scope: Scope, identities: Identities): Promise<EntityRank[]> {
  const rows = await rankEntities(scope)
  if (!identities.any) return rows
  const roots = new Map<string, EntityRank>()
  for (const row of rows) {
    const id = identities.of(row.id)
    const own = roots.get(id)
    // What is shown stands under the root already; how often it is named adds up.
    if (own) own.documents += row.documents
    else roots.set(id, { ...row, id, kind: steps.world.entities.get(id)?.kind ?? row.kind })
    if (id === row.id) Object.assign(roots.get(id)!, { claims: row.claims, incidents: row.incidents })
  }
  return [...roots.values()].sort(mostNamedFirst)
}

/** One page of the entities of the case, those in most claims first; only those of the page are read whole. */
export async function pageEntities(context: CaseContext, filter: EntityFilter): Promise<Page<CaseEntity>> {
  const { store, steps } = context
  const size = pageSize(filter.limit)
  const from = Number(fromCursor(filter.cursor)?.split('/')[0] ?? 0)
  return store.read(async (scope) => {
    const identities = await identitiesOf(scope, steps.world)
    if (identities.byWording) {
      const all = await listCaseEntities(context, filter)
      return cut(all.length, from, size, all.slice(from, from + size))
    }
    const words = filter.query?.trim()
    const named = words ? await namedBy(scope, words, steps, identities) : undefined
    const fitting = (await rankedEntities(context)).filter(
      ({ id, kind }) => (filter.kind === undefined || kind === filter.kind) && (named === undefined || named.has(id)),
    )
    const page = fitting.slice(from, from + size)
    const parts = new Map<string, Parts>(page.map(({ id, claims, incidents }) => [id, { claims, incidents }]))
    const found = await readWhole(context, scope, identities, [...parts.keys()], parts)
    return cut(
      fitting.length,
      from,
      size,
      page.flatMap(({ id }) => found.get(id) ?? []),
    )
  })
}

/** The entities that these words name together; where they name none, those that some of them name. */
async function namedBy(
  scope: Scope,
  words: string,
  { world }: CaseContext['steps'],
  identities: Identities,
): Promise<Set<string>> {
  const { named, partly } = await searchTerms(scope, words, world, identities)
  return new Set((named.length > 0 ? named : partly).map(({ id }) => identities.of(id)))
}

/** How many entities reports name; those that analysts joined are one. */
export async function countEntities(context: CaseContext): Promise<number> {
  const { store, steps } = context
  return store.read(async (scope) => {
    const identities = await identitiesOf(scope, steps.world)
    if (identities.byWording) return (await listCaseEntities(context, {})).length
    return new Set((await namedEntities(scope)).map((id) => identities.of(id))).size
  })
}

function cut(total: number, from: number, size: number, items: CaseEntity[]): Page<CaseEntity> {
  const rows = Array.from({ length: Math.min(size + 1, Math.max(0, total - from)) }, (_, i) => ({
    orderKey: `${from + i + 1}/entities`,
  }))
  return pageOf(rows, size, total, items)
}

/** Names under the ids that stand for those whom analysts mean by them. */
function asDecided<Name extends Pick<NameUse, 'entity' | 'text'>>(
  names: readonly Name[],
  identities: Identities,
): Name[] {
  return renamed(names, identities).map((name) => ({ ...name, entity: identities.of(name.entity) }))
}

/** These entities, each under the id that stands for it; those that no report names are not there. */
async function readWhole(
  { steps }: CaseContext,
  scope: Scope,
  identities: Identities,
  ids: readonly string[],
  parts: ReadonlyMap<string, Parts>,
): Promise<Map<string, CaseEntity>> {
  const members = ids.flatMap((id) => identities.members(id))
  const names = asDecided(await listNames(scope, members), identities)
  const naming = await countNaming(scope, members)
  const own = new Map<string, typeof names>()
  for (const name of names) own.set(name.entity, [...(own.get(name.entity) ?? []), name])
  return new Map(
    entitiesOf(names, steps.world).map((entity) => [
      entity.id,
      counted(entity, { identities, parts, naming, names: own.get(entity.id) ?? [] }),
    ]),
  )
}

/**
 * What these ids are called: entities by the id that was asked for; one that no report names is not there. Who uses a
 * spelling is told only of those that the packs do not know: all others have names that are nobody's.
 */
export async function entitiesWithIds(context: CaseContext, ids: readonly string[]): Promise<Map<string, Entity>> {
  const { store, steps } = context
  return store.read(async (scope) => {
    const identities = await identitiesOf(scope, steps.world)
    if (identities.byWording) {
      const all = new Map((await allEntities(context)).map((entity) => [entity.id, entity]))
      return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id)!]] : [])))
    }
    const members = [...new Set(ids.flatMap((id) => identities.members(id)))]
    const known = (id: string) => steps.world.entities.get(id)
    const spelled = await listWordings(
      scope,
      members.filter((id) => known(id)),
    )
    const named = await listNames(
      scope,
      members.filter((id) => !known(id)),
    )
    const uses = [...spelled.map((use) => ({ ...use, kind: known(use.entity)!.kind })), ...named]
    const own = asDecided<NameUse>(uses, identities)
    const found = new Map(entitiesOf(own, steps.world).map((entity) => [entity.id, entity]))
    return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id)!]] : [])))
  })
}
