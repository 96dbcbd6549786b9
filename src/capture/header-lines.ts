import { TLP_MARKINGS, type Tlp } from '../model/index.js'
import { captureError } from './captured.js'

/** Header names that a plain-text report may begin with, as written there and as kept (lower case). */
export const HEADER_NAMES = [
  'URL',
  'Outlet',
  'Title',
  'Author',
  'Published',
  'Restated',
  'RestatedFrom',
  'RestatedOutlet',
  'TLP',
] as const
export type HeaderName = (typeof HEADER_NAMES)[number]
export type Headers = Partial<Record<HeaderName, string>>

const NAMES = new Map(HEADER_NAMES.map((name) => [name.toLowerCase(), name]))

/**
 * Splits header lines from the text after them. They are a block of `Name: value` lines at the very start, ended by an
 * empty line, every name known; a block with any other line in it is text ("Sanaa: calm returned" is no header).
 */
export function splitHeaders(text: string): { headers: Headers; text: string } {
  const block = /^(?:[A-Za-z]+:[^\n]*\n)+(?:[ \t]*\n)+/.exec(text)?.[0]
  if (!block) return { headers: {}, text }
  const headers: Headers = {}
  for (const line of block.trim().split('\n')) {
    const [, written = '', value = ''] = /^([A-Za-z]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    const name = NAMES.get(written.toLowerCase())
    if (!name) return { headers: {}, text }
    if (value) headers[name] = value
  }
  return { headers, text: text.slice(block.length) }
}

/** The Traffic Light Protocol marking of a header; throws `bad-header` for one that does not exist. */
export function tlpOf(value: string): Tlp {
  const marking = value
    .toLowerCase()
    .replace(/^tlp:\s*/, '')
    .trim()
  const known = TLP_MARKINGS.find((one) => one === marking)
  if (known) return known
  throw captureError('bad-header', `"${value}" is no TLP marking`, `Write one of: ${TLP_MARKINGS.join(', ')}.`, {
    what: 'header line TLP',
  })
}
