import type { ClaimType, Independence, WeighedIncident } from '../model/index.js'
import { findIncidents } from '../store/index.js'
import type { CaseContext } from './context.js'
import { incidentTitle } from './incident-title.js'
import { weighCase } from './weigh-case.js'

/** An incident as one mark of a timeline or map: when, where and how well supported, without its claims. */
export interface IncidentMark {
  id: string
  type: ClaimType
  title: { en: string; ar: string }
  time: WeighedIncident['time']
  /** Ids of its places, without those that another of them lies in. */
  places: string[]
  claims: number
  independence: Pick<Independence, 'atLeast' | 'atMost' | 'camps'>
  contradicted: boolean
}

/** Conditions on marks; time and place are chosen on the timeline and map themselves. */
export interface MarkFilter {
  type?: ClaimType
  actor?: string
  contradicted?: boolean
}

/** Every incident that fits, in order of time. */
export async function markIncidents(context: CaseContext, filter: MarkFilter): Promise<IncidentMark[]> {
  const { type, actor, contradicted } = filter
  const { incidents } = await weighCase(context)
  const chosen =
    type === undefined && actor === undefined
      ? undefined
      : new Set((await context.store.read((scope) => findIncidents(scope, { type, actor }))).rows.map(idOf))
  return incidents
    .filter(({ id }) => chosen === undefined || chosen.has(id))
    .filter((one) => contradicted === undefined || one.contradictions.length > 0 === contradicted)
    .map((incident) => markOf(incident, context))
}

const idOf = ({ incident }: { incident: { id: string } }) => incident.id

function markOf(incident: WeighedIncident, { steps: { world } }: CaseContext): IncidentMark {
  const { atLeast, atMost, camps } = incident.independence
  const ids = [...new Set(incident.places.map(({ id }) => id))].filter((id) => world.entities.has(id))
  const around = new Set(ids.flatMap((id) => world.ancestors(id)))
  return {
    id: incident.id,
    type: incident.type,
    title: incidentTitle(incident, world),
    time: incident.time,
    places: ids.filter((id) => !around.has(id)),
    claims: incident.claims.length,
    independence: { atLeast, atMost, camps },
    contradicted: incident.contradictions.length > 0,
  }
}
