import type { Document, Reading } from '../model/index.js'
import type { LanguagePack, Packs } from '../packs/index.js'
import { readCoded } from './coded/read-coded.js'
import { type Explained, explainSteps } from './explain.js'
import { prepareLanguage, type ReaderLanguage } from './prepare.js'
import { readDocument, type Steps } from './steps.js'

/** A reader: packs compiled once, then any number of documents. Pure: the same document gives the same reading. */
export interface Reader {
  version: { version: string; packs: string }
  read(document: Document): Reading
  /** The reading, and every step that led to it with the candidates that were dropped. */
  explain(document: Document): Explained
}

/** The version of the reading rules; a change that alters readings raises it. */
const READER_VERSION = '0.1.0'

/** Compiles packs into a reader. Languages are compiled on first use; a language without a pack gives no claims. */
export function createReader(packs: Packs): Reader {
  const compiled = new Map<string, ReaderLanguage>()
  const version = { version: READER_VERSION, packs: packs.version }
  const languageOf = (id: string): ReaderLanguage | null => {
    const pack: LanguagePack | undefined = packs.languages.get(id)
    if (!pack) return null
    const language = compiled.get(id) ?? prepareLanguage(pack, packs)
    compiled.set(id, language)
    return language
  }
  const run = (document: Document): { reading: Reading; steps: Steps | null; language: ReaderLanguage | null } => {
    if (document.coded) {
      const made = readCoded(document, document.coded, packs)
      return {
        reading: { document: { ...document, reader: version }, ...made, unread: [] },
        steps: null,
        language: null,
      }
    }
    const language = languageOf(document.language)
    const steps = language ? readDocument(document, language) : null
    const { claims, mentions, unread } = steps ?? { claims: [], mentions: [], unread: [] }
    return { reading: { document: { ...document, reader: version }, claims, mentions, unread }, steps, language }
  }
  return {
    version,
    read: (document) => run(document).reading,
    explain(document) {
      const { reading, steps, language } = run(document)
      return { reading, sentences: steps && language ? explainSteps(steps, language.frames) : [] }
    },
  }
}
