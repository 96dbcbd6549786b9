import type { CaseIncident } from '../case/index.js'
import { answers } from './answers.js'
import type { ApiContext } from './context.js'
import { INCIDENT_ROUTES } from './contract/incidents.js'
import { countPlaces, placesAround } from './count-places.js'
import { PlaceShapes } from './place-shapes.js'
import { leaveOut } from './query.js'
import { sayDecided } from './say-decided.js'

/** Judgements that are shown with what they stand on. */
const MOST_DECIDED = 100

/** Incidents: the list, page by page; marks for timeline and map; one with the documents that its claims stand in. */
export const incidentRoutes = ({ kase, speaker }: ApiContext) => {
  const namesOf = (incidents: CaseIncident[]) =>
    speaker.names(
      incidents.flatMap((i) => i.claimList),
      incidents.flatMap((i) => [...i.parties, ...i.places].map((p) => p.id)),
    )
  const shapes = new PlaceShapes(speaker.world.packs)
  /** Makes sure that these places are at hand, each with what it lies in, up to the country. */
  const placeOf = async (named: readonly string[]) => {
    const moment = await speaker.world.now()
    const entity = (id: string) => speaker.world.entity(moment, id)
    for (let ids: readonly string[] = named; ids.length > 0; ) {
      await speaker.world.readEntities(moment, ids)
      ids = [...new Set(ids.flatMap((id) => entity(id)?.parent ?? []))]
    }
    return entity
  }
  /** These places as a map draws them, by id. */
  const placesOf = async (named: readonly string[]) => {
    const entity = await placeOf(named)
    const places = named.flatMap((id) => {
      const found = entity(id)
      return (found && shapes.find(found, entity)) ?? []
    })
    return Object.fromEntries(places.map((place) => [place.id, place]))
  }
  return answers(INCIDENT_ROUTES, {
    'GET /incidents/marks': async ({ query }) => {
      const marks = await kase.incidentMarks(query)
      return { marks, places: await placesOf(marks.places) }
    },
    'GET /incidents/places': async () => {
      const { places, columns } = await kase.incidentMarks()
      const place = await placeOf(places)
      const { kinds } = speaker.world.packs.ontology
      const items = countPlaces(columns.places, placesAround(places, place)).map(({ id, incidents }) => {
        const found = place(id)!
        const sort = found.sort === undefined ? undefined : kinds.places[found.sort]?.title
        return {
          ...{ id, incidents, name: speaker.world.nameOf(found) },
          ...(sort && { sort: { en: sort.en, ar: sort.ar } }),
          within: placesAround([id], place)[0]!.slice(1),
        }
      })
      return { items }
    },
    'GET /incidents': async ({ query }) => {
      const { leaveOutlet: _, leaveCamp: __, leaveOrigin: ___, ...filter } = query
      const leave = leaveOut(query)
      const page = await kase.incidents({ ...filter, ...(leave && { leaveOut: leave }) })
      return { ...page, items: await speaker.incidents(page.items), names: await namesOf(page.items) }
    },
    'GET /incidents/{id}': async ({ params, query }) => {
      const incident = await kase.incident(params.id, leaveOut(query))
      const wanted = new Set(incident.claimList.map((claim) => claim.document))
      const documents = await kase.documentsWithIds([...wanted])
      const [view] = await speaker.incidents([incident])
      const { items } = await kase.decided({ incident: incident.id, limit: MOST_DECIDED })
      const judgements = await sayDecided(items, speaker)
      return { incident: view!, documents, names: await namesOf([incident]), judgements }
    },
  })
}
