import { answers } from './answers.js'
import { bothNames } from './case-world.js'
import type { ApiContext } from './context.js'
import { ENTITY_ROUTES } from './contract/entities.js'
import { SIZE } from './cut-page.js'

/** Entities: the filtered list and one entity, each with the name that a screen prints. */
export const entityRoutes = ({ kase }: ApiContext) =>
  answers(ENTITY_ROUTES, {
    'GET /entities': async ({ query: { limit = SIZE, ...filter } }) => {
      const page = await kase.entityPage({ ...filter, limit })
      return { ...page, items: page.items.map((entity) => ({ ...entity, name: bothNames(entity) })) }
    },
    'GET /entities/{id}': async ({ params }) => {
      const entity = await kase.entity(params.id)
      return { entity: { ...entity, name: bothNames(entity) } }
    },
  })
