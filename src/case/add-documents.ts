import { IsnadError, sha256 } from '../model/index.js'
import { listDocuments, type Scope } from '../store/index.js'
import type { AddOptions, AddResult } from './case.js'
import type { CaseContext } from './context.js'
import { finishImport } from './finish-answers.js'
import { inGroups } from './in-groups.js'
import { finishWork } from './link-documents.js'
import type { CapturedInput } from './steps.js'
import { addressOf, storeContainer } from './store-custody.js'
import { makeReady, putDocument, type ReadyDocument, type StoredOne } from './store-document.js'

/**
 * Documents after which their claims are linked, so that a long import can be looked at on the way: the first of a new case
 * soon, since SQLite then learns how its tables are filled.
 */
const LINK_FIRST = 100
const LINK_AFTER = 500
/** Documents that are stored in one transaction: what is on its way to the disk together costs little more than one. */
const TOGETHER = { most: 32, heaviest: 2_000_000, wait: 100 }

type Options = AddOptions & { now: () => string }

/** What was captured, and how many inputs are through with it, of how many. */
interface Arrived {
  input: CapturedInput
  done: number
  total: number
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
  async function* withProgress(): AsyncGenerator<Arrived> {
    for await (const input of inputs) {
      documents += 1
      // An archive is one input until its last document is in: only then does the count of inputs move on.
      const done = inputsDone === undefined ? documents : Math.min(inputsDone + 1, total)
      yield { input, done, total: Math.max(total, done) }
    }
  }
  let linked = 0
  // A document is read as soon as it is parsed, while the next ones are being parsed elsewhere.
  const settings = { ...options, now }
  const groups = inGroups<Arrived, Arrived & { ready: ReadyDocument | undefined }>(withProgress(), {
    ...TOGETHER,
    weigh: ({ input }) => ('bytes' in input ? input.bytes.length : 0),
    // Of one address, or the same bytes, the second is another version, or nothing new, once the first is there.
    apart: (group, { input }) => group.some(({ ready }) => ready && isLike(ready, input)),
    make: async (one) => ({ ...one, ready: await takeIn(context, one.input, settings, result) }),
  })
  for await (const group of groups) {
    const ready = group.flatMap((one) => one.ready ?? [])
    await storeReady(context, ready, settings, result)
    for (const { input, done, total: all } of group) options.onProgress?.(done, all, input.path)
    if (documents - linked < (linked === 0 ? LINK_FIRST : LINK_AFTER)) continue
    await finishWork(context, options.onLink)
    linked = documents
  }
  await finishWork(context, options.onLink)
  await finishImport(context, result.added.length, options.onFinish)
  return result
}

/** Stores one captured input, or its failure. `listed`: the address under which a feed named it. */
export async function addOne(
  context: CaseContext,
  input: CapturedInput,
  options: Options,
  result: AddResult,
  listed?: string,
): Promise<void> {
  const ready = await takeIn(context, input, options, result, listed)
  if (ready) await storeReady(context, [ready], options, result)
}

function isLike(one: ReadyDocument, input: CapturedInput): boolean {
  if (!input.ok || input.kind === 'container' || input.kind === 'known') return false
  const address = addressOf(input)
  return (address !== undefined && address === one.address) || one.document.id === `sha256:${sha256(input.bytes)}`
}

/** Reads one input; gives what is to be stored, or puts into the result what became of it. */
async function takeIn(
  context: CaseContext,
  given: CapturedInput,
  options: Options,
  result: AddResult,
  listed?: string,
): Promise<ReadyDocument | undefined> {
  const input = options.named ? renamed(given, options.named) : given
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
    } else {
      const made = await makeReady(context, input, options, listed)
      if ('input' in made) return made
      result.unchanged.push({ id: made.id, path })
    }
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

/** Whether a document is in the case and not forgotten. */
async function isStored(tx: Scope, id: string): Promise<boolean> {
  const [row] = await listDocuments(tx, [id])
  return row !== undefined && !row.forgotten
}
