import type { CaseIncident } from '../case/index.js'
import type { Independence } from '../model/index.js'

/** An incident as `list incidents --json` gives it. */
export function incidentJson(incident: CaseIncident): object {
  const { id, type, mode, statuses, title, time, places, parties } = incident
  const { independence, interest, transmission, contradictions, grade } = incident
  const claims = incident.claimList.map(({ id, type, document, path, evidence: { start, end, text } }) => ({
    id,
    type,
    document,
    path,
    evidence: { start, end, text },
  }))
  return {
    ...{ id, type, ...(mode && { mode }), statuses, title, time, places, parties, claims },
    ...{ independence, interest, transmission, contradictions, grade },
  }
}

/** Independence in a cell of a table: "not established", or at least – at most. */
export function independenceShort({ atLeast, atMost }: Pick<Independence, 'atLeast' | 'atMost'>): string {
  if (atLeast <= 1) return atMost > 1 ? `not established (≤ ${atMost})` : 'not established'
  return atLeast === atMost ? String(atLeast) : `${atLeast} – ${atMost}`
}

/** When it happened, as short as it can be said. */
export function daysShort({ from, to }: CaseIncident['time']): string {
  if (from && to) return from === to ? from : `${from} – ${to}`
  return to ? `≤ ${to}` : '–'
}
