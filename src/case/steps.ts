import type { ClaimType, Document, ReaderVersion, Reading } from '../model/index.js'
import type { KnownWorld, TypeFacts } from '../resolve/index.js'

/** What a case must know of the world: loaded packs are one; a test can write its own. */
export interface CaseWorld extends KnownWorld {
  ontology: { types: ReadonlyMap<ClaimType, TypeFacts & { title?: { en: string; ar: string } }> }
}

/** One input as capture hands it over. */
export type CapturedInput =
  | { ok: true; path: string; bytes: Uint8Array; document: Document; headers?: Record<string, string> }
  | { ok: false; path: string; code: string; message: string; hint?: string }

/**
 * What a case needs beside its store: how to capture and read, and what is known of the world, by which claims are
 * linked and weighed. Tests hand in small ones; `defaultSteps` makes the real ones.
 */
export interface Steps {
  world: CaseWorld
  capture(
    inputs: readonly string[],
    options: { now: () => string; onProgress: (done: number, total: number, path: string) => void },
  ): AsyncIterable<CapturedInput>
  reader: { version: ReaderVersion; read(document: Document): Reading }
}
