import type { Document, Reading } from '../model/index.js'
import type { LanguagePack, Packs } from '../packs/index.js'
import { prepareLanguage, type ReaderLanguage } from './prepare.js'
import { readDocument } from './steps.js'

/** A reader: packs compiled once, then any number of documents. Pure: the same document gives the same reading. */
export interface Reader {
  version: { version: string; packs: string }
  read(document: Document): Reading
}

/** The version of the reading rules; a change that alters readings raises it. */
const READER_VERSION = '0.1.0'

/** Compiles packs into a reader. Languages are compiled on first use. */
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
  return {
    version,
    read(document) {
      const language = languageOf(document.language)
      const { claims, mentions, unread } = language
        ? readDocument(document, language)
        : { claims: [], mentions: [], unread: [] }
      return { document: { ...document, reader: version }, claims, mentions, unread }
    },
  }
}
