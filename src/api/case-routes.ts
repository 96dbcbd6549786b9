import { Hono } from 'hono'
import type { DyadSummary } from '../case/index.js'
import type { ApiContext } from './context.js'
import { leaveOut } from './query.js'

/** What is in the case as a whole. */
export function caseRoutes({ kase, titles, speaker }: ApiContext): Hono {
  /** Pairs under the names that every other answer uses. */
  const named = async (dyads: DyadSummary[]) => {
    const names = await speaker.names(
      [],
      dyads.flatMap(({ a, b }) => [a, b]),
    )
    return dyads.map((dyad) => ({ ...dyad, aName: names[dyad.a] ?? dyad.aName, bName: names[dyad.b] ?? dyad.bName }))
  }
  return new Hono()
    .get('/summary', async (c) => {
      const summary = await kase.summary(leaveOut(c.req.url))
      return c.json({ ...summary, dyads: await named(summary.dyads) })
    })
    .get('/dyads', async (c) => c.json({ items: await named(await kase.dyads(leaveOut(c.req.url))) }))
    .get('/republications', async (c) => c.json({ items: await kase.republications() }))
    .get('/unread', async (c) => c.json({ items: await kase.unread() }))
    .get('/ontology', (c) => c.json(titles))
}
