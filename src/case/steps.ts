import type { Limits, RobotsMemory } from '../capture/index.js'
import type { ClaimType, Document, ReaderVersion, Reading } from '../model/index.js'
import type { KnownWorld, TypeFacts } from '../resolve/index.js'

/** What a case must know of the world: loaded packs are one; a test can write its own. */
export interface CaseWorld extends KnownWorld {
  ontology: { types: ReadonlyMap<ClaimType, TypeFacts & { title?: { en: string; ar: string } }> }
}

/** How an input's bytes came in, as capture hands it over. */
export interface InputCustody {
  at?: string
  url?: string
  status?: number
  headers?: [string, string][]
  redirects?: { url: string; status: number }[]
}

/** One input as capture hands it over: a document, a file of several, one known already, or why it cannot be read. */
export type CapturedInput =
  | {
      ok: true
      kind?: 'document'
      path: string
      bytes: Uint8Array
      document: Document
      headers?: Record<string, string>
      custody?: InputCustody
    }
  | {
      ok: true
      kind: 'container'
      path: string
      bytes: Uint8Array
      format: string
      notes: string[]
      custody?: InputCustody
    }
  | { ok: true; kind: 'known'; path: string; id: string }
  | { ok: false; path: string; code: string; message: string; hint?: string; retryAfter?: number }

/**
 * What a case needs beside its store: how to capture and read, and what is known of the world, by which claims are
 * linked and weighed. Tests hand in small ones; `defaultSteps` makes the real ones.
 */
export interface Steps {
  world: CaseWorld
  capture(
    inputs: readonly string[],
    options: {
      now: () => string
      onProgress: (done: number, total: number, path: string) => void
      /** Whether the case has these bytes already. */
      known?: (sha256: string) => Promise<boolean>
      limits?: Partial<Limits>
      allowHosts?: readonly string[]
      /** Further request headers: conditions, for example. */
      conditions?: Record<string, string>
      /** Given, addresses are only fetched where their site's `robots.txt` allows it. */
      robots?: RobotsMemory
    },
  ): AsyncIterable<CapturedInput>
  reader: { version: ReaderVersion; read(document: Document): Reading }
}
