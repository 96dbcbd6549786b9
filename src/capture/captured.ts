import type { Document, ErrorCode, ErrorWhere } from '../model/index.js'
import { IsnadError } from '../model/index.js'

/** How bytes came in: what a person must know to say, years later, where they are from. */
export interface Custody {
  /** ISO instant of the capture; of a page out of a web archive, the instant that the archive gives. */
  at?: string
  /** The address that answered. */
  url?: string
  /** Each address on the way to it, with the status by which it led on. */
  redirects?: { url: string; status: number }[]
  status?: number
  /** Response headers as received, in order, names in lower case. */
  headers?: [string, string][]
}

/** One input that became a document, with its bytes as they came and the header lines it began with. */
export interface CapturedDocument {
  ok: true
  kind?: 'document'
  path: string
  bytes: Uint8Array
  document: Document
  headers?: Record<string, string>
  custody?: Custody
}

/** A file of many documents (archive, feed, export, table); they follow it one by one. */
export interface CapturedContainer {
  ok: true
  kind: 'container'
  path: string
  bytes: Uint8Array
  /** What it is, in words: "a ZIP archive". */
  format: string
  /** What was left out of it, and why. */
  notes: string[]
  custody?: Custody
}

/** A file whose bytes the asker has already: it was not read again. */
export interface CapturedKnown {
  ok: true
  kind: 'known'
  path: string
  /** `sha256:` and the hash of the bytes. */
  id: string
}

/** One input that could not be read, and why; the others are not affected. */
export interface CaptureFailure {
  ok: false
  path: string
  code: ErrorCode
  message: string
  hint?: string
  /** Seconds for which the server asks not to be asked again. */
  retryAfter?: number
}

export type Captured = CapturedDocument | CapturedContainer | CapturedKnown | CaptureFailure

/** Turns anything thrown while one input was read into that input's failure. */
export function failureOf(path: string, error: unknown): CaptureFailure {
  if (error instanceof IsnadError)
    return {
      ok: false,
      path,
      code: error.code,
      message: error.message,
      ...(error.hint ? { hint: error.hint } : {}),
      ...(error instanceof Refused && error.retryAfter !== undefined ? { retryAfter: error.retryAfter } : {}),
    }
  const code = (error as NodeJS.ErrnoException)?.code
  const known = code ? SYSTEM_REASONS[code] : undefined
  if (known) return { ok: false, path, ...known }
  return { ok: false, path, code: 'unreadable-file', message: error instanceof Error ? error.message : String(error) }
}

const SYSTEM_REASONS: Record<string, { code: ErrorCode; message: string; hint: string }> = {
  ENOENT: { code: 'not-found', message: 'there is no such file or folder', hint: 'Check the spelling of the path.' },
  EACCES: { code: 'unreadable-file', message: 'it may not be read', hint: 'Give your user the right to read it.' },
  EPERM: { code: 'unreadable-file', message: 'it may not be read', hint: 'Give your user the right to read it.' },
  EISDIR: {
    code: 'unreadable-file',
    message: 'it is a folder',
    hint: 'Folders are walked; this one was not expected.',
  },
}

/** A server's own refusal of a page. */
class Refused extends IsnadError {
  constructor(
    message: string,
    readonly status: number,
    readonly retryAfter: number | undefined,
  ) {
    super('fetch-failed', message, {
      hint: retryAfter === undefined ? 'Save the page as a file.' : `It asks to wait ${retryAfter} seconds.`,
    })
  }
}

/** The error for an address that answered with a status which gives no page; `retryAfter` in seconds. */
export const refusedBy = (url: string, status: number, retryAfter: number | undefined): IsnadError =>
  new Refused(`the server answered ${status} for ${url}`, status, retryAfter)

/** Shorthand for the errors of this room. */
export function captureError(code: ErrorCode, message: string, hint?: string, where?: ErrorWhere): IsnadError {
  return new IsnadError(code, message, { ...(hint ? { hint } : {}), ...(where ? { where } : {}) })
}
