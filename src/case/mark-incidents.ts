import type { ClaimType } from '../model/index.js'
import { listMarks } from '../store/index.js'
import type { CaseContext } from './context.js'
import { type IncidentMark, renewStandings } from './keep-standings.js'

/** Conditions on marks; time and place are chosen on the timeline and map themselves. */
export interface MarkFilter {
  type?: ClaimType
  actor?: string
  contradicted?: boolean
}

/** Every incident that fits, in order of time. */
export async function markIncidents(context: CaseContext, filter: MarkFilter): Promise<IncidentMark[]> {
  await renewStandings(context)
  return context.store.read((scope) => listMarks<IncidentMark>(scope, filter))
}
