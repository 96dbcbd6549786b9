import { Hono } from 'hono'
import type { CaseIncident } from '../case/index.js'
import type { ApiContext } from './context.js'
import { incidentFilter, leaveOut } from './query.js'

/** Incidents: the filtered list, page by page, and one incident with the documents that its claims stand in. */
export function incidentRoutes({ kase, speaker }: ApiContext): Hono {
  const namesOf = (incidents: CaseIncident[]) =>
    speaker.names(
      incidents.flatMap((i) => i.claimList),
      incidents.flatMap((i) => [...i.parties, ...i.places].map((p) => p.id)),
    )
  return new Hono()
    .get('/incidents', async (c) => {
      const page = await kase.incidents(incidentFilter(c.req.url))
      return c.json({ ...page, items: await speaker.incidents(page.items), names: await namesOf(page.items) })
    })
    .get('/incidents/:id', async (c) => {
      const incident = await kase.incident(c.req.param('id'), leaveOut(c.req.url))
      const wanted = new Set(incident.claimList.map((claim) => claim.document))
      const documents = (await kase.documents()).filter((document) => wanted.has(document.id))
      const [view] = await speaker.incidents([incident])
      return c.json({ incident: view, documents, names: await namesOf([incident]) })
    })
}
