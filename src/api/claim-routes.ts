import { Hono } from 'hono'
import type { ApiContext } from './context.js'
import { claimFilter } from './query.js'

/** Claims: the filtered list, page by page, and one claim. */
export function claimRoutes({ kase, speaker }: ApiContext): Hono {
  return new Hono()
    .get('/claims', async (c) => {
      const page = await kase.claims(claimFilter(c.req.url))
      return c.json({ ...page, items: await speaker.claims(page.items), names: await speaker.names(page.items) })
    })
    .get('/claims/:id', async (c) => {
      const claim = await kase.claim(c.req.param('id'))
      const [view] = await speaker.claims([claim])
      return c.json({ claim: view, names: await speaker.names([claim]) })
    })
}
