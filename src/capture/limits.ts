import { captureError } from './captured.js'

/** What one input may cost. Every limit can be changed; what each refuses, and how it says so: `docs/capture.md`. */
export interface Limits {
  /** Bytes of one file, archive or response as it comes in. */
  fileBytes: number
  /** Bytes of one report: a text, a page, a mail, a member of an archive. */
  reportBytes: number
  /** Bytes that all members of one archive may unpack to, archives inside it included. */
  unpackedBytes: number
  /** Bytes unpacked for each byte packed, once more than a megabyte was unpacked. */
  ratio: number
  /** Members of one archive, entries of a feed, messages of an export, rows of a table. */
  parts: number
  /** Archives inside archives. */
  depth: number
  /** Elements inside elements of a page, or values inside values of a JSON file. */
  nesting: number
  /** Elements of one page. */
  elements: number
  /** Pages of one PDF. */
  pages: number
  /** Seconds that one report may take to be parsed. */
  seconds: number
  /** Megabytes of memory that parsing may take. */
  memoryMb: number
  /** Seconds that one fetch may take from the first byte sent to the last received. */
  fetchSeconds: number
}

export const LIMITS: Limits = {
  fileBytes: 500_000_000,
  reportBytes: 20_000_000,
  unpackedBytes: 2_000_000_000,
  ratio: 200,
  parts: 200_000,
  depth: 4,
  nesting: 500,
  elements: 200_000,
  pages: 5_000,
  seconds: 60,
  memoryMb: 1_024,
  fetchSeconds: 30,
}

/** Reads `name=number` (also `2GB`, `500k`); throws `usage` for a limit that does not exist. */
export function readLimit(given: string): Partial<Limits> {
  const [, name = '', digits = '', unit = ''] = /^(\w+)=(\d+(?:\.\d+)?)\s*([kmg]?)b?$/i.exec(given.trim()) ?? []
  if (!(name in LIMITS))
    throw captureError('usage', `"${given}" sets no limit`, `Write NAME=NUMBER, NAME one of: ${Object.keys(LIMITS)}.`)
  const factor = { '': 1, k: 1e3, m: 1e6, g: 1e9 }[unit.toLowerCase()] ?? 1
  return { [name]: Number(digits) * factor }
}

/** The error of an input that goes beyond a limit; `what` is the sentence without its end. */
export function overLimit(what: string, limit: keyof Limits, value: number) {
  return captureError(
    'over-limit',
    `${what}; the limit is ${value} (${limit})`,
    `If you trust it, raise the limit: --limit ${limit}=NUMBER`,
  )
}
