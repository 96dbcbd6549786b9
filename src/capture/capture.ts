import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { sha256 } from '../model/index.js'
import { type Captured, type Custody, captureError, failureOf } from './captured.js'
import { fetchPage } from './fetch-page.js'
import type { CaptureKnowledge } from './knowledge.js'
import { LIMITS, type Limits, overLimit } from './limits.js'
import { type Input, listInputs } from './list-inputs.js'
import type { RawInput } from './read-document.js'
import { askRobots, type RobotsMemory } from './robots.js'
import { type Parsed, Parser } from './worker/parser.js'

export interface CaptureOptions {
  knowledge: CaptureKnowledge
  /** The clock: an ISO instant. Left out, documents carry no day of capture. */
  now?: () => string
  /** Called before each input: how many are done, of how many. */
  onProgress?: (done: number, total: number, path: string) => void
  /** Whether http(s) addresses are fetched at all (default: they are). */
  allowFetch?: boolean
  /** Whether addresses outside the public internet may be fetched (default: they may not). */
  allowPrivate?: boolean
  /** Hosts, by name or address, that may be fetched although they are not public. */
  allowHosts?: readonly string[]
  /** What one input may cost; what is left out keeps its default. */
  limits?: Partial<Limits>
  /** Further request headers: conditions, for example. An address that answers "not modified" is `known`. */
  conditions?: Record<string, string>
  /** Given, an address is only fetched where its site's `robots.txt` allows it; what sites said is kept in it. */
  robots?: RobotsMemory
  /** Where `-` is read from; default: the process's standard input. */
  stdin?: AsyncIterable<Uint8Array | string>
  /** Whether the asker has bytes with this SHA-256 already; such a file is not parsed again. */
  known?: (sha256: string) => Promise<boolean>
}

/** Inputs handed to the parser ahead of the one that is awaited: it works while their forerunner is stored. */
const AHEAD = 4

/**
 * Captures files, folders, `-` and addresses in the order given (folders sorted): one result each, and one for each
 * document in an archive, feed, export or table. An input that cannot be read gives `ok: false` with its reason, and the
 * rest goes on. Bytes are parsed in a worker, which is ended where it takes too long or too much.
 */
export async function* capture(inputs: readonly string[], options: CaptureOptions): AsyncGenerator<Captured> {
  const list = await listInputs(inputs)
  const limits = { ...LIMITS, ...options.limits }
  const parser = parserFor(options.knowledge, limits)
  const ahead: { path: string; results: Promise<AsyncIterable<Captured>> }[] = []
  let done = 0
  let whole = false
  try {
    for (let i = 0; i < list.length || ahead.length; ) {
      while (i < list.length && ahead.length < AHEAD) {
        const input = list[i++]!
        ahead.push({ path: input.path, results: begin(input, options, limits, parser) })
      }
      const { path, results } = ahead.shift()!
      options.onProgress?.(done, list.length, path)
      yield* await results
      done += 1
    }
    whole = true
  } finally {
    // Whoever stops in the middle leaves work behind that nobody waits for.
    if (!whole) {
      await Promise.all(ahead.map(({ results }) => results))
      await parser.close()
    }
  }
  if (list.length) options.onProgress?.(list.length, list.length, '')
}

/** One parser for each way of asking, kept for the next time: starting one takes longer than most parsing. */
const parsers = new WeakMap<CaptureKnowledge, Map<string, Parser>>()
function parserFor(knowledge: CaptureKnowledge, limits: Limits): Parser {
  const own = parsers.get(knowledge) ?? new Map<string, Parser>()
  parsers.set(knowledge, own)
  const key = JSON.stringify(limits)
  const parser = own.get(key) ?? new Parser(knowledge, limits)
  own.set(key, parser)
  return parser
}

async function* only(one: Captured): AsyncGenerator<Captured> {
  yield one
}

/** Gets an input's bytes and hands them to the parser; never throws. */
async function begin(
  input: Input,
  options: CaptureOptions,
  limits: Limits,
  parser: Parser,
): Promise<AsyncIterable<Captured>> {
  try {
    if (input.kind === 'error') throw input.error
    const { custody, ...raw } = await bytesOf(input, options, limits)
    if (custody.status === 304) return only({ ok: true, kind: 'known', path: input.path, id: '' })
    const at = options.now?.()
    const hash = input.kind === 'file' && options.known ? sha256(raw.bytes) : undefined
    if (hash && (await options.known?.(hash)))
      return only({ ok: true, kind: 'known', path: input.path, id: `sha256:${hash}` })
    return captured(parser.parse(at ? { ...raw, captured: at } : raw), at ? { at, ...custody } : custody)
  } catch (error) {
    return only(failureOf(input.path, error))
  }
}

async function* captured(found: AsyncIterable<Parsed>, custody: Custody): AsyncGenerator<Captured> {
  for await (const one of found) {
    if (one.kind === 'failure') yield one.failure
    else if (one.kind === 'container') yield { ok: true, ...one, custody }
    else {
      const { headers, custody: own, document, path, bytes } = one
      const some = Object.keys(headers).length > 0
      // A part of a file has the file's custody through `within`, and its own where an archive recorded it.
      const how = document.within ? { ...(custody.at ? { at: custody.at } : {}), ...own } : custody
      yield { ok: true, kind: 'document', path, bytes, document, ...(some ? { headers } : {}), custody: how }
    }
  }
}

async function bytesOf(
  input: Exclude<Input, { kind: 'error' }>,
  options: CaptureOptions,
  limits: Limits,
): Promise<RawInput & { custody: Custody }> {
  const { fileBytes, fetchSeconds } = limits
  const { path } = input
  if (input.kind === 'address') {
    if (options.allowFetch === false)
      throw captureError('bad-address', `${path} is an address, and nothing may be fetched here`, 'Give a file.')
    const fetching = {
      maxBytes: fileBytes,
      timeoutMs: fetchSeconds * 1000,
      allowPrivate: options.allowPrivate ?? false,
      allowHosts: options.allowHosts ?? [],
      ...(options.conditions ? { headers: options.conditions } : {}),
    }
    if (options.robots) await askRobots(options.robots, path, fetching)
    const { bytes, url, contentType, status, headers, redirects } = await fetchPage(path, fetching)
    const custody = { url, status, headers, ...(redirects.length ? { redirects } : {}) }
    return { path, bytes, url, ...(contentType ? { contentType } : {}), custody }
  }
  if (input.kind === 'stdin')
    return { path, bytes: await readAll(options.stdin ?? process.stdin, fileBytes), custody: {} }
  const found = await stat(path)
  // A pipe has no size, and a device no end.
  if (!found.isFile()) return { path, bytes: await readAll(createReadStream(path), fileBytes), custody: {} }
  if (found.size > fileBytes) throw tooLarge(found.size, fileBytes)
  return { path, bytes: await readFile(path), custody: {} }
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

const tooLarge = (size: number, limit: number) => overLimit(`it has ${size} bytes`, 'fileBytes', limit)
