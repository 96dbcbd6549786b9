// The annotated items of test/gold as documents to read: single sentences, samples and reports annotated whole.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/model/index.js'

const GOLD = join(import.meta.dirname, '../test/gold')
const REPORTS = join(GOLD, 'reports')
const SAMPLES = join(import.meta.dirname, '../samples')

/** What may fill a slot: any of these words of the document, or the entity. */
export interface GoldFiller {
  names: string[]
  id?: string
}

/** An annotated claim; `test/gold/README.md` says what each field means. */
export interface GoldClaim {
  type: string
  altTypes?: string[]
  status: string
  agents: GoldFiller[]
  counterparts: GoldFiller[]
  objects: GoldFiller[]
  instruments: GoldFiller[]
  places: GoldFiller[]
  origin: GoldFiller[]
  destination: GoldFiller[]
  time: { from: string | null; to: string | null } | null
  counts: Record<string, number | { min?: number; max?: number }>
  chain: { name: string; kind: string }[]
  evidence: string
  sentence?: number
  also?: number[]
  tolerated?: boolean
}

/** One thing to read, with the claims that a person found in it. */
export interface GoldItem {
  id: string
  language: string
  kind: 'sentence' | 'document' | 'report'
  /** Held back from whoever writes rules; only scored. */
  held: boolean
  file: string
  claims: GoldClaim[]
  /** Where the document's text may state a claim (UTF-16, half-open). */
  placesOf(claim: GoldClaim, text: string): Span[]
}

/** All items: single sentences, then samples, then reports. */
export function goldItems(): GoldItem[] {
  const sentences = ['en', 'ar'].flatMap(sentenceItems)
  return [...sentences, ...textItems('document', 'documents', SAMPLES), ...textItems('report', 'reports', REPORTS)]
}

function sentenceItems(language: string): GoldItem[] {
  const lines = readFileSync(join(GOLD, `sentences.${language}.jsonl`), 'utf8').split('\n')
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, lang, held = false, date, text, claims } = JSON.parse(line)
      const file = `${date ? `Published: ${date}\n\n` : ''}${text}`
      return {
        id,
        language: lang,
        kind: 'sentence',
        held,
        file,
        claims,
        placesOf: (claim, t) => found(claim.evidence, t),
      }
    })
}

/** Whole texts annotated by line numbers: the annotations lie in one folder, the texts in another or the same. */
function textItems(kind: 'document' | 'report', folder: string, texts: string): GoldItem[] {
  const at = join(GOLD, folder)
  const files = existsSync(at) ? readdirSync(at).filter((name) => name.endsWith('.json')) : []
  return files.sort().map((name) => {
    const { doc, lang, held = false, claims } = JSON.parse(readFileSync(join(at, name), 'utf8'))
    const file = readFileSync(join(texts, doc), 'utf8')
    const lines = file.split('\n')
    const placesOf = (claim: GoldClaim, text: string) =>
      [claim.sentence ?? 0, ...(claim.also ?? [])].flatMap((n) => found(lines[n - 1]?.trim() ?? '', text))
    return { id: doc, language: lang, kind, held, file, claims, placesOf }
  })
}

function found(words: string, text: string): Span[] {
  const start = words ? text.indexOf(words) : -1
  return start < 0 ? [] : [{ start, end: start + words.length }]
}
