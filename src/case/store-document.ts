import { type Claim, Document, IsnadError, Reading, sha256 } from '../model/index.js'
import {
  addJob,
  appendLog,
  canonical,
  insertDocument,
  insertReading,
  listDocuments,
  type Scope,
  type StoredDocument,
  storable,
} from '../store/index.js'
import type { AddOptions } from './case.js'
import type { CaseContext } from './context.js'
import { indexDocument } from './index-words.js'
import { refreshDocument } from './refresh-document.js'
import { outletKey } from './show-claims.js'
import type { CapturedInput } from './steps.js'
import { addressOf, recordCustody, sameTextBefore, storeAgain, versionOf } from './store-custody.js'

export type SingleInput = Exclude<CapturedInput & { ok: true }, { kind: 'container' | 'known' }>

/** A captured document that is read, and whose bytes are on the disk: to be stored. */
export interface ReadyDocument {
  input: SingleInput
  /** As it was captured, with the marking of the import. */
  document: Document
  reading: Reading | undefined
  /** The address under which a feed or a page named it. */
  address: string | undefined
}

/** What became of a document: `claims` where it is new. */
export interface StoredOne {
  id: string
  claims?: number
  version?: Document['version']
}

/** Reads a captured document; gives its id where it is in the case already. `listed`: the address under which a feed named it. */
export async function makeReady(
  context: CaseContext,
  input: SingleInput,
  { tlp, later, now }: AddOptions & { now: () => string },
  listed?: string,
): Promise<ReadyDocument | StoredOne> {
  const { store, steps } = context
  const hash = sha256(input.bytes)
  const id = `sha256:${hash}`
  if (await store.read((tx) => isThere(tx, id))) {
    await storeAgain(context, input, id, 'bytes', now)
    return { id }
  }
  const captured = Document.parse(storable({ ...input.document, id }))
  const same = await store.read((tx) => sameTextBefore(tx, input, captured))
  if (same !== undefined) {
    await storeAgain(context, input, same, 'text', now)
    return { id: same }
  }
  const document = tlp === undefined ? captured : { ...captured, tlp: captured.tlp ?? tlp }
  const reading = later ? undefined : checkedReading(steps.reader.read(document))
  await store.raw.put(hash, input.bytes)
  return { input, document, reading, address: listed ?? addressOf(input) }
}

/** Stores a document with its reading, and leaves a job to link it. */
export async function putDocument(
  tx: Scope,
  { input, document: read, reading, address }: ReadyDocument,
  { world }: CaseContext['steps'],
  now: () => string,
): Promise<StoredOne> {
  const { id } = read
  // Asked again, because another process may have been faster.
  if (await isThere(tx, id)) return { id }
  const at = now()
  const version = await versionOf(tx, input, read)
  const document = version ? { ...read, version } : read
  const { path, url } = document
  const hash = id.replace(/^sha256:/, '')
  const capture = { sha256: hash, size: input.bytes.length, path, url, headers: storable(input.headers), at }
  const seq = await insertDocument(tx, document, capture, outletKey(document.outlet, world))
  const kept = { kind: 'document', document: id, input, within: document.within } as const
  const custody = await recordCustody(tx, kept, at, address)
  const { text, ...about } = document
  const hashes = { text: sha256(text), about: sha256(canonical(about)), custody: custody.hash }
  await appendLog(tx, { at, kind: 'add', subject: id, data: hashes })
  const stored = reading ? await storeReading(tx, reading, at) : null
  if (!reading) await addJob(tx, 'read', id)
  const row = { document: about, seq, reading: stored }
  await indexDocument(tx, id, world, { row, text })
  await refreshDocument(tx, id, world, { row, reading })
  return { id, claims: reading?.claims.length ?? 0, ...(version ? { version } : {}) }
}

async function isThere(tx: Scope, id: string): Promise<boolean> {
  return isKnown(await listDocuments(tx, [id]), id)
}

function isKnown([row]: StoredDocument[], id: string): boolean {
  if (row?.forgotten)
    throw new IsnadError('usage', `this document was forgotten on ${row.forgotten.at.slice(0, 10)}`, {
      where: { what: id },
      hint: 'What a case was made to forget it does not take in again. Use another case if it must be kept.',
    })
  return row !== undefined
}

/** Appends a reading and the log entry that vouches for it; gives its id. */
export async function storeReading(tx: Scope, reading: Reading, at: string): Promise<string> {
  const { id, hash } = await insertReading(tx, reading, at)
  const { version, packs } = reading.document.reader
  await appendLog(tx, { at, kind: 'read', subject: reading.document.id, data: { reading: id, hash, version, packs } })
  return id
}

/**
 * A reading as the model has it, in which every claim has an id of its own: of two claims alike in all that makes an id,
 * the second is numbered.
 */
export function checkedReading(reading: Reading): Reading {
  const seen = new Map<string, number>()
  const parsed = Reading.parse(reading)
  const claims = parsed.claims.map((claim): Claim => {
    const n = (seen.get(claim.id) ?? 0) + 1
    seen.set(claim.id, n)
    return n === 1 ? claim : { ...claim, id: `${claim.id}-${n}` }
  })
  return { ...parsed, claims }
}
