import type { CaseEntity } from '../case/index.js'
import { titlesBefore } from '../export/index.js'
import { isPrivatePerson } from '../model/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { ENTITY_ROUTES } from './contract/entities.js'
import { cutPage, SIZE } from './cut-page.js'
import { Offices } from './offices.js'
import { sayDecided } from './say-decided.js'

/** Judgements that are shown with what they stand on. */
const MOST_DECIDED = 100

/** Entities: the filtered list and one entity, each with the name that a screen prints. */
export function entityRoutes({ kase, speaker }: ApiContext) {
  const { packs } = speaker.world
  const shown = (entity: CaseEntity) => {
    const name = speaker.world.nameOf(entity)
    if (!isPrivatePerson(entity)) return { ...entity, name }
    const titles = titlesBefore(
      entity.names.map((one) => one.name),
      packs.titles,
    )
    const outlets = [...new Set(entity.mentions.flatMap(({ outlet }) => outlet ?? []))]
    return { ...entity, name, byInitials: { titles, outlets } }
  }
  const offices = new Offices(packs)
  return answers(ENTITY_ROUTES, {
    'GET /entities': async ({ query: { limit = SIZE, ...filter } }) => {
      const page = await kase.entityPage({ ...filter, limit })
      return { ...page, items: page.items.map(shown) }
    },
    'GET /names': async ({ query: { kind, ...query } }) => {
      const page = cutPage(await kase.rankedEntities(kind), query, ({ id }) => id)
      const ids = page.items.map(({ id }) => id)
      const names = await speaker.names([], ids)
      const items = page.items.map(({ id, claims, incidents }) => ({ id, name: names[id]!, claims, incidents }))
      return { ...page, items }
    },
    'GET /entities/{id}': async ({ params }) => {
      const entity = await kase.entity(params.id)
      const { items } = await kase.decided({ entity: entity.id, limit: MOST_DECIDED })
      const apart = await kase.entitiesApart(entity.joined ?? [])
      return {
        entity: shown(entity),
        offices: offices.of(entity.id),
        joined: [...apart.values()].map((one) => ({ id: one.id, name: speaker.world.nameOf(one) })),
        judgements: await sayDecided(items, speaker),
      }
    },
  })
}
