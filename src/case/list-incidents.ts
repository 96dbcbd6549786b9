import { IsnadError, type WeighedIncident } from '../model/index.js'
import { incidentTold, isIncidentId } from '../resolve/index.js'
import { findIncidents, incidentKeys, incidentOfClaim, type Scope, shownByIds } from '../store/index.js'
import type { CaseIncident, IncidentFilter, LeaveOut, Page } from './case.js'
import type { CaseContext } from './context.js'
import { fromCursor, pageOf, pageSize } from './cursor.js'
import { incidentTitle } from './incident-title.js'
import { renewStandings } from './keep-standings.js'
import { leftContradicted } from './left-incidents.js'
import { findLeftOut } from './left-out.js'
import { caseClaims } from './list-claims.js'
import { incidentsWithIds, weighIncidents } from './weigh-case.js'

/** One page of incidents by day. */
export async function listIncidents(context: CaseContext, filter: IncidentFilter): Promise<Page<CaseIncident>> {
  const size = pageSize(filter.limit)
  const after = fromCursor(filter.cursor)
  const { type, actor, place, from, to, leaveOut, contradicted } = filter
  const query = { type, actor, place, from, to }
  if (contradicted !== undefined && leaveOut === undefined) await renewStandings(context)
  return context.store.read(async (scope) => {
    if (leaveOut === undefined) {
      const { rows, total } = await findIncidents(scope, { ...query, contradicted, after, limit: size + 1 })
      const incidents = rows.slice(0, size).map(({ incident }) => incident)
      const items = await caseIncidents(context, scope, await weighIncidents(context, scope, incidents))
      return pageOf(rows, size, total, items)
    }
    const { gone } = await findLeftOut(context, leaveOut)
    const fits = contradicted === undefined ? undefined : await leftContradicted(context, leaveOut, contradicted)
    const fitting = (await incidentKeys(scope, query)).filter(({ id }) => !gone.has(id) && (fits?.(id) ?? true))
    const rows = fitting.filter(({ orderKey }) => after === undefined || orderKey > after).slice(0, size + 1)
    const page = await incidentsWithIds(
      scope,
      rows.slice(0, size).map(({ id }) => id),
    )
    const weighed = await weighIncidents(context, scope, page, leaveOut)
    return pageOf(rows, size, fitting.length, await caseIncidents(context, scope, weighed))
  })
}

/**
 * One incident. One that was joined into another is that other, with its id: links to it still lead to what it tells. Throws
 * `not-found`, also where everything that tells of it is left out.
 */
export async function findIncident(context: CaseContext, id: string, leaveOut?: LeaveOut): Promise<CaseIncident> {
  return context.store.read(async (scope) => {
    let found = await incidentsWithIds(scope, [id])
    if (found.length === 0 && isIncidentId(id)) {
      const now = await incidentOfClaim(scope, (claim) => incidentTold(claim) === id)
      if (now !== undefined) found = await incidentsWithIds(scope, [now])
    }
    const weighed = await weighIncidents(context, scope, found, leaveOut)
    const [incident] = await caseIncidents(context, scope, weighed)
    if (incident) return incident
    throw new IsnadError('not-found', `there is no incident "${id}" in this case`, {
      hint: leaveOut ? 'All that tells of it may be left out.' : 'List them: isnad list incidents',
    })
  })
}

/** These incidents, those of which nothing is left left out. */
export function incidentsOf(
  context: CaseContext,
  ids: readonly string[],
  leaveOut?: LeaveOut,
): Promise<CaseIncident[]> {
  return context.store.read(async (scope) =>
    caseIncidents(context, scope, await weighIncidents(context, scope, await incidentsWithIds(scope, ids), leaveOut)),
  )
}

async function caseIncidents(
  { steps }: CaseContext,
  scope: Scope,
  incidents: readonly WeighedIncident[],
): Promise<CaseIncident[]> {
  const found = await shownByIds(
    scope,
    incidents.flatMap(({ claims }) => claims),
  )
  const claims = new Map((await caseClaims(scope, found)).map((claim) => [claim.id, claim]))
  return incidents.map((incident) => ({
    ...incident,
    title: incidentTitle(incident, steps.world),
    claimList: incident.claims.flatMap((id) => claims.get(id) ?? []),
  }))
}
