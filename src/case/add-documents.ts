import { IsnadError } from '../model/index.js'
import { listDocuments, type Scope } from '../store/index.js'
import type { AddOptions, AddResult } from './case.js'
import type { CaseContext } from './context.js'
import { finishImport } from './finish-answers.js'
import { inGroups } from './in-groups.js'
import { finishWork } from './link-documents.js'
import { prefetch } from './prefetch.js'
import { ReadBeside } from './read-beside/read-beside.js'
import type { CapturedInput } from './steps.js'
import { addressOf, storeContainer } from './store-custody.js'
import {
  type DraftDocument,
  draftDocument,
  makeReady,
  putDocument,
  type ReadyDocument,
  type SingleInput,
  type StoredOne,
} from './store-document.js'

/**
 * Documents after which their claims are linked, so that a long import can be looked at on the way: the first of a new case
 * soon, since SQLite then learns how its tables are filled.
 */
const LINK_FIRST = 100
const LINK_AFTER = 500
/** Documents that are stored in one transaction: what is on its way to the disk together costs little more than one. */
const TOGETHER = {
  most: 32,
  heaviest: 2_000_000,
  weigh: bytesOf,
  wait: 100,
}
/** Inputs that are captured, and whose reading is begun, while those before them are stored. */
const AHEAD = { most: 64, heaviest: 8_000_000, weigh: bytesOf }

type Options = AddOptions & { now: () => string }

/** An input on its way: what is to be stored of a document, or why it is none. */
interface Arrived {
  input: CapturedInput
  draft?: DraftDocument
  error?: unknown
}

function bytesOf({ input }: Arrived): number {
  return 'bytes' in input ? input.bytes.length : 0
}

/**
 * Captures, reads and stores each input, then links. A document is safe on the disk when `onProgress` reports it. One bad
 * input never stops the rest.
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
  async function* withProgress() {
    for await (const input of inputs) {
      documents += 1
      // An archive is one input until its last document is in: only then does the count of inputs move on.
      const done = inputsDone === undefined ? documents : Math.min(inputsDone + 1, total)
      yield { ...arrived(input, options, beside), done, total: Math.max(total, done), documents }
    }
  }
  const beside = new ReadBeside(context.steps.reader, context.steps.packs)
  let linked = 0
  try {
    for await (const group of inGroups(prefetch(withProgress(), AHEAD), TOGETHER)) {
      await addGroup(context, group, { ...options, now }, result)
      for (const { input, done, total: all } of group) options.onProgress?.(done, all, input.path)
      const taken = group.at(-1)!.documents
      if (taken - linked < (linked === 0 ? LINK_FIRST : LINK_AFTER)) continue
      await finishWork(context, options.onLink)
      linked = taken
    }
  } finally {
    await beside.close()
  }
  await finishWork(context, options.onLink)
  await finishImport(context, result.added.length, options.onFinish)
  return result
}

/** What is to be stored of an input, under the name that it has for people. */
function arrived(given: CapturedInput, options: AddOptions, beside: ReadBeside): Arrived {
  const input = options.named ? renamed(given, options.named) : given
  if (!isDocument(input)) return { input }
  try {
    return { input, draft: draftDocument(input, options, beside) }
  } catch (error) {
    return { input, error }
  }
}

/** Stores one captured input, or its failure. `listed`: the address under which a feed named it. */
export async function addOne(
  context: CaseContext,
  input: CapturedInput,
  options: Options,
  result: AddResult,
  listed?: string,
): Promise<void> {
  const beside = new ReadBeside(context.steps.reader, undefined)
  const ready = await takeIn(context, arrived(input, options, beside), options, result, listed)
  if (ready) await storeReady(context, [ready], options, result)
}

/** The same of several inputs. What is written to the disk once is written for all. */
async function addGroup(
  context: CaseContext,
  inputs: readonly Arrived[],
  options: Options,
  result: AddResult,
): Promise<void> {
  let group: ReadyDocument[] = []
  const store = async () => {
    await storeReady(context, group, options, result)
    group = []
  }
  for (const one of inputs) {
    // Of one address, or the same bytes, the second is another version, or nothing new, once the first is there.
    if (group.some((other) => isLike(other, one))) await store()
    const ready = await takeIn(context, one, options, result)
    if (ready) group.push(ready)
  }
  await store()
}

function isLike(other: ReadyDocument, { input, draft }: Arrived): boolean {
  if (!draft || !isDocument(input)) return false
  const address = addressOf(input)
  return (address !== undefined && address === other.address) || draft.document.id === other.document.id
}

/** Waits for the reading of one input; gives what is to be stored, or puts into the result what became of it. */
async function takeIn(
  context: CaseContext,
  { input, draft, error }: Arrived,
  options: Options,
  result: AddResult,
  listed?: string,
): Promise<ReadyDocument | undefined> {
  if (!input.ok) {
    const { ok: _, ...failure } = input
    result.failed.push(failure)
    return undefined
  }
  const { path } = input
  try {
    if (input.kind === 'known') {
      result.unchanged.push({ id: input.id, path })
    } else if (input.kind === 'container') {
      const { format, notes } = input
      result.files.push({ id: await storeContainer(context, input, options.now), path, format, notes })
    } else if (draft) {
      const made = await makeReady(context, input, draft, options.now, listed)
      if ('input' in made) return made
      result.unchanged.push({ id: made.id, path })
    } else throw error
  } catch (error) {
    fail(error, path, result)
  }
  return undefined
}

/** Stores documents in one transaction; where one of them cannot be stored, each in its own. */
async function storeReady(
  context: CaseContext,
  ready: readonly ReadyDocument[],
  options: Options,
  result: AddResult,
): Promise<void> {
  const { store, steps } = context
  if (ready.length === 0) return
  try {
    const stored = await store.write(async (tx) => {
      const all: StoredOne[] = []
      for (const one of ready) all.push(await putDocument(tx, one, steps, options.now))
      return all
    })
    for (const [i, { id, claims, version }] of stored.entries()) {
      const { input, document } = ready[i]!
      const { path } = input
      const note = document.basis?.text
      if (claims === undefined) result.unchanged.push({ id, path })
      else result.added.push({ id, path, claims, ...(version ? { version } : {}), ...(note ? { note } : {}) })
    }
  } catch (error) {
    if (ready.length === 1) return fail(error, ready[0]!.input.path, result)
    if (isFatal(error)) throw error
    for (const one of ready) await storeReady(context, [one], options, result)
  }
}

function fail(error: unknown, path: string, result: AddResult): void {
  if (isFatal(error)) throw error
  result.failed.push({ path, ...failureOf(error) })
}

function isDocument(input: CapturedInput): input is SingleInput {
  return input.ok && input.kind !== 'container' && input.kind !== 'known'
}

/** The same input under the name that it has for people. */
function renamed(input: CapturedInput, named: (path: string) => string): CapturedInput {
  const path = named(input.path)
  if (!isDocument(input)) return { ...input, path }
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

/** Whether a document is in the case and not forgotten. */
async function isStored(tx: Scope, id: string): Promise<boolean> {
  const [row] = await listDocuments(tx, [id])
  return row !== undefined && !row.forgotten
}
