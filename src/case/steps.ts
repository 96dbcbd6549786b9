import type { Captured, Limits, RobotsMemory } from '../capture/index.js'
import type { ClaimType, Document, ReaderVersion, Reading } from '../model/index.js'
import type { KnownWorld, TypeFacts } from '../resolve/index.js'

/** What a case must know of the world: loaded packs are one; a test can write its own. */
export interface CaseWorld extends KnownWorld {
  ontology: Omit<KnownWorld['ontology'], 'types' | 'modes'> & {
    types: ReadonlyMap<ClaimType, TypeFacts & { title?: { en: string; ar: string } }>
    modes?: ReadonlyMap<string, { title?: { en: string; ar: string }; of?: ClaimType | undefined }> | undefined
  }
  /** A report's description of somebody in both languages, where the packs know each of its words: then it names nobody. */
  describe?(words: string): { en: string; ar: string } | null
}

/** One input as capture hands it over: a document, a file of several, one known already, or why it cannot be read. */
export type CapturedInput = Captured

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
