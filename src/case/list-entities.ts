import { type Entity, IsnadError } from '../model/index.js'
import { countParts, listDocuments, listEntities, listMentions, type MentionCount, type Parts } from '../store/index.js'
import { fold } from '../text/index.js'
import type { CaseEntity } from './case.js'
import type { CaseContext } from './context.js'
import { readingsOf } from './renew-case.js'

const NONE: Parts = { claims: 0, incidents: 0 }

/** Every entity that the reports name, with how often and in which words; remembered until the case changes. */
function allEntities(context: CaseContext): Promise<CaseEntity[]> {
  const { store, steps } = context
  return context.remember('entities', () =>
    store.read(async (scope) => {
      const entities = await listEntities(scope)
      const parts = await countParts(scope)
      const mentions = [...(await listMentions(scope)), ...(await newcomerMentions(context, entities))]
      const documents = new Map((await listDocuments(scope)).map((row) => [row.document.id, row.document]))
      const own = new Map<string, MentionCount[]>()
      for (const mention of mentions) own.set(mention.entity, [...(own.get(mention.entity) ?? []), mention])
      return entities.map((entity): CaseEntity => {
        const used = own.get(entity.id) ?? []
        const wordings = new Map<string, CaseEntity['mentions'][number]>()
        for (const { document, text, count } of used) {
          const about = documents.get(document)
          const outlet = about?.outlet ?? about?.restatedOutlet
          const key = `${text}\u0000${outlet ?? ''}`
          const before = wordings.get(key)
          const lang = about?.language ?? ''
          wordings.set(key, { text, lang, ...(outlet && { outlet }), count: count + (before?.count ?? 0) })
        }
        return {
          ...entity,
          from: steps.world.entities.has(entity.id) ? 'pack' : 'report',
          ...(parts.get(entity.id) ?? NONE),
          documents: new Set(used.map(({ document }) => document)).size,
          mentions: [...wordings.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
        }
      })
    }),
  )
}

/** What reports introduce is in no claim by id: it is found again by kind and name. */
async function newcomerMentions({ store }: CaseContext, entities: readonly Entity[]): Promise<MentionCount[]> {
  const byName = new Map<string, string>()
  for (const entity of entities.filter(({ from }) => from === 'report'))
    for (const { name } of entity.names) byName.set(`${entity.kind} ${name}`, entity.id)
  const counts = new Map<string, MentionCount>()
  for (const { document, mentions } of await store.read(readingsOf))
    for (const { text, kind, entities: known } of mentions) {
      const entity = known.length === 0 ? byName.get(`${kind} ${text}`) : undefined
      if (entity === undefined) continue
      const key = [document.id, entity, text].join(' ')
      const row = counts.get(key) ?? { document: document.id, entity, text, kind, count: 0 }
      counts.set(key, { ...row, count: row.count + 1 })
    }
  return [...counts.values()]
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
  return found.sort((a, b) => b.claims - a.claims || b.documents - a.documents || (a.id < b.id ? -1 : 1))
}

/** One entity of the case. Throws `not-found`. */
export async function findEntity(context: CaseContext, id: string): Promise<CaseEntity> {
  const found = (await allEntities(context)).find((entity) => entity.id === id)
  if (found) return found
  const known = context.steps.world.entities.get(id)
  // The packs know it and no report names it: an entity all the same, of which nothing is said.
  if (known) return { ...known, ...NONE, documents: 0, mentions: [] }
  throw new IsnadError('not-found', `there is no entity "${id}" in this case`, {
    hint: 'List them: isnad list entities',
  })
}
