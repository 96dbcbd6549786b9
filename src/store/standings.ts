import { eachChunk, gather } from './in-chunks.js'
import { incidentsAtPlace, incidentsOfActor } from './incidents-naming.js'
import { insertRows } from './insert-rows.js'
import { fromJson, toJson } from './json.js'
import { dropKeptParts } from './kept.js'
import { markStale, unmarkStale } from './stale.js'
import type { Scope } from './store.js'

/** What is kept of an incident when it was weighed, for lists of many. */
export interface Standing<Kept> {
  incident: string
  contradictions: number
  /** Independent origins, at least. */
  atLeast: number
  /** In which lists have it. */
  month: string
  /** Ids of those who told it first, in a fixed order. */
  first: readonly string[]
  /** What of it goes round in a circle. */
  circles: readonly unknown[]
  kept: Kept
}

/** How the names begin under which answers about the incidents of a month, or of all, are kept: until one of these changes. */
export const MARKS_OF = 'marks of '
export const ALL_MONTHS = 'all'

/** Keeps how these incidents stand, in place of what was kept of them. */
export async function keepStandings<Kept>(
  scope: Scope,
  packs: string,
  standings: readonly Standing<Kept>[],
): Promise<void> {
  const { caseId } = scope
  const incidents = standings.map(({ incident }) => incident)
  await deleteStandings(scope, incidents)
  await unmarkStale(scope, 'standings', incidents)
  const rows = standings.map(({ incident, contradictions, atLeast, month, first, circles, kept }) => ({
    ...{ case_id: caseId, incident_id: incident, contradictions, at_least: atLeast, month, packs },
    ...{ first_tellers: toJson(first), circles: circles.length > 0 ? toJson(circles) : '', json: toJson(kept) },
  }))
  await insertRows(scope, 'standings', rows)
  await dropMarks(scope, standings)
}

async function dropMarks(scope: Scope, changed: readonly { month: string }[]): Promise<void> {
  if (changed.length > 0) await dropKeptParts(scope, MARKS_OF, [...changed.map(({ month }) => month), ALL_MONTHS])
}

/** Forgets how these incidents stood, so that they are weighed anew. */
export async function dropStandings(scope: Scope, incidents: readonly string[]): Promise<void> {
  await deleteStandings(scope, incidents)
  await markStale(scope, 'standings', incidents)
}

/** Forgets how incidents stood that are no more. */
export async function endStandings(scope: Scope, incidents: readonly string[]): Promise<void> {
  await deleteStandings(scope, incidents)
  await unmarkStale(scope, 'standings', incidents)
}

async function deleteStandings(scope: Scope, incidents: readonly string[]) {
  const { db, caseId } = scope
  const own = db.selectFrom('standings').select('month').distinct().where('case_id', '=', caseId)
  const months = await gather(incidents, (part) => own.where('incident_id', 'in', part).execute())
  const query = db.deleteFrom('standings').where('case_id', '=', caseId)
  await eachChunk(incidents, (part) => query.where('incident_id', 'in', part).execute())
  await dropMarks(scope, months)
}

/** How many contradictions each incident, or each of these, has. */
export async function listContradictions(
  { db, caseId }: Scope,
  incidents?: readonly string[],
): Promise<{ incident: string; contradictions: number }[]> {
  const all = db.selectFrom('standings').select(['incident_id as incident', 'contradictions'])
  const query = all.where('case_id', '=', caseId)
  return incidents ? gather(incidents, (part) => query.where('incident_id', 'in', part).execute()) : query.execute()
}

/** How many origins of each of these incidents are independent at least, by incident. */
export async function originsOfIncidents(
  { db, caseId }: Scope,
  incidents: readonly string[],
): Promise<Map<string, number>> {
  const query = db.selectFrom('standings').select(['incident_id', 'at_least']).where('case_id', '=', caseId)
  const rows = await gather(incidents, (part) => query.where('incident_id', 'in', part).execute())
  return new Map(rows.map((row) => [row.incident_id, row.at_least]))
}

/** Incidents, and contradictions among them all. */
export async function countStandings({ db, caseId }: Scope): Promise<{ incidents: number; contradictions: number }> {
  const row = await db
    .selectFrom('standings')
    .select((eb) => [eb.fn.countAll().as('n'), eb.fn.sum('contradictions').as('contradictions')])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return { incidents: Number(row.n), contradictions: Number(row.contradictions ?? 0) }
}

/** How many incidents, or how many of these, were told first by whom. */
export async function countFirstTellers(
  { db, caseId }: Scope,
  incidents?: readonly string[],
): Promise<{ first: string[]; incidents: number }[]> {
  const all = db
    .selectFrom('standings')
    .select((eb) => ['first_tellers', eb.fn.countAll().as('n')])
    .where('case_id', '=', caseId)
    .groupBy('first_tellers')
  const rows = incidents
    ? await gather(incidents, (part) => all.where('incident_id', 'in', part).execute())
    : await all.execute()
  return rows.map((row) => ({ first: fromJson<string[]>(row.first_tellers), incidents: Number(row.n) }))
}

/** What goes round in a circle, by incident. */
export async function listCircles<Circle>({ db, caseId }: Scope): Promise<Map<string, Circle[]>> {
  const query = db.selectFrom('standings').select(['incident_id', 'circles']).where('case_id', '=', caseId)
  const rows = await query.where('circles', '!=', '').execute()
  return new Map(rows.map((row) => [row.incident_id, fromJson<Circle[]>(row.circles)]))
}

/** The months in which there are incidents, in order. */
export async function monthsOfStandings({ db, caseId }: Scope): Promise<string[]> {
  const query = db.selectFrom('standings').select('month').distinct().where('case_id', '=', caseId)
  return (await query.orderBy('month').execute()).map(({ month }) => month)
}

/** What is kept of all incidents of a month, in no order. */
export async function standingsOfMonth<Kept>({ db, caseId }: Scope, month: string): Promise<Kept[]> {
  const query = db.selectFrom('standings').select('json').where('case_id', '=', caseId).where('month', '=', month)
  return (await query.execute()).map((row) => fromJson<Kept>(row.json))
}

/** The incidents that claims on each of these actors, and on the place where one is given, went into. */
export async function incidentsNaming(scope: Scope, actors: readonly string[], place?: string): Promise<Set<string>> {
  const { db, caseId } = scope
  let query = db.selectFrom('standings').select('incident_id').where('case_id', '=', caseId)
  for (const actor of actors) query = query.where('incident_id', 'in', incidentsOfActor(scope, actor))
  if (place !== undefined) query = query.where('incident_id', 'in', incidentsAtPlace(scope, place))
  return new Set((await query.execute()).map((row) => row.incident_id))
}

/** What is kept of these incidents, by incident. */
export async function standingsOf<Kept>(
  { db, caseId }: Scope,
  incidents: readonly string[],
): Promise<Map<string, Kept>> {
  const query = db.selectFrom('standings').select(['incident_id', 'json']).where('case_id', '=', caseId)
  const rows = await gather(incidents, (part) => query.where('incident_id', 'in', part).execute())
  return new Map(rows.map((row) => [row.incident_id, fromJson<Kept>(row.json)]))
}
