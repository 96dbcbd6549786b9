import type { WeighedIncident } from '../model/index.js'
import { listContradictions } from '../store/index.js'
import type { LeaveOut } from './case.js'
import type { CaseContext } from './context.js'
import { renewStandings } from './keep-standings.js'
import { incidentsWithIds, weighIncidents } from './weigh-case.js'
import { wholeCase } from './whole-case.js'

/** What leaving something out does to the incidents of a case; those that it does not touch stand as they are. */
export interface LeftIncidents {
  /** Incidents of which claims are left. */
  left: ReadonlySet<string>
  /** Of these, those that lost a claim. */
  touched: ReadonlySet<string>
}

/** Which incidents are left, and which of them must be weighed again; remembered until the case changes. */
export function leftIncidents(context: CaseContext, leaveOut: LeaveOut): Promise<LeftIncidents> {
  return context.remember(`left ${JSON.stringify(leaveOut)}`, async () => {
    const [before, after] = [await wholeCase(context), await wholeCase(context, leaveOut)]
    const stays = new Set(after.tellings)
    const left = new Set(after.tellings.flatMap(({ claim }) => after.incidentOf(claim)?.id ?? []))
    const lost = before.tellings.flatMap((one) => (stays.has(one) ? [] : (before.incidentOf(one.claim)?.id ?? [])))
    return { left, touched: new Set(lost.filter((id) => left.has(id))) }
  })
}

/** How many contradictions each incident that is left has: as linking left it, or weighed again; remembered. */
export function contradictionsLeft(context: CaseContext, leaveOut: LeaveOut): Promise<Map<string, number>> {
  return context.remember(`contradictions left ${JSON.stringify(leaveOut)}`, async () => {
    const { left, touched } = await leftIncidents(context, leaveOut)
    await renewStandings(context)
    const all = await context.store.read(listContradictions)
    const again = await weighedAgain(context, [...touched], leaveOut)
    const counts = new Map(
      all.flatMap(({ incident, contradictions }) => (left.has(incident) ? [[incident, contradictions]] : [])),
    )
    for (const { id, contradictions } of again) counts.set(id, contradictions.length)
    return counts
  })
}

function weighedAgain(context: CaseContext, ids: readonly string[], leaveOut: LeaveOut): Promise<WeighedIncident[]> {
  return context.store.read(async (scope) =>
    weighIncidents(context, scope, await incidentsWithIds(scope, ids), leaveOut),
  )
}

/** Incidents that are left, and contradictions among them all. */
export async function countLeft(context: CaseContext, leaveOut: LeaveOut) {
  const counts = await contradictionsLeft(context, leaveOut)
  return { incidents: counts.size, contradictions: [...counts.values()].reduce((sum, n) => sum + n, 0) }
}
