import type { Document, Reading } from '../../model/index.js'
import type { PackOptions } from '../../packs/index.js'

/** What the worker is started with: which packs to load. */
export interface ReaderSetup {
  packs: PackOptions
}

/** To the worker: a document to read. */
export interface ToReader {
  job: number
  document: Document
}

/** From the worker: with which packs it reads, once it can; a reading; or why a document could not be read. */
export type FromReader = { ready: string } | { job: number; reading: Reading } | { job: number; error: unknown }
