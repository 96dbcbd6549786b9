import { sha256 } from '../model/index.js'
import { CHAIN_START, linkProblems } from './chain.js'
import { insertRows } from './insert-rows.js'
import { canonical } from './json.js'
import type { Scope } from './store.js'

/** One thing that somebody saw or changed on a server. */
export interface AuditEntry {
  /** ISO instant. */
  at: string
  /** Empty where nobody was signed in. */
  who: string
  role: string | null
  /** The route, or the command. */
  action: string
  /** What was asked: the path with its query. */
  path: string
  /** What was answered, as an HTTP status. */
  status: number
}

/** An entry with its place in the chain: its hash covers it and the hash before it. */
export interface AuditRow extends AuditEntry {
  seq: number
  previous: string
  hash: string
}

const auditHash = ({ hash: _, ...row }: AuditRow): string => sha256(canonical(row))

/** Appends entries in one turn; inside a `write`. Nothing here changes or removes one. */
export async function appendAudit(scope: Scope, entries: readonly AuditEntry[]): Promise<void> {
  const { db, caseId } = scope
  const last = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  let [seq, previous] = [last?.seq ?? 0, last?.hash ?? CHAIN_START]
  const rows = entries.map((entry) => {
    const row: AuditRow = { ...entry, seq: ++seq, previous, hash: '' }
    row.hash = previous = auditHash(row)
    return { case_id: caseId, ...row }
  })
  await insertRows(scope, 'audit', rows)
}

/** Entries, newest first: those before a position, of one person, since an instant. */
export async function listAudit(
  { db, caseId }: Scope,
  filter: { who?: string | undefined; since?: string | undefined; before?: number | undefined; limit: number },
): Promise<AuditRow[]> {
  let query = db.selectFrom('audit').selectAll().where('case_id', '=', caseId).orderBy('seq', 'desc')
  if (filter.who !== undefined) query = query.where('who', '=', filter.who)
  if (filter.since !== undefined) query = query.where('at', '>=', filter.since)
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before)
  const rows = await query.limit(filter.limit).execute()
  return rows.map(({ case_id: _, ...row }) => row)
}

/** How many entries these filters find. */
export async function countAudit(
  { db, caseId }: Scope,
  filter: { who?: string | undefined; since?: string | undefined },
): Promise<number> {
  let query = db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number | bigint | string>().as('n'))
    .where('case_id', '=', caseId)
  if (filter.who !== undefined) query = query.where('who', '=', filter.who)
  if (filter.since !== undefined) query = query.where('at', '>=', filter.since)
  return Number((await query.executeTakeFirstOrThrow()).n)
}

/** What is wrong with the audit log: one sentence a fault, empty where its chain holds. */
export async function auditProblems({ db, caseId }: Scope): Promise<string[]> {
  const problems: string[] = []
  let previous = CHAIN_START
  for (let from = 0; ; ) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('seq', '>', from)
      .orderBy('seq')
      .limit(5000)
      .execute()
    for (const { case_id: _, ...row } of rows) {
      problems.push(...linkProblems(`audit entry ${row.seq}`, row, from + 1, previous, auditHash(row)))
      ;[from, previous] = [row.seq, row.hash]
    }
    if (rows.length === 0) return problems
  }
}
