import { Document } from '../model/index.js'
import { gather } from './in-chunks.js'
import { fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/** What stays of a forgotten document: when, why, by whom, and the hash of the text that was there. */
export interface Tombstone {
  at: string
  why: string
  by: string
  text: string
}

/** A document as stored: without its text, which `texts` gives. */
export interface StoredDocument {
  document: Omit<Document, 'text'>
  seq: number
  reading: string | null
  forgotten?: Tombstone
}

/** How a document's bytes came in; `size` in bytes. */
export interface Capture {
  sha256: string
  size: number
  path: string
  url?: string | undefined
  headers?: Record<string, string> | undefined
  at: string
}

/** Stores a new document, not yet read; gives its position. `outletKey` is the normal form of its outlet's name. */
export async function insertDocument(
  { db, caseId }: Scope,
  document: Document,
  capture: Capture,
  outletKey: string,
): Promise<number> {
  const last = await db
    .selectFrom('documents')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const { text, ...about } = document
  await db
    .insertInto('documents')
    .values({
      case_id: caseId,
      document_id: document.id,
      seq,
      path: document.path,
      outlet: document.outlet ?? null,
      outlet_key: outletKey,
      language: document.language,
      published_from: document.published?.from ?? null,
      published_to: document.published?.to ?? null,
      tlp: document.tlp ?? null,
      text,
      json: toJson(about),
      reading_id: null,
      forgotten: null,
    })
    .execute()
  await db
    .insertInto('captures')
    .values({
      case_id: caseId,
      document_id: document.id,
      sha256: capture.sha256,
      size: capture.size,
      path: capture.path,
      url: capture.url ?? null,
      headers: capture.headers ? toJson(capture.headers) : null,
      at: capture.at,
    })
    .execute()
  return seq
}

/** A document without its text; members come back in the order of the model. */
const About = Document.omit({ text: true })

/** The documents with these ids, or all, in the order of adding. */
export async function listDocuments({ db, caseId }: Scope, ids?: readonly string[]): Promise<StoredDocument[]> {
  const query = db
    .selectFrom('documents')
    .select(['document_id', 'json', 'seq', 'reading_id', 'forgotten'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
  const rows = ids
    ? await gather(ids, (part) => query.where('document_id', 'in', part).execute())
    : await query.execute()
  return rows.map((row) => ({
    document: { ...About.parse(fromJson(row.json)), id: row.document_id },
    seq: row.seq,
    reading: row.reading_id,
    ...(row.forgotten === null ? {} : { forgotten: fromJson<Tombstone>(row.forgotten) }),
  }))
}

/** The orders in which documents are listed: as they came, the last come first, the last published first. */
export type DocumentOrder = 'added' | 'newest' | 'published'

/** A place in a list of documents: the row there. */
export interface DocumentPlace {
  seq: number
  /** Last day on which it can have been published; empty where that is not known. */
  published: string
}

/** One page of documents after a place, and how many there are; only the rows of the page are read. */
export async function pageDocuments(
  { db, caseId }: Scope,
  order: DocumentOrder,
  limit: number,
  { after, naming }: { after?: DocumentPlace | undefined; naming?: readonly string[] | undefined } = {},
): Promise<{ ids: string[]; places: DocumentPlace[]; total: number }> {
  let all = db.selectFrom('documents').where('case_id', '=', caseId)
  if (naming) {
    const named = db.selectFrom('mentions').select('document_id').where('case_id', '=', caseId)
    all = all.where('document_id', 'in', named.where('entity_id', 'in', naming))
  }
  const { n } = await all.select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()
  let page = all.select(['document_id', 'seq', 'published_to']).limit(limit)
  if (order === 'published') {
    page = page.orderBy('published_to', (ob) => ob.desc().nullsLast()).orderBy('seq', 'desc')
    if (after)
      page = page.where((eb) => {
        const earlier = eb.and([
          eb('published_to', after.published ? '=' : 'is', after.published || null),
          eb('seq', '<', after.seq),
        ])
        if (!after.published) return earlier
        return eb.or([earlier, eb('published_to', '<', after.published), eb('published_to', 'is', null)])
      })
  } else {
    page = page.orderBy('seq', order === 'newest' ? 'desc' : 'asc')
    if (after) page = page.where('seq', order === 'newest' ? '<' : '>', after.seq)
  }
  const rows = await page.execute()
  return {
    ids: rows.map((row) => row.document_id),
    places: rows.map((row) => ({ seq: row.seq, published: row.published_to ?? '' })),
    total: Number(n),
  }
}

/** Clean texts by document id; forgotten documents are not among them. */
export async function documentTexts({ db, caseId }: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const query = db.selectFrom('documents').select(['document_id', 'text']).where('case_id', '=', caseId)
  const rows = await gather(ids, (part) => query.where('document_id', 'in', part).execute())
  return new Map(rows.flatMap((row) => (row.text === null ? [] : [[row.document_id, row.text]])))
}

/** How a document came in. */
export async function findCapture({ db, caseId }: Scope, document: string): Promise<Capture | undefined> {
  const row = await db
    .selectFrom('captures')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('document_id', '=', document)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    sha256: row.sha256,
    size: row.size,
    path: row.path,
    at: row.at,
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.headers === null ? {} : { headers: fromJson<Record<string, string>>(row.headers) }),
  }
}

/** Removes a document's text and what its row and capture say of it, and leaves the tombstone and `kept`. */
export async function buryDocument(
  { db, caseId }: Scope,
  document: string,
  kept: Omit<Document, 'text'>,
  tombstone: Tombstone,
): Promise<void> {
  await db
    .updateTable('documents')
    .set({ text: null, json: toJson(kept), forgotten: toJson(tombstone) })
    .where('case_id', '=', caseId)
    .where('document_id', '=', document)
    .execute()
  await db
    .updateTable('captures')
    .set({ url: null, headers: null })
    .where('case_id', '=', caseId)
    .where('document_id', '=', document)
    .execute()
}

/** The id of the document with this id, or with a hash that begins with these digits (six or more, if only one fits). */
export async function findDocumentId({ db, caseId }: Scope, wanted: string): Promise<string | undefined> {
  const digits = wanted.toLowerCase().replace(/^sha256:/, '')
  if (!/^[0-9a-f]{6,64}$/.test(digits)) return undefined
  const rows = await db
    .selectFrom('documents')
    .select('document_id')
    .where('case_id', '=', caseId)
    .where('document_id', 'like', `sha256:${digits}%`)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.document_id : undefined
}
