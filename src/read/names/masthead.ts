import { covers, type Mention, overlapping, type Span } from '../../model/index.js'
import { beginsUpper, fold } from '../../text/index.js'
import { coveredBy } from './covered.js'
import { pieces } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'

/** How many lines at the head may bear the name of whoever publishes a text. */
const HEAD = 4
const LONGEST_NAME = 5
const LONGEST_LINE = 90
/** What parts a name from the desk, the town or the day beside it: "Valley Post | Reports", «منصة الوادي – خاص». */
const BESIDE = /\s*\|\s*|\s+[–—/-]\s+/u
const QUOTES = /^[«»"“”'‘’(]+|[«»"“”'‘’)]+$/gu

/**
 * Names that stand at the head of a text alone on the first line, or apart from others on one of the first lines: whoever
 * publishes it is among them. Two words or more; none with a digit or a mark of the sentence.
 */
export function headNames(text: string): string[] {
  const lines = text.split('\n').filter((l) => l.trim())
  return lines.slice(0, HEAD).flatMap((line, n) => {
    const parts = line.trim().split(BESIDE)
    if (line.length > LONGEST_LINE || (n > 0 && parts.length < 2)) return []
    return parts.map((p) => p.replace(QUOTES, '').trim()).filter(isName)
  })
}

const isName = (part: string) => {
  const words = part.split(/\s+/u).length
  return words >= 2 && words <= LONGEST_NAME && !/[\p{N}.,،:؛;!?؟]/u.test(part)
}

/**
 * What the head of a text names is one name wherever the text says it again: «صدى الساحل» is no coast, and "Witness for
 * Rights" no witness. Without capitals it must be quoted there. Gives the known names without those that are only a part of
 * such a name, and the names.
 */
export function readMasthead(
  text: string,
  known: readonly Mention[],
  g: ShapeGrammar,
): { known: Mention[]; names: Mention[] } {
  const lower = text.toLowerCase()
  // A letter that grows when it is made small would shift all that stands behind it.
  const heads = lower.length === text.length ? new Set(headNames(text)) : []
  const names = [...heads].flatMap((name) => spoken(text, lower, name, known, g))
  const isPart = coveredBy(names.toSorted((a, b) => a.start - b.start))
  const kept = known.filter((m) => !isPart(m))
  return { known: kept, names }
}

function spoken(text: string, lower: string, name: string, known: readonly Mention[], g: ShapeGrammar): Mention[] {
  const wanted = name.toLowerCase().replace(/^the\s+/u, '')
  const kind = pieces(name).some((p) => g.unitHeads.has(p.norm)) ? 'actor' : 'outlet'
  const found: Mention[] = []
  for (let at = lower.indexOf(wanted, name.length); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const span = { start: at, end: at + wanted.length }
    const surface = text.slice(span.start, span.end)
    if (!standsAlone(text, span) || !isWritten(text, span, surface, g)) continue
    if (overlapping(known, span).some((m) => covers(m, span) || m.kind === 'person')) continue
    found.push({ id: fold(surface), text: surface, kind, entities: [], ...span })
  }
  return found
}

const standsAlone = (text: string, { start, end }: Span) =>
  !/[\p{L}\p{N}]/u.test(text[start - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')

/** In capitals, or between quotation marks where there are none. */
const isWritten = (text: string, { start, end }: Span, surface: string, g: ShapeGrammar) =>
  g.letterCase
    ? surface.split(/\s+/u).every((w) => w.length < 4 || beginsUpper(w))
    : /[«"“]/u.test(text[start - 1] ?? '') && /[»"”]/u.test(text[end] ?? '')
