import { Hono } from 'hono'
import type { ApiContext } from './context.js'
import { claimFilter } from './query.js'

/** Claims: the filtered list, page by page, and one claim. */
export function claimRoutes({ kase, names, speaker }: ApiContext): Hono {
  return new Hono()
    .get('/claims', async (c) => {
      const page = await kase.claims(claimFilter(c.req.url))
      return c.json({ ...page, items: page.items.map(speaker.claim), names: await names.ofClaims(page.items) })
    })
    .get('/claims/:id', async (c) => {
      const claim = await kase.claim(c.req.param('id'))
      return c.json({ claim: speaker.claim(claim), names: await names.ofClaims([claim]) })
    })
}
