import { sha256 } from '../model/index.js'
import { CHAIN_START, linkProblems } from './chain.js'
import { canonical, fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** What an entry of the case's log says was done. */
export const LOG_KINDS = ['create', 'add', 'capture', 'read', 'judge', 'forget', 'timestamp'] as const
export type LogKind = (typeof LOG_KINDS)[number]

/**
 * One entry: its hash covers the entry and the hash before it, so that none can be changed, dropped or moved without
 * changing all that follow. `data` holds hashes and ids, never words of a document, which may have to be forgotten.
 */
export interface LogEntry {
  seq: number
  at: string
  kind: string
  subject: string
  data: Record<string, unknown>
  previous: string
  hash: string
}

/** The words whose hash an entry has. */
export function entryText({ seq, at, kind, subject, data, previous }: Omit<LogEntry, 'hash'>): string {
  return canonical({ seq, at, kind, subject, data, previous })
}

/** The hash that an entry must have. */
export function entryHash(entry: Omit<LogEntry, 'hash'>): string {
  return sha256(entryText(entry))
}

/** Appends an entry; inside a `write`, where writers take turns. */
export async function appendLog(
  { db, caseId }: Scope,
  entry: { at: string; kind: LogKind; subject: string; data: Record<string, unknown> },
): Promise<LogEntry> {
  const last = await logHead({ db, caseId })
  const next = { ...entry, seq: last.seq + 1, previous: last.hash }
  const hash = entryHash(next)
  const { data, ...columns } = next
  await db
    .insertInto('log')
    .values({ case_id: caseId, ...columns, json: toJson(data), hash })
    .execute()
  return { ...next, hash }
}

/** The position and hash of the newest entry, or of the newest of these kinds; it changes with every such change of the case. */
export async function logHead(
  { db, caseId }: Pick<Scope, 'db' | 'caseId'>,
  kinds?: readonly LogKind[],
): Promise<{ seq: number; hash: string }> {
  const all = db.selectFrom('log').select(['seq', 'hash']).where('case_id', '=', caseId)
  const own = kinds ? all.where('kind', 'in', kinds) : all
  const row = await own.orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ?? { seq: 0, hash: CHAIN_START }
}

/** The whole log, oldest first. */
export async function listLog({ db, caseId }: Scope): Promise<LogEntry[]> {
  const rows = await db.selectFrom('log').selectAll().where('case_id', '=', caseId).orderBy('seq').execute()
  return rows.map(({ case_id: _, json, ...row }) => ({ ...row, data: fromJson<Record<string, unknown>>(json) }))
}

/** What is wrong with a log: one sentence a fault, empty where the chain holds. */
export function logProblems(entries: readonly LogEntry[]): string[] {
  const problems: string[] = []
  let previous = CHAIN_START
  entries.forEach((entry, index) => {
    problems.push(...linkProblems(`log entry ${entry.seq}`, entry, index + 1, previous, entryHash(entry)))
    previous = entry.hash
  })
  return problems
}
