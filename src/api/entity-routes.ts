import { Hono } from 'hono'
import { bothNames } from './case-world.js'
import type { ApiContext } from './context.js'
import { entityFilter } from './query.js'

/** Entities: the filtered list and one entity, each with the name that a screen prints. */
export function entityRoutes({ kase }: ApiContext): Hono {
  return new Hono()
    .get('/entities', async (c) => {
      const items = await kase.entities(entityFilter(c.req.url))
      return c.json({ items: items.map((entity) => ({ ...entity, name: bothNames(entity) })) })
    })
    .get('/entities/:id', async (c) => {
      const entity = await kase.entity(c.req.param('id'))
      return c.json({ entity: { ...entity, name: bothNames(entity) } })
    })
}
