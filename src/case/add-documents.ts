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
import { finishImport } from './finish-answers.js'
import { indexDocument } from './index-words.js'
import { finishWork } from './link-documents.js'
import { refreshDocument } from './refresh-document.js'
import { outletKey } from './show-claims.js'
import type { CapturedInput } from './steps.js'
import { addressOf, recordCustody, sameTextBefore, storeAgain, storeContainer, versionOf } from './store-custody.js'

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
  const result: AddResult = { added: [], unchanged: [], failed: [], files: [] }
  const now = options.now ?? context.now
  let total = paths.length
  let inputsDone: number | undefined
  let documents = 0
  const onProgress = (done: number, all: number) => {
    total = all
    inputsDone = done
  }
  const { limits, allowHosts } = options
  const known = (hash: string) => context.store.read((tx) => isStored(tx, `sha256:${hash}`))
  const inputs = context.steps.capture(paths, {
    now,
    onProgress,
    known,
    ...(limits ? { limits } : {}),
    ...(allowHosts ? { allowHosts } : {}),
  })
  for await (const input of inputs) {
    await addOne(context, input, { ...options, now }, result)
    documents += 1
    // An archive is one input until its last document is in: only then does the count of inputs move on.
    const done = inputsDone === undefined ? documents : Math.min(inputsDone + 1, total)
    options.onProgress?.(done, Math.max(total, done), input.path)
    if (documents % LINK_AFTER === 0) await finishWork(context, options.onLink)
  }
  await finishWork(context, options.onLink)
  await finishImport(context, result.added.length, options.onFinish)
  return result
}

/** Stores one captured input, or its failure. `listed`: the address under which a feed named it. */
export async function addOne(
  context: CaseContext,
  given: CapturedInput,
  options: AddOptions & { now: () => string },
  result: AddResult,
  listed?: string,
): Promise<void> {
  const input = options.named ? renamed(given, options.named) : given
  if (!input.ok) {
    const { ok: _, ...failure } = input
    result.failed.push(failure)
    return
  }
  try {
    const { path } = input
    if (input.kind === 'known') return void result.unchanged.push({ id: input.id, path })
    if (input.kind === 'container') {
      const { format, notes } = input
      return void result.files.push({ id: await storeContainer(context, input, options.now), path, format, notes })
    }
    const { id, claims, version } = await storeOne(context, input, options, listed)
    if (claims === undefined) result.unchanged.push({ id, path })
    else result.added.push({ id, path, claims, ...(version ? { version } : {}) })
  } catch (error) {
    if (isFatal(error)) throw error
    result.failed.push({ path: input.path, ...failureOf(error) })
  }
}

/** The same input under the name that it has for people. */
function renamed(input: CapturedInput, named: (path: string) => string): CapturedInput {
  const path = named(input.path)
  if (!input.ok || input.kind === 'container' || input.kind === 'known') return { ...input, path }
  return { ...input, path, document: { ...input.document, path: named(input.document.path) } }
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

type Input = Exclude<CapturedInput & { ok: true }, { kind: 'container' | 'known' }>

async function storeOne(
  context: CaseContext,
  input: Input,
  { tlp, later, now }: AddOptions & { now: () => string },
  listed?: string,
): Promise<{ id: string; claims?: number; version?: Document['version'] }> {
  const { store, steps } = context
  const hash = sha256(input.bytes)
  const id = `sha256:${hash}`
  const known = async (tx: Scope) => isKnown(await listDocuments(tx, [id]), id)
  if (await store.read(known)) {
    await storeAgain(context, input, id, 'bytes', now)
    return { id }
  }
  const captured = Document.parse(storable({ ...input.document, id }))
  const same = await store.read((tx) => sameTextBefore(tx, input, captured))
  if (same !== undefined) {
    await storeAgain(context, input, same, 'text', now)
    return { id: same }
  }
  const marked = tlp === undefined ? captured : { ...captured, tlp: captured.tlp ?? tlp }
  const reading = later ? undefined : checkedReading(steps.reader.read(marked))
  await store.raw.put(hash, input.bytes)
  return store.write(async (tx) => {
    // Asked again, because another process may have been faster.
    if (await known(tx)) return { id }
    const at = now()
    const version = await versionOf(tx, input, captured)
    const document = version ? { ...marked, version } : marked
    const { path, url } = document
    const capture = { sha256: hash, size: input.bytes.length, path, url, headers: storable(input.headers), at }
    await insertDocument(tx, document, capture, outletKey(document.outlet, steps.world))
    const custody = await recordCustody(
      tx,
      { kind: 'document', document: id, input, within: document.within },
      at,
      listed ?? addressOf(input),
    )
    const { text, ...about } = document
    const hashes = { text: sha256(text), about: sha256(canonical(about)), custody: custody.hash }
    await appendLog(tx, { at, kind: 'add', subject: id, data: hashes })
    if (reading) await storeReading(tx, reading, at)
    else await addJob(tx, 'read', id)
    await indexDocument(tx, id, steps.world)
    await refreshDocument(tx, id, steps.world)
    return { id, claims: reading?.claims.length ?? 0, ...(version ? { version } : {}) }
  })
}

/** Whether a document is in the case and not forgotten. */
async function isStored(tx: Scope, id: string): Promise<boolean> {
  const [row] = await listDocuments(tx, [id])
  return row !== undefined && !row.forgotten
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
