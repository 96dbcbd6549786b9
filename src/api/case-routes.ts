import { Hono } from 'hono'
import type { ApiContext } from './context.js'
import { leaveOut } from './query.js'

/** What is in the case as a whole. */
export function caseRoutes({ kase, titles }: ApiContext): Hono {
  return new Hono()
    .get('/summary', async (c) => c.json(await kase.summary(leaveOut(c.req.url))))
    .get('/dyads', async (c) => c.json({ items: await kase.dyads(leaveOut(c.req.url)) }))
    .get('/republications', async (c) => c.json({ items: await kase.republications() }))
    .get('/unread', async (c) => c.json({ items: await kase.unread() }))
    .get('/ontology', (c) => c.json(titles))
}
