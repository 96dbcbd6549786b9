import { sql } from 'kysely'
import type { Scope } from './store.js'

/**
 * How many claims lie in each month (`2022-04`) by the stated days of their incident, or by their own where they form none; in
 * order. Those without such a day, and those that an analyst rejected, count nowhere. `types`: only what is of these, an
 * incident with all its claims.
 */
export async function claimsByMonth(
  { db, caseId }: Scope,
  types?: readonly string[],
): Promise<{ month: string; claims: number }[]> {
  const linked = await db
    .selectFrom('incidents')
    .innerJoin('incident_claims as member', (join) =>
      join.onRef('member.case_id', '=', 'incidents.case_id').onRef('member.incident_id', '=', 'incidents.incident_id'),
    )
    .select((eb) => [sql<string>`substr(incidents.time_from, 1, 7)`.as('month'), eb.fn.countAll().as('claims')])
    .where('incidents.case_id', '=', caseId)
    .where('incidents.time_basis', '=', 'stated')
    .where('incidents.time_from', 'is not', null)
    .$if(types !== undefined, (q) => q.where('incidents.type', 'in', [...types!]))
    .groupBy('month')
    .execute()
  const members = db.selectFrom('incident_claims').select('claim_id').where('case_id', '=', caseId)
  const single = await db
    .selectFrom('shown')
    .select((eb) => [sql<string>`substr(time_from, 1, 7)`.as('month'), eb.fn.countAll().as('claims')])
    .where('case_id', '=', caseId)
    .where('time_from', 'is not', null)
    .where((eb) => eb.or([eb('decision', 'is', null), eb('decision', '!=', 'rejected')]))
    .where('claim_id', 'not in', members)
    .$if(types !== undefined, (q) => q.where('type', 'in', [...types!]))
    .groupBy('month')
    .execute()
  const months = new Map<string, number>()
  for (const { month, claims } of [...linked, ...single]) months.set(month, (months.get(month) ?? 0) + Number(claims))
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, claims]) => ({ month, claims }))
}
