import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { ENTITY_ROUTES } from './contract/entities.js'
import { SIZE } from './cut-page.js'
import { Offices } from './offices.js'
import { sayDecided } from './say-decided.js'

/** Judgements that are shown with what they stand on. */
const MOST_DECIDED = 100

/** Entities: the filtered list and one entity, each with the name that a screen prints. */
export function entityRoutes({ kase, speaker }: ApiContext) {
  const offices = new Offices(speaker.world.packs)
  return answers(ENTITY_ROUTES, {
    'GET /entities': async ({ query: { limit = SIZE, ...filter } }) => {
      const page = await kase.entityPage({ ...filter, limit })
      return { ...page, items: page.items.map((entity) => ({ ...entity, name: speaker.world.nameOf(entity) })) }
    },
    'GET /entities/{id}': async ({ params }) => {
      const entity = await kase.entity(params.id)
      const { items } = await kase.decided({ entity: entity.id, limit: MOST_DECIDED })
      const apart = await kase.entitiesApart(entity.joined ?? [])
      return {
        entity: { ...entity, name: speaker.world.nameOf(entity) },
        offices: offices.of(entity.id),
        joined: [...apart.values()].map((one) => ({ id: one.id, name: speaker.world.nameOf(one) })),
        judgements: await sayDecided(items, speaker),
      }
    },
  })
}
