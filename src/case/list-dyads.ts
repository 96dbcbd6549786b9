import type { Dyad } from '../model/index.js'
import { findClaims, incidentsOfClaims } from '../store/index.js'
import { dyad, summariseDyads } from '../weigh/index.js'
import type { DyadSummary, LeaveOut } from './case.js'
import { type CaseContext, withDocuments } from './context.js'
import { neutralName } from './neutral-name.js'
import { incidentsWithIds, weighContext, wholeCase } from './weigh-case.js'

/** The ledger of two actors, by id; only claims that name both are fetched. */
export async function findDyad(context: CaseContext, a: string, b: string, leaveOut?: LeaveOut): Promise<Dyad> {
  return context.store.read(async (scope) => {
    const { rows } = await findClaims(scope, { actors: [a, b] })
    const claims = await withDocuments(
      scope,
      rows.filter(({ decision }) => decision !== 'rejected'),
    )
    const weighing = await weighContext(context, scope, claims, leaveOut)
    const ids = await incidentsOfClaims(
      scope,
      claims.map(({ claim }) => claim.id),
    )
    const incidents = await incidentsWithIds(scope, [...new Set(ids.values())])
    return dyad(a, b, incidents, claims, weighing)
  })
}

/** All pairs of actors that claims tell of, the best supported first. */
export function listDyads(context: CaseContext, leaveOut?: LeaveOut): Promise<DyadSummary[]> {
  const { world } = context.steps
  const names = (id: string) => {
    const entity = world.entities.get(id)
    return entity ? neutralName(entity) : { en: id, ar: id }
  }
  return context.remember(`dyads ${JSON.stringify(leaveOut ?? null)}`, async () => {
    const { incidents, claims, context: weighing } = await wholeCase(context, leaveOut)
    return summariseDyads(incidents, claims, weighing).map(
      (row): DyadSummary => ({ ...row, aName: names(row.a), bName: names(row.b) }),
    )
  })
}
