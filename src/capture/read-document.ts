import type { Document } from '../model/index.js'
import { captureError } from './captured.js'
import type { Headers } from './header-lines.js'
import type { CaptureKnowledge } from './knowledge.js'
import { LIMITS, type Limits } from './limits.js'

/** Bytes as they came, and what came with them. */
export interface RawInput {
  path: string
  bytes: Uint8Array
  /** The address they were fetched from. */
  url?: string
  contentType?: string
  /** ISO instant of the capture; left out, the document has none, so that the same bytes give the same document. */
  captured?: string
}

/** A document with the header lines that its text began with. */
export interface ReadDocument {
  document: Document
  headers: Headers
}

/**
 * Makes a document of bytes that hold one report: finds the encoding and the format, takes header lines or a page's
 * metadata off, cuts web furniture, and establishes language, outlet, title, author, day (with its basis) and the agency
 * credited. Throws what is wrong with them, and `unsupported-format` for an archive of many.
 */
export async function readDocument(
  input: RawInput,
  knowledge: CaptureKnowledge,
  limits: Limits = LIMITS,
): Promise<ReadDocument> {
  // The libraries of all formats are many: only where bytes are opened here, and not in a worker, are they loaded.
  const { openBytes } = await import('./open-bytes.js')
  for await (const found of openBytes(input, knowledge, limits)) {
    if (found.kind === 'document') return { document: found.document, headers: found.headers }
    if (found.kind === 'failure') throw found.error
    throw captureError('unsupported-format', `it is ${found.format} of several documents`, 'Capture it instead.')
  }
  throw captureError('empty-document', 'it holds no document')
}
