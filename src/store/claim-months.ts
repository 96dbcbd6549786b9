import { sql } from 'kysely'
import { order } from '../model/index.js'
import type { Scope } from './store.js'

/** How many claims of a type lie in a month (`2022-04`). */
export interface TypeInMonth {
  month: string
  /** That of their incident, where they went into one. */
  type: string
  claims: number
}

/**
 * How many claims lie in each month by the stated days of their incident, or by their own where they are of a type that forms
 * none: `alone`; by type, in order of time. Those without such a day, and those that an analyst rejected, count nowhere.
 */
export async function claimsByMonth({ db, caseId }: Scope, alone: readonly string[]): Promise<TypeInMonth[]> {
  const linked = await db
    .selectFrom('incidents')
    .innerJoin('incident_claims as member', (join) =>
      join.onRef('member.case_id', '=', 'incidents.case_id').onRef('member.incident_id', '=', 'incidents.incident_id'),
    )
    .select((eb) => [
      sql<string>`substr(incidents.time_from, 1, 7)`.as('month'),
      'incidents.type',
      eb.fn.countAll().as('claims'),
    ])
    .where('incidents.case_id', '=', caseId)
    .where('incidents.time_basis', '=', 'stated')
    .where('incidents.time_from', 'is not', null)
    .groupBy(['month', 'incidents.type'])
    .execute()
  const members = db.selectFrom('incident_claims').select('claim_id').where('case_id', '=', caseId)
  const single = await db
    .selectFrom('shown')
    .select((eb) => [sql<string>`substr(time_from, 1, 7)`.as('month'), 'type', eb.fn.countAll().as('claims')])
    .where('case_id', '=', caseId)
    .where('time_from', 'is not', null)
    .where((eb) => eb.or([eb('decision', 'is', null), eb('decision', '!=', 'rejected')]))
    .where('type', 'in', alone)
    .where('claim_id', 'not in', members)
    .groupBy(['month', 'type'])
    .execute()
  const rows = [...linked, ...single].map((row) => ({ ...row, claims: Number(row.claims) }))
  return rows.sort((x, y) => order(x.month, y.month) || order(x.type, y.type))
}
