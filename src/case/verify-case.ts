import { sha256 } from '../model/index.js'
import {
  auditProblems,
  canonical,
  caseRow,
  custodyHash,
  documentTexts,
  findIncidents,
  isShown,
  judgementHash,
  type LogEntry,
  listCustody,
  listDocuments,
  listJudgements,
  listLog,
  listReadingClaims,
  listReadings,
  logHead,
  logProblems,
  readingHash,
  restHash,
  type Scope,
  type StoredDocument,
  shownByIds,
} from '../store/index.js'
import type { CaseContext } from './context.js'
import { showDocument } from './refresh-document.js'

/** What `verify` found; `head` is the hash of the newest log entry: noted elsewhere, it proves the case of that day. */
export interface Verified {
  documents: number
  log: number
  problems: string[]
  head: string
}

/**
 * Recomputes every hash: raw bytes against their names; texts, descriptions, readings and judgements against the log;
 * the log against itself; and what is shown against what readings and judgements give. One sentence a problem.
 */
export async function verifyCase(context: CaseContext): Promise<Verified> {
  const { store } = context
  const log = await store.read(listLog)
  const rows = await store.read((tx) => listDocuments(tx))
  const problems = logProblems(log)
  const { name, tlp } = await store.read(caseRow)
  const created = log.find(({ kind }) => kind === 'create')?.data
  if (created?.name !== name || created.tlp !== tlp) problems.push('the name or marking of the case was changed')
  const entries = new Map<string, LogEntry[]>()
  for (const entry of log) entries.set(entry.subject, [...(entries.get(entry.subject) ?? []), entry])
  for (const row of rows) problems.push(...(await documentProblems(context, row, entries.get(row.document.id) ?? [])))
  const known = new Set(rows.map(({ document }) => document.id))
  for (const { kind, subject } of log)
    if (kind === 'add' && !known.has(subject)) problems.push(`document ${subject} is in the log and not in the case`)
  const forgotten = new Set(rows.flatMap((row) => (row.forgotten ? [row.document.id] : [])))
  problems.push(...(await custodyProblems(context, log)))
  problems.push(...(await store.read((tx) => judgementProblems(tx, entries, forgotten))))
  problems.push(...(await store.read(incidentProblems)))
  problems.push(...(await store.read(auditProblems)))
  return { documents: rows.length, log: log.length, problems, head: (await store.read(logHead)).hash }
}

async function documentProblems(
  { store, steps }: CaseContext,
  row: StoredDocument,
  entries: readonly LogEntry[],
): Promise<string[]> {
  const { id } = row.document
  const name = `document ${id.slice(0, 19)}… (${row.document.path})`
  const added = entries.find(({ kind }) => kind === 'add')
  if (!added) return [`${name} is in the case and not in the log`]
  const buried = entries.findLast(({ kind }) => kind === 'forget')
  const problems: string[] = []
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(`${name}: ${problem}`)
  }
  const bytes = await store.raw.get(id.replace(/^sha256:/, ''))
  await store.read(async (tx) => {
    const text = (await documentTexts(tx, [id])).get(id)
    expect(sha256(canonical(row.document)) === (buried ?? added).data.about, 'its description was changed')
    expect(Boolean(buried) === Boolean(row.forgotten), 'log and tombstone differ on whether it was forgotten')
    if (row.forgotten) {
      expect(bytes === undefined && text === undefined, 'it was forgotten, and its bytes or text are still here')
      expect(sha256(canonical(row.forgotten)) === buried?.data.tombstone, 'its tombstone was changed')
      expect(row.forgotten.text === added.data.text, 'its tombstone is that of another text')
    } else {
      expect(bytes !== undefined, 'its raw bytes are missing')
      expect(bytes === undefined || `sha256:${sha256(bytes)}` === id, 'its raw bytes were changed')
      expect(text !== undefined && sha256(text) === added.data.text, 'its text was changed')
    }
    problems.push(...(await readingProblems(tx, row, entries, name)))
    const { rows } = await showDocument(tx, id, steps.world)
    // Keys made by other packs than those of today are no sign of a change; the claims themselves must be the same.
    const { packs } = steps.reader.version
    const older = (await listReadings(tx, [id])).at(-1)?.reader.packs !== packs
    expect(await isShown(tx, id, rows, older), 'its claims as shown are not those of its reading')
  })
  return problems
}

async function readingProblems(
  tx: Scope,
  row: StoredDocument,
  entries: readonly LogEntry[],
  name: string,
): Promise<string[]> {
  const { id } = row.document
  const problems: string[] = []
  const readings = await listReadings(tx, [id])
  const claims = await listReadingClaims(tx, [id])
  const logged = new Map(entries.flatMap((e) => (e.kind === 'read' ? [[String(e.data.reading), e.data.hash]] : [])))
  for (const reading of readings) {
    const own = claims.filter((claim) => claim.reading === reading.id)
    for (const claim of own) {
      if (row.forgotten ? claim.actual === undefined : claim.actual === claim.hash) continue
      problems.push(`${name}: claim ${claim.id} was changed`)
    }
    const rest = row.forgotten ? reading.rest : restHash(reading)
    if (rest !== reading.rest) problems.push(`${name}: mentions or unread sentences of ${reading.id} were changed`)
    const hash = readingHash(
      reading.reader,
      own.map((claim) => claim.hash),
      reading.rest,
    )
    if (hash !== reading.hash || hash !== logged.get(reading.id))
      problems.push(`${name}: reading ${reading.id} is not the one in the log`)
    logged.delete(reading.id)
  }
  for (const missing of logged.keys()) problems.push(`${name}: reading ${missing} is missing`)
  if (row.reading !== null && !readings.some((reading) => reading.id === row.reading))
    problems.push(`${name}: the reading that is shown is missing`)
  return problems
}

/** Whether every record of how bytes came in is the one in the log, and the bytes that only it vouches for are there. */
async function custodyProblems({ store }: CaseContext, log: readonly LogEntry[]): Promise<string[]> {
  const problems: string[] = []
  const logged = new Set(log.flatMap(({ data }) => (typeof data.custody === 'string' ? [data.custody] : [])))
  for (const { kind, hash, record, sha256: bytes } of await store.read((tx) => listCustody(tx))) {
    const name = `the record of how ${record?.path ?? bytes.slice(0, 12)} came in`
    if (!logged.delete(hash) || (record && custodyHash(record) !== hash)) problems.push(`${name} was changed`)
    // A document's own bytes were looked at with the document.
    if (!record || kind === 'document') continue
    const raw = await store.raw.get(bytes)
    if (raw === undefined) problems.push(`the raw bytes of ${record.path} are missing`)
    else if (sha256(raw) !== bytes) problems.push(`the raw bytes of ${record.path} were changed`)
  }
  for (const { kind, at, subject, data } of log) {
    if (kind !== 'timestamp') continue
    const { stampedAt } = await import('./timestamp-case.js')
    const answer = await store.raw.get(String(data.answer))
    const entry = log.find(({ hash }) => hash === subject)
    const stamped = answer && entry && (await stampedAt(answer, entry, String(data.server)).catch(() => undefined))
    if (stamped !== data.stamped) problems.push(`the time stamp of ${at.slice(0, 10)} does not hold`)
  }
  for (const missing of logged) problems.push(`the record of a capture (${missing.slice(0, 12)}…) is missing`)
  return problems
}

async function judgementProblems(
  tx: Scope,
  entries: ReadonlyMap<string, readonly LogEntry[]>,
  forgotten: ReadonlySet<string>,
): Promise<string[]> {
  const problems: string[] = []
  const missing = new Set([...entries].flatMap(([id, own]) => (own.some(({ kind }) => kind === 'judge') ? [id] : [])))
  for (const { judgement, anchors, hash } of await listJudgements(tx)) {
    missing.delete(judgement.id)
    const logged = entries.get(judgement.id)?.find(({ kind }) => kind === 'judge')?.data
    // Of a forgotten document's judgements only the hash is left to compare.
    const buried = judgement.target.kind === 'claim' && forgotten.has(judgement.target.document)
    const intact =
      logged?.hash === hash &&
      logged.anchors === sha256(canonical(anchors)) &&
      (buried || judgementHash(judgement) === hash)
    if (!intact) problems.push(`judgement ${judgement.id} is not the one in the log`)
  }
  for (const id of missing) problems.push(`judgement ${id} is missing`)
  return problems
}

async function incidentProblems(tx: Scope): Promise<string[]> {
  const { rows } = await findIncidents(tx, {})
  const ids = [...new Set(rows.flatMap(({ incident }) => incident.claims))]
  const known = new Set((await shownByIds(tx, ids)).map(({ claim }) => claim.id))
  return rows.flatMap(({ incident }) =>
    incident.claims
      .filter((claim) => !known.has(claim))
      .map((claim) => `incident ${incident.id} rests on claim ${claim}, which is not in the case`),
  )
}
