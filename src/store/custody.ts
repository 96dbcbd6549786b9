import { hashId, sha256 } from '../model/index.js'
import { gather } from './in-chunks.js'
import { canonical, fromJson, toJson } from './json.js'
import type { Scope } from './store.js'

/**
 * One capture: which bytes came in, from where, when and how. `document`: they became this document; `container`: a file
 * of several documents; `again`: the same address once more, with the same bytes or the same text as its document.
 */
export interface CustodyRecord {
  kind: 'document' | 'container' | 'again'
  sha256: string
  /** Bytes. */
  size: number
  /** The file or address as the person named it; of a part of a file, with its place in that file. */
  path: string
  /** ISO instant at which the bytes were got. */
  at: string
  document?: string
  url?: string
  status?: number
  headers?: [string, string][]
  redirects?: { url: string; status: number }[]
  /** The program that captured: name and version. */
  tool: string
  /** Of a container: what it is, and what was left out of it. */
  format?: string
  notes?: string[]
  /** The container that the bytes were taken out of, and which part of it they are. */
  within?: { sha256: string; part: string }
  /** Of `again`: what was the same. */
  same?: 'bytes' | 'text'
}

/** A record as stored; a forgotten one has kept only its hashes. */
export interface StoredCustody {
  id: string
  kind: string
  document: string | null
  sha256: string
  at: string
  hash: string
  record?: CustodyRecord
}

/** The hash by which the log vouches for a record. */
export const custodyHash = (record: CustodyRecord): string => sha256(canonical(record))

/** Stores how bytes came in. `address` is the key by which a later capture of the same address finds this one. */
export async function insertCustody(
  { db, caseId }: Scope,
  record: CustodyRecord,
  address: string | undefined,
): Promise<{ id: string; hash: string }> {
  const hash = custodyHash(record)
  const id = hashId('k', [hash])
  await db
    .insertInto('custody')
    .values({
      case_id: caseId,
      custody_id: id,
      kind: record.kind,
      document_id: record.document ?? null,
      sha256: record.sha256,
      address: address ?? null,
      at: record.at,
      hash,
      json: toJson(record),
    })
    .onConflict((c) => c.columns(['case_id', 'custody_id']).doNothing())
    .execute()
  return { id, hash }
}

/** All records, or those of a document, oldest first. */
export async function listCustody({ db, caseId }: Scope, document?: string): Promise<StoredCustody[]> {
  let query = db.selectFrom('custody').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('custody_id')
  if (document !== undefined) query = query.where('document_id', '=', document)
  const rows = await query.execute()
  return rows.map(({ custody_id, kind, document_id, sha256, at, hash, json }) => ({
    id: custody_id,
    kind,
    document: document_id,
    sha256,
    at,
    hash,
    ...(json === null ? {} : { record: fromJson<CustodyRecord>(json) }),
  }))
}

/** Whether a file of several documents with this hash is in the case. */
export async function hasContainer({ db, caseId }: Scope, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('custody')
    .select('custody_id')
    .where('case_id', '=', caseId)
    .where('sha256', '=', hash)
    .where('kind', '=', 'container')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The documents that an address gave, in the order of capture. */
export async function documentsAt({ db, caseId }: Scope, address: string): Promise<string[]> {
  const rows = await db
    .selectFrom('custody')
    .select(['document_id'])
    .where('case_id', '=', caseId)
    .where('address', '=', address)
    .where('kind', '=', 'document')
    .orderBy('at')
    .orderBy('custody_id')
    .execute()
  return [...new Set(rows.flatMap(({ document_id }) => (document_id === null ? [] : [document_id])))]
}

/** How many texts each of these documents' addresses gave; documents whose address gave one are left out. */
export async function countVersions({ db, caseId }: Scope, documents: readonly string[]): Promise<Map<string, number>> {
  const own = await gather(documents, (part) =>
    db
      .selectFrom('custody')
      .select(['document_id', 'address'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'document')
      .where('document_id', 'in', part)
      .where('address', 'is not', null)
      .execute(),
  )
  const addresses = [...new Set(own.flatMap(({ address }) => address ?? []))]
  const counted = await gather(addresses, (part) =>
    db
      .selectFrom('custody')
      .select((eb) => ['address', eb.fn.count('document_id').distinct().as('texts')])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'document')
      .where('address', 'in', part)
      .groupBy('address')
      .execute(),
  )
  const texts = new Map(counted.map(({ address, texts }) => [address, Number(texts)]))
  return new Map(
    own.flatMap(({ document_id, address }) => {
      const all = texts.get(address) ?? 1
      return document_id !== null && all > 1 ? [[document_id, all] as const] : []
    }),
  )
}

/** Where a document stands among the texts that its address gave: the first of them, its number from 1, the next one. */
export interface VersionPlace {
  address: string
  number: number
  next?: string
}

/** The places of these documents and their siblings; documents whose address gave one text are left out. */
export async function versionPlaces(
  { db, caseId }: Scope,
  documents: readonly string[],
): Promise<Map<string, VersionPlace>> {
  const captures = db.selectFrom('custody').where('custody.case_id', '=', caseId).where('custody.kind', '=', 'document')
  const own = await gather(documents, (part) =>
    captures.select('address').distinct().where('document_id', 'in', part).where('address', 'is not', null).execute(),
  )
  const addresses = [...new Set(own.flatMap(({ address }) => address ?? []))]
  const rows = await gather(addresses, (part) =>
    captures
      .innerJoin('documents', (join) =>
        join
          .onRef('documents.case_id', '=', 'custody.case_id')
          .onRef('documents.document_id', '=', 'custody.document_id'),
      )
      .select(['custody.address', 'custody.document_id', 'documents.reading_id'])
      .where('custody.address', 'in', part)
      .orderBy('custody.at')
      .orderBy('custody.custody_id')
      .execute(),
  )
  const texts = new Map<string, { id: string; read: boolean }[]>()
  for (const { address, document_id: id, reading_id } of rows) {
    if (address === null || id === null) continue
    const list = texts.get(address) ?? []
    texts.set(address, list)
    if (!list.some((one) => one.id === id)) list.push({ id, read: reading_id !== null })
  }
  const places = new Map<string, VersionPlace>()
  for (const list of texts.values())
    for (const [i, { id }] of list.length > 1 ? list.entries() : []) {
      const next = list[i + 1]
      places.set(id, { address: list[0]!.id, number: i + 1, ...(next?.read ? { next: next.id } : {}) })
    }
  return places
}

/** The newest record of an address, whatever it gave. */
export async function newestCustody({ db, caseId }: Scope, address: string): Promise<CustodyRecord | undefined> {
  const row = await db
    .selectFrom('custody')
    .select('json')
    .where('case_id', '=', caseId)
    .where('address', '=', address)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.json == null ? undefined : fromJson<CustodyRecord>(row.json)
}

/**
 * Removes what records say of a document's captures, and of the files that it was taken out of: these hold its text too.
 * Returns the hashes of all bytes that must go.
 */
export async function buryCustody(scope: Scope, document: string): Promise<string[]> {
  const { db, caseId } = scope
  const own = await listCustody(scope, document)
  const hashes = new Set(own.flatMap(({ sha256, record }) => [sha256, record?.within?.sha256 ?? sha256]))
  for (const hash of hashes)
    await db
      .updateTable('custody')
      .set({ json: null, address: null })
      .where('case_id', '=', caseId)
      .where('sha256', '=', hash)
      .execute()
  return [...hashes]
}
