import type { CaseIncident } from '../case/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { INCIDENT_ROUTES } from './contract/incidents.js'
import { leaveOut } from './query.js'

/** Incidents: the filtered list, page by page, and one incident with the documents that its claims stand in. */
export const incidentRoutes = ({ kase, speaker }: ApiContext) => {
  const namesOf = (incidents: CaseIncident[]) =>
    speaker.names(
      incidents.flatMap((i) => i.claimList),
      incidents.flatMap((i) => [...i.parties, ...i.places].map((p) => p.id)),
    )
  return answers(INCIDENT_ROUTES, {
    'GET /incidents': async ({ query }) => {
      const { leaveOutlet: _, leaveCamp: __, leaveOrigin: ___, ...filter } = query
      const leave = leaveOut(query)
      const page = await kase.incidents({ ...filter, ...(leave && { leaveOut: leave }) })
      return { ...page, items: await speaker.incidents(page.items), names: await namesOf(page.items) }
    },
    'GET /incidents/{id}': async ({ params, query }) => {
      const incident = await kase.incident(params.id, leaveOut(query))
      const wanted = new Set(incident.claimList.map((claim) => claim.document))
      const documents = (await kase.documents()).filter((document) => wanted.has(document.id))
      const [view] = await speaker.incidents([incident])
      return { incident: view!, documents, names: await namesOf([incident]) }
    },
  })
}
