import { sql } from 'kysely'
import { type Claim, hashId, Mention, type ReaderVersion, type Reading, sha256, Unread } from '../model/index.js'
import { restoreClaim } from './claim-json.js'
import { gather } from './in-chunks.js'
import { insertRows } from './insert-rows.js'
import { canonical, fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** A reading as stored; `hash` covers reader, claims, mentions and unread sentences. `seq` counts from 1 a document. */
export interface StoredReading {
  id: string
  document: string
  seq: number
  reader: ReaderVersion
  at: string
  hash: string
  /** The hash of mentions and unread sentences as they were read. */
  rest: string
  mentions: Mention[]
  unread: Unread[]
}

/** The hash of a reading, from the hashes of its claims: it can be checked after the claims' text is forgotten. */
export function readingHash(reader: ReaderVersion, claims: readonly string[], rest: string): string {
  return sha256(canonical({ reader: { version: reader.version, packs: reader.packs }, claims, rest }))
}

/** The hash of one claim. */
export function claimHash(claim: Claim): string {
  return sha256(canonical(claim))
}

/** The hash of what a reading holds beside claims. */
export function restHash(reading: Pick<Reading, 'mentions' | 'unread'>): string {
  return sha256(canonical({ mentions: reading.mentions, unread: reading.unread }))
}

/** Appends a reading with its claims and makes it the one that is shown. Returns its id and hash. */
export async function insertReading(scope: Scope, reading: Reading, at: string): Promise<{ id: string; hash: string }> {
  const { db, caseId } = scope
  const document = reading.document.id
  const { version, packs } = reading.document.reader
  const last = await db
    .selectFrom('readings')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('case_id', '=', caseId)
    .where('document_id', '=', document)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const id = hashId('r', [document, version, packs, String(seq)])
  const rows = reading.claims.map((claim, ord) => ({
    case_id: caseId,
    document_id: document,
    reading_id: id,
    claim_id: claim.id,
    ord,
    type: claim.type,
    hash: claimHash(claim),
    json: toJson(claim),
  }))
  const rest = { mentions: reading.mentions, unread: reading.unread }
  const hashes = rows.map((row) => row.hash)
  const restOf = restHash(rest)
  const hash = readingHash({ version, packs }, hashes, restOf)
  await db
    .insertInto('readings')
    .values({
      case_id: caseId,
      document_id: document,
      reading_id: id,
      seq,
      version,
      packs,
      at,
      hash,
      rest: restOf,
      json: toJson(rest),
    })
    .execute()
  await insertRows(scope, 'claims', rows)
  await db
    .updateTable('documents')
    .set({ reading_id: id })
    .where('case_id', '=', caseId)
    .where('document_id', '=', document)
    .execute()
  return { id, hash }
}

/** All readings of these documents, oldest first. */
export async function listReadings({ db, caseId }: Scope, documents: readonly string[]): Promise<StoredReading[]> {
  const query = db.selectFrom('readings').selectAll().where('case_id', '=', caseId)
  const rows = await gather(documents, (part) => query.where('document_id', 'in', part).orderBy('seq').execute())
  return rows.map((row) => ({
    id: row.reading_id,
    document: row.document_id,
    seq: row.seq,
    reader: { version: row.version, packs: row.packs },
    at: row.at,
    hash: row.hash,
    rest: row.rest,
    ...restoreRest(row.json),
  }))
}

/** The sentences that the readings shown today left unread, with their documents, in the order of these. */
export async function listUnreadSentences({
  db,
  caseId,
}: Scope): Promise<(Unread & { document: string; path: string })[]> {
  // Cut out by the engine: what else a reading holds, all its mentions, is very much longer.
  const unread = sql<string>`readings.json -> 'unread'`
  const rows = await db
    .selectFrom('documents')
    .innerJoin('readings', (join) =>
      join
        .onRef('readings.case_id', '=', 'documents.case_id')
        .onRef('readings.document_id', '=', 'documents.document_id')
        .onRef('readings.reading_id', '=', 'documents.reading_id'),
    )
    .select(['documents.document_id as document', 'documents.path', unread.as('unread')])
    .where('documents.case_id', '=', caseId)
    .where(unread, '!=', '[]')
    .orderBy('documents.seq')
    .execute()
  return rows.flatMap(({ document, path, unread }) =>
    fromJson<Unread[]>(unread).map((one) => ({ ...Unread.parse(one), document, path })),
  )
}

/** Members come back in the order of the model, whatever the engine does with them. */
function restoreRest(json: unknown): Pick<Reading, 'mentions' | 'unread'> {
  if (json === null) return { mentions: [], unread: [] }
  const { mentions, unread } = fromJson<Pick<Reading, 'mentions' | 'unread'>>(json)
  return { mentions: mentions.map((one) => Mention.parse(one)), unread: unread.map((one) => Unread.parse(one)) }
}

/** A claim as a reading stored it; `claim` is undefined where its document was forgotten. */
export interface StoredClaim {
  id: string
  reading: string
  document: string
  hash: string
  /** The hash of what is stored now. */
  actual?: string
  claim?: Claim
}

/** The claims of all readings of these documents, in reading order. */
export async function listReadingClaims({ db, caseId }: Scope, documents: readonly string[]): Promise<StoredClaim[]> {
  const query = db.selectFrom('claims').selectAll().where('case_id', '=', caseId)
  const rows = await gather(documents, (part) =>
    query.where('document_id', 'in', part).orderBy('document_id').orderBy('reading_id').orderBy('ord').execute(),
  )
  return rows.map((row) => ({
    id: row.claim_id,
    reading: row.reading_id,
    document: row.document_id,
    hash: row.hash,
    ...(row.json === null ? {} : { claim: restoreClaim(row.json), actual: sha256(canonical(fromJson(row.json))) }),
  }))
}

/** Removes what the readings of a document say; ids, types and hashes stay. */
export async function buryReadings({ db, caseId }: Scope, document: string): Promise<void> {
  for (const table of ['readings', 'claims'] as const)
    await db
      .updateTable(table)
      .set({ json: null })
      .where('case_id', '=', caseId)
      .where('document_id', '=', document)
      .execute()
}
