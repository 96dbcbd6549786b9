import type { Scope } from './store.js'

/** Numbers of a case for its summary; days are inclusive. */
export interface CaseCounts {
  name: string
  tlp: string
  byType: Record<string, number>
  byStatus: Record<string, number>
  ownVoice: number
  incidents: number
  entities: number
  firstDay: string | null
  lastDay: string | null
}

/** Counts what is shown; rejected claims are not counted. */
export async function countCase({ db, caseId }: Scope): Promise<CaseCounts> {
  const about = await db.selectFrom('cases').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow()
  const shown = () =>
    db
      .selectFrom('shown')
      .where('case_id', '=', caseId)
      .where((eb) => eb.or([eb('decision', 'is', null), eb('decision', '!=', 'rejected')]))
  const all = (eb: { fn: { countAll(): { as(name: 'n'): unknown } } }) => eb.fn.countAll().as('n') as never
  const types = await shown()
    .select((eb) => ['type', all(eb)])
    .groupBy('type')
    .orderBy('type')
    .execute()
  const statuses = await shown()
    .select((eb) => ['status', all(eb)])
    .groupBy('status')
    .orderBy('status')
    .execute()
  const own = await shown().where('origin_key', '=', '').select(all).executeTakeFirst()
  const days = await shown()
    .select((eb) => [eb.fn.min('time_from').as('first'), eb.fn.max('time_to').as('last')])
    .where('time_from', 'is not', null)
    .executeTakeFirst()
  const incidents = await db.selectFrom('incidents').select(all).where('case_id', '=', caseId).executeTakeFirst()
  const entities = await db
    .selectFrom('mentions')
    .select((eb) => eb.fn.count('entity_id').distinct().as('n'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const count = (row: unknown) => Number((row as { n?: unknown } | undefined)?.n ?? 0)
  return {
    name: about.name,
    tlp: about.tlp,
    byType: Object.fromEntries(types.map((row) => [(row as { type: string }).type, count(row)])),
    byStatus: Object.fromEntries(statuses.map((row) => [(row as { status: string }).status, count(row)])),
    ownVoice: count(own),
    incidents: count(incidents),
    entities: count(entities),
    firstDay: days?.first ?? null,
    lastDay: days?.last ?? null,
  }
}
