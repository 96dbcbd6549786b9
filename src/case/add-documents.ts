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
import type { AddOptions, AddResult } from './case.js'
import type { CaseContext } from './context.js'
import { finishWork } from './link-documents.js'
import { refreshDocument } from './refresh-document.js'
import { outletKey } from './show-claims.js'
import type { CapturedInput } from './steps.js'

/** Documents after which their claims are linked, so that a long import can be looked at on the way. */
const LINK_AFTER = 200

/**
 * Captures, reads and stores each input, one transaction a document; then links. A document is safe on the disk when
 * `onProgress` reports it. One bad input never stops the rest.
 */
export async function addDocuments(
  context: CaseContext,
  paths: readonly string[],
  options: AddOptions,
): Promise<AddResult> {
  const result: AddResult = { added: [], unchanged: [], failed: [] }
  const now = options.now ?? context.now
  let total = paths.length
  let done = 0
  const onProgress = (_: number, all: number) => {
    total = all
  }
  const inputs = context.steps.capture(paths, { now, onProgress })
  for await (const input of inputs) {
    await addOne(context, input, { ...options, now }, result)
    done += 1
    options.onProgress?.(done, Math.max(total, done), input.path)
    if (done % LINK_AFTER === 0) await finishWork(context)
  }
  await finishWork(context)
  return result
}

async function addOne(
  context: CaseContext,
  input: CapturedInput,
  options: AddOptions & { now: () => string },
  result: AddResult,
): Promise<void> {
  if (!input.ok) {
    const { ok: _, ...failure } = input
    result.failed.push(failure)
    return
  }
  try {
    const outcome = await storeOne(context, input, options)
    if (outcome.claims === undefined) result.unchanged.push({ id: outcome.id, path: input.path })
    else result.added.push({ id: outcome.id, path: input.path, claims: outcome.claims })
  } catch (error) {
    if (isFatal(error)) throw error
    result.failed.push({ path: input.path, ...failureOf(error) })
  }
}

/** What is wrong with the store is wrong for every document. */
export function isFatal(error: unknown): boolean {
  return error instanceof IsnadError && /^(case|store)-/.test(error.code)
}

/** What went wrong with one document, for the list of failures. */
export function failureOf(error: unknown): { code: string; message: string; hint?: string } {
  if (!(error instanceof IsnadError)) return { code: 'internal', message: (error as Error)?.message ?? String(error) }
  return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) }
}

type Input = CapturedInput & { ok: true }

async function storeOne(
  { store, steps }: CaseContext,
  input: Input,
  { tlp, later, now }: AddOptions & { now: () => string },
): Promise<{ id: string; claims?: number }> {
  const hash = sha256(input.bytes)
  const id = `sha256:${hash}`
  const known = async (tx: Scope) => isKnown(await listDocuments(tx, [id]), id)
  if (await store.read(known)) return { id }
  const captured = Document.parse(storable({ ...input.document, id }))
  const document = tlp === undefined ? captured : { ...captured, tlp: captured.tlp ?? tlp }
  const reading = later ? undefined : checkedReading(steps.reader.read(document))
  await store.raw.put(hash, input.bytes)
  return store.write(async (tx) => {
    // Asked again, because another process may have been faster.
    if (await known(tx)) return { id }
    const at = now()
    const { path, url } = document
    const capture = { sha256: hash, size: input.bytes.length, path, url, headers: storable(input.headers), at }
    await insertDocument(tx, document, capture, outletKey(document.outlet, steps.world))
    const { text, ...about } = document
    const hashes = { text: sha256(text), about: sha256(canonical(about)) }
    await appendLog(tx, { at, kind: 'add', subject: id, data: hashes })
    if (reading) await storeReading(tx, reading, at)
    else await addJob(tx, 'read', id)
    await refreshDocument(tx, id, steps.world)
    return { id, claims: reading?.claims.length ?? 0 }
  })
}

function isKnown([row]: StoredDocument[], id: string): boolean {
  if (row?.forgotten)
    throw new IsnadError('usage', `this document was forgotten on ${row.forgotten.at.slice(0, 10)}`, {
      where: { what: id },
      hint: 'What a case was made to forget it does not take in again. Use another case if it must be kept.',
    })
  return row !== undefined
}

/** Appends a reading and the log entry that vouches for it. */
export async function storeReading(tx: Scope, reading: Reading, at: string): Promise<void> {
  const { id, hash } = await insertReading(tx, reading, at)
  const { version, packs } = reading.document.reader
  await appendLog(tx, { at, kind: 'read', subject: reading.document.id, data: { reading: id, hash, version, packs } })
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
