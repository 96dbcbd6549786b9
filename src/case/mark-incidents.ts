import type { ClaimType } from '../model/index.js'
import { listStandings, orderKeyOf } from '../store/index.js'
import type { CaseContext } from './context.js'
import { type IncidentMark, renewStandings } from './keep-standings.js'

/** Conditions on marks; time and place are chosen on the timeline and map themselves. */
export interface MarkFilter {
  type?: ClaimType
  actor?: string
  /** Another actor, whom claims of the incident name as well. */
  with?: string
  contradicted?: boolean
}

/** Every incident that fits, in order of time. */
export async function markIncidents(context: CaseContext, filter: MarkFilter): Promise<IncidentMark[]> {
  await renewStandings(context)
  const { type, contradicted } = filter
  const actors = [filter.actor, filter.with].flatMap((actor) => actor ?? [])
  const kept = await context.store.read((scope) => listStandings<IncidentMark>(scope, { actors, contradicted }))
  const keyed = kept.flatMap((mark) =>
    type === undefined || mark.type === type ? [{ mark, key: orderKeyOf(mark.time, mark.id) }] : [],
  )
  return keyed.sort((x, y) => (x.key < y.key ? -1 : 1)).map(({ mark }) => mark)
}
