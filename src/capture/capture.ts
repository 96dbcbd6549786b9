import { readFile, stat } from 'node:fs/promises'
import { type Captured, captureError, failureOf } from './captured.js'
import { fetchPage } from './fetch-page.js'
import type { CaptureKnowledge } from './knowledge.js'
import { type Input, listInputs } from './list-inputs.js'
import { type RawInput, readDocument } from './read-document.js'

export interface CaptureOptions {
  knowledge: CaptureKnowledge
  /** The clock: an ISO instant. Left out, documents carry no day of capture. */
  now?: () => string
  onProgress?: (done: number, total: number, path: string) => void
  /** Whether http(s) addresses are fetched at all (default: they are). */
  allowFetch?: boolean
  /** Whether addresses outside the public internet may be fetched (default: they may not). */
  allowPrivate?: boolean
  /** Larger inputs are refused; default 20 million bytes. */
  maxBytes?: number
  /** For one fetch, in milliseconds; default 30 000. */
  timeoutMs?: number
  /** Where `-` is read from; default: the process's standard input. */
  stdin?: AsyncIterable<Uint8Array | string>
}

/**
 * Captures files, folders, `-` and addresses, one result each, in the order given (folders sorted). An input that
 * cannot be read gives `ok: false` with its reason, and the rest goes on.
 */
export async function* capture(inputs: readonly string[], options: CaptureOptions): AsyncGenerator<Captured> {
  const list = await listInputs(inputs)
  for (const [i, input] of list.entries()) {
    options.onProgress?.(i, list.length, input.path)
    yield await captureOne(input, options)
  }
  if (list.length) options.onProgress?.(list.length, list.length, '')
}

async function captureOne(input: Input, options: CaptureOptions): Promise<Captured> {
  try {
    if (input.kind === 'error') throw input.error
    const raw = await bytesOf(input, options)
    const captured = options.now?.()
    const { document, headers } = await readDocument(captured ? { ...raw, captured } : raw, options.knowledge)
    const some = Object.keys(headers).length > 0
    return { ok: true, path: input.path, bytes: raw.bytes, document, ...(some ? { headers } : {}) }
  } catch (error) {
    return failureOf(input.path, error)
  }
}

async function bytesOf(input: Exclude<Input, { kind: 'error' }>, options: CaptureOptions): Promise<RawInput> {
  const maxBytes = options.maxBytes ?? 20_000_000
  const { path } = input
  if (input.kind === 'address') {
    if (options.allowFetch === false)
      throw captureError('bad-address', `${path} is an address, and nothing may be fetched here`, 'Give a file.')
    const limits = { maxBytes, timeoutMs: options.timeoutMs ?? 30_000, allowPrivate: options.allowPrivate ?? false }
    return { path, ...(await fetchPage(path, limits)) }
  }
  if (input.kind === 'stdin') return { path, bytes: await readAll(options.stdin ?? process.stdin, maxBytes) }
  const { size } = await stat(path)
  if (size > maxBytes) throw tooLarge(size, maxBytes)
  return { path, bytes: await readFile(path) }
}

async function readAll(stream: AsyncIterable<Uint8Array | string>, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)
    size += bytes.length
    if (size > maxBytes) throw tooLarge(size, maxBytes)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

const tooLarge = (size: number, limit: number) =>
  captureError('unreadable-file', `it has ${size} bytes; the limit is ${limit}`, 'Divide it: one report a file.')
