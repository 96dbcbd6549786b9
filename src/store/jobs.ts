import { hashId } from '../model/index.js'
import { eachChunk } from './in-chunks.js'
import type { Scope } from './store.js'

/**
 * Work that outlives the process: `read` a document, `refresh` what is shown of it, `index` its words, `link` it with the
 * rest of the case, `regroup` what its claims are linked with already, `erase` a forgotten one's bytes.
 */
export type JobKind = 'read' | 'refresh' | 'index' | 'link' | 'regroup' | 'erase'

export interface Job {
  id: string
  kind: JobKind
  /** The document it is about. */
  subject: string
  attempts: number
}

/** A worker that has not finished a job within this time is taken for dead, in milliseconds. */
export const LEASE = 10 * 60_000

/** Attempts after which a job is left alone: what ends the worker three times will do so again. */
export const MOST_ATTEMPTS = 3

/** Puts a job down; one that waits already is not put down twice, one that was taken is free again. */
export async function addJob({ db, caseId }: Scope, kind: JobKind, subject: string): Promise<void> {
  await db
    .insertInto('jobs')
    .values({ case_id: caseId, job_id: hashId('j', [kind, subject]), kind, subject, taken: null, attempts: 0 })
    .onConflict((c) => c.columns(['case_id', 'job_id']).doUpdateSet({ taken: null }))
    .execute()
}

/**
 * Takes up to `limit` jobs that are free, or whose worker is overdue at the instant `now`. Two workers never get the
 * same job: PostgreSQL skips rows that another transaction has locked, SQLite lets one writer in at a time.
 */
export async function takeJobs(
  { db, caseId, engine }: Scope,
  kinds: readonly JobKind[],
  limit: number,
  now: string,
): Promise<Job[]> {
  const overdue = new Date(Date.parse(now) - LEASE).toISOString()
  const free = db
    .selectFrom('jobs')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', 'in', [...kinds])
    .where('attempts', '<', MOST_ATTEMPTS)
    .where((eb) => eb.or([eb('taken', 'is', null), eb('taken', '<', overdue)]))
    .orderBy('attempts')
    .orderBy('job_id')
    .limit(limit)
  const rows = await (engine === 'postgres' ? free.forUpdate().skipLocked() : free).execute()
  if (rows.length === 0) return []
  await db
    .updateTable('jobs')
    .set((eb) => ({ taken: now, attempts: eb('attempts', '+', 1) }))
    .where('case_id', '=', caseId)
    .where(
      'job_id',
      'in',
      rows.map((row) => row.job_id),
    )
    .execute()
  return rows.map((row) => ({
    id: row.job_id,
    kind: row.kind as JobKind,
    subject: row.subject,
    attempts: row.attempts + 1,
  }))
}

/** Jobs of these kinds, taken or not: for work done inside the very transaction that strikes them out. */
export async function waitingJobs({ db, caseId }: Scope, kinds: readonly JobKind[], limit: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('jobs')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('kind', 'in', [...kinds])
    .orderBy('job_id')
    .limit(limit)
    .execute()
  return rows.map(({ job_id, kind, subject, attempts }) => ({ id: job_id, kind: kind as JobKind, subject, attempts }))
}

/** Strikes finished jobs out; in the transaction that stores their result. */
export async function finishJobs({ db, caseId }: Scope, ids: readonly string[]): Promise<void> {
  const query = db.deleteFrom('jobs').where('case_id', '=', caseId)
  await eachChunk(ids, (part) => query.where('job_id', 'in', part).execute())
}

/** How many jobs wait or are being done. */
export async function countJobs({ db, caseId }: Scope, kinds?: readonly Job['kind'][]): Promise<number> {
  const row = await db
    .selectFrom('jobs')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('case_id', '=', caseId)
    .$if(kinds !== undefined, (q) => q.where('kind', 'in', [...kinds!]))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
