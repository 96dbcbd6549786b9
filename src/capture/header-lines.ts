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
 * empty line. A name that is not known is passed over among two that are; else the lines are text ("Sanaa: calm returned").
 */
export function splitHeaders(text: string): { headers: Headers; text: string } {
  const block = /^(?:[A-Za-z]+:[^\n]*\n)+(?:[ \t]*\n)+/.exec(text)?.[0]
  if (!block) return { headers: {}, text }
  const headers: Headers = {}
  let foreign = 0
  for (const line of block.trim().split('\n')) {
    const [, written = '', value = ''] = /^([A-Za-z]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    const name = NAMES.get(written.toLowerCase())
    if (name && value) headers[name] = value
    if (!name) foreign++
  }
  // Names of somebody else's among two known ones are metadata too; else the lines are text.
  if (foreign > 0 && Object.keys(headers).length < 2) return { headers: {}, text }
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
