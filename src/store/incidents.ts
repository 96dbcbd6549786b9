import { sql } from 'kysely'
import { Incident } from '../model/index.js'
import { eachChunk, gather } from './in-chunks.js'
import { incidentsAtPlace, incidentsOfActor } from './incidents-naming.js'
import { insertRows } from './insert-rows.js'
import { fromJson, toJson } from './json.js'
import type { IncidentsTable } from './schema.js'
import { dropStandings, endStandings } from './standings.js'
import type { Scope } from './store.js'

/** An incident and, claim by claim, the document each comes from. */
export interface StoredIncident {
  incident: Incident
  orderKey: string
}

/** Conditions on incidents; all given ones must hold. */
export interface IncidentQuery {
  type?: string | undefined
  actor?: string | undefined
  place?: string | undefined
  from?: string | undefined
  to?: string | undefined
  /** Whether claims of it contradict each other, as it was weighed last. */
  contradicted?: boolean | undefined
  after?: string | undefined
  limit?: number | undefined
}

/** Sorts lists of incidents: by first day, and unique in the case. */
export const orderKeyOf = ({ from, to }: { from: string | null; to: string | null }, id: string): string =>
  `${from ?? to ?? '9999'}/${id}`

/** Replaces incidents by what the same claims give now. `documentOf` names the document of each claim. */
export async function replaceIncidents(
  scope: Scope,
  gone: readonly string[],
  incidents: readonly Incident[],
  documentOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { db, caseId } = scope
  const now = incidents.map((incident) => incident.id)
  const old = [...new Set([...gone, ...now])]
  await endStandings(scope, gone)
  await dropStandings(scope, now)
  for (const table of ['incident_claims', 'incidents'] as const)
    await eachChunk(old, (part) =>
      db.deleteFrom(table).where('case_id', '=', caseId).where('incident_id', 'in', part).execute(),
    )
  const rows = incidents.map((incident) => ({
    case_id: caseId,
    incident_id: incident.id,
    order_key: orderKeyOf(incident.time, incident.id),
    type: incident.type,
    time_from: incident.time.from,
    time_to: incident.time.to,
    time_basis: incident.time.basis,
    json: toJson(incident),
  }))
  await insertRows(scope, 'incidents', rows)
  const members = incidents.flatMap((incident) =>
    incident.claims.map((claim) => ({
      case_id: caseId,
      incident_id: incident.id,
      claim_id: claim,
      document_id: documentOf.get(claim) ?? '',
    })),
  )
  await insertRows(scope, 'incident_claims', members)
}

/** What lists of a whole case ask of an incident. */
export interface IncidentBrief {
  id: string
  type: Incident['type']
  /** Stated days; null where none are. */
  time: { from: string | null; to: string | null } | null
}

const BRIEF = ['incident_id', 'type', 'time_from', 'time_to', 'time_basis'] as const

function brief(row: Pick<IncidentsTable, (typeof BRIEF)[number]>): IncidentBrief {
  const time = row.time_basis === 'stated' ? { from: row.time_from, to: row.time_to } : null
  return { id: row.incident_id, type: row.type as Incident['type'], time }
}

/** Every incident in brief, by claim. */
export async function incidentsInBrief({ db, caseId }: Scope): Promise<Map<string, IncidentBrief>> {
  const rows = await db.selectFrom('incidents').select(BRIEF).where('case_id', '=', caseId).execute()
  // The claims of one incident in one row: rows cost time.
  const members = db
    .selectFrom('incident_claims')
    .select(['incident_id', sql<string>`string_agg(claim_id, ' ')`.as('claims')])
    .where('case_id', '=', caseId)
    .groupBy('incident_id')
  const claims = new Map((await members.execute()).map((row) => [row.incident_id, row.claims]))
  const briefs = new Map<string, IncidentBrief>()
  for (const row of rows) {
    const own = brief(row)
    for (const claim of claims.get(row.incident_id)?.split(' ') ?? []) briefs.set(claim, own)
  }
  return briefs
}

/** The incidents of these claims in brief, by claim. */
export async function briefsOfClaims(scope: Scope, claims: readonly string[]): Promise<Map<string, IncidentBrief>> {
  const { db, caseId } = scope
  const incidentOf = await incidentsOfClaims(scope, claims)
  const query = db.selectFrom('incidents').select(BRIEF).where('case_id', '=', caseId)
  const ids = [...new Set(incidentOf.values())]
  const rows = await gather(ids, (part) => query.where('incident_id', 'in', part).execute())
  const briefs = new Map(rows.map((row) => [row.incident_id, brief(row)]))
  return new Map([...incidentOf].flatMap(([claim, id]) => (briefs.has(id) ? [[claim, briefs.get(id)!] as const] : [])))
}

/** How many claims each of these incidents has. */
export async function sizesOfIncidents({ db, caseId }: Scope, ids: readonly string[]): Promise<Map<string, number>> {
  const query = db
    .selectFrom('incident_claims')
    .select((eb) => ['incident_id', eb.fn.countAll().as('n')])
    .where('case_id', '=', caseId)
    .groupBy('incident_id')
  const rows = await gather(ids, (part) => query.where('incident_id', 'in', part).execute())
  return new Map(rows.map((row) => [row.incident_id, Number(row.n)]))
}

/** The incident of each of these claims, where it has one. */
export async function incidentsOfClaims(
  { db, caseId }: Scope,
  claims: readonly string[],
): Promise<Map<string, string>> {
  const query = db.selectFrom('incident_claims').select(['claim_id', 'incident_id']).where('case_id', '=', caseId)
  const rows = await gather(claims, (part) => query.where('claim_id', 'in', part).execute())
  return new Map(rows.map((row) => [row.claim_id, row.incident_id]))
}

/** Claims looked at in one question. */
const AT_ONCE = 10_000

/**
 * The incident of the first claim that fits; undefined where none does. Every claim of the case may be looked at, so many at once
 * that the largest case does not fill the memory.
 */
export async function incidentOfClaim(
  { db, caseId }: Scope,
  fits: (claim: string) => boolean,
  atOnce = AT_ONCE,
): Promise<string | undefined> {
  const query = db.selectFrom('incident_claims').select(['claim_id', 'incident_id']).where('case_id', '=', caseId)
  for (let after = ''; ; ) {
    const rows = await query.where('claim_id', '>', after).orderBy('claim_id').limit(atOnce).execute()
    const found = rows.find((row) => fits(row.claim_id))
    if (found || rows.length < atOnce) return found?.incident_id
    after = rows.at(-1)!.claim_id
  }
}

/** The claims of these incidents, with the documents that make them. */
export async function membersOfIncidents(
  { db, caseId }: Scope,
  ids: readonly string[],
): Promise<{ incident: string; claim: string; document: string }[]> {
  const query = db
    .selectFrom('incident_claims')
    .select(['incident_id as incident', 'claim_id as claim', 'document_id as document'])
    .where('case_id', '=', caseId)
  return gather(ids, (part) => query.where('incident_id', 'in', part).execute())
}

/** The incidents into which claims of these documents went. */
export async function incidentsOfDocuments({ db, caseId }: Scope, documents: readonly string[]): Promise<string[]> {
  const query = db.selectFrom('incident_claims').select('incident_id').distinct().where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => query.where('document_id', 'in', part).execute())
  return [...new Set(rows.map((row) => row.incident_id))]
}

/** Incidents by id, in list order. */
export async function incidentsByIds({ db, caseId }: Scope, ids: readonly string[]): Promise<StoredIncident[]> {
  const query = db.selectFrom('incidents').select(['json', 'order_key']).where('case_id', '=', caseId)
  const rows = await gather(ids, (part) => query.where('incident_id', 'in', part).execute())
  return rows.map(restore).sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1))
}

/** The incidents that fit these conditions, as a query to be narrowed further. */
function matching(scope: Scope, query: IncidentQuery) {
  const { db, caseId } = scope
  let q = db.selectFrom('incidents').where('incidents.case_id', '=', caseId)
  const { type, from, to, actor, place, contradicted } = query
  if (type !== undefined) q = q.where('incidents.type', '=', type)
  if (from !== undefined) q = q.where('incidents.time_to', '>=', from)
  if (to !== undefined) q = q.where((eb) => eb(eb.fn.coalesce('incidents.time_from', 'incidents.time_to'), '<=', to))
  if (actor !== undefined) q = q.where('incidents.incident_id', 'in', incidentsOfActor(scope, actor))
  if (place !== undefined) q = q.where('incidents.incident_id', 'in', incidentsAtPlace(scope, place))
  if (contradicted !== undefined) {
    const standing = db.selectFrom('standings').select('incident_id').where('case_id', '=', caseId)
    q = q.where('incidents.incident_id', 'in', standing.where('contradictions', contradicted ? '>' : '=', 0))
  }
  return q
}

/** Ids of all incidents that fit, with their keys, in list order. */
export async function incidentKeys(scope: Scope, query: IncidentQuery): Promise<{ id: string; orderKey: string }[]> {
  const rows = matching(scope, query).select(['incidents.incident_id as id', 'incidents.order_key as orderKey'])
  return rows.orderBy('incidents.order_key').execute()
}

/** One page of incidents by first day, and how many there are on all pages. */
export async function findIncidents(
  scope: Scope,
  query: IncidentQuery,
): Promise<{ rows: StoredIncident[]; total: number }> {
  const { after, limit } = query
  const q = matching(scope, query)
  const counted = await q.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst()
  let page = q.select(['incidents.json', 'incidents.order_key'])
  if (after !== undefined) page = page.where('incidents.order_key', '>', after)
  if (limit !== undefined) page = page.limit(limit)
  const rows = await page.orderBy('incidents.order_key').execute()
  return { rows: rows.map(restore), total: Number(counted?.n ?? 0) }
}

/** Members come back in the order of the model, whatever the engine does with them. */
function restore(row: { json: unknown; order_key: string }): StoredIncident {
  return { incident: Incident.parse(fromJson(row.json)), orderKey: row.order_key }
}
