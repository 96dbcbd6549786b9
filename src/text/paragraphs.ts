import type { Span } from '../model/index.js'

/** A block of text: one or more lines that belong together. A heading is a short line without a final stop. */
export interface Paragraph extends Span {
  heading: boolean
  index: number
}

/** A line that ends like this is complete, whatever follows. */
const LINE_END = /[.!?؟…:;؛۔]["'”’»)\]\p{Cf}]*$/u
const STOP_END = /[.!?؟…;؛۔]["'”’»)\]\p{Cf}]*$/u
const ITEM = /^(?:[-–—•*▪●◦]\s|[([]?(?:[0-9٠-٩۰-۹]{1,3}|\p{L})[.)\]\-–]\s)/u
const EDGE = /[\s\p{Cf}]/u
/** Longer lines are paragraphs on one line each; a text that has them is not hard-wrapped. */
const LONGEST_WRAP = 130
/** Narrower texts are lists and headings, not wrapped prose. */
const NARROWEST_WRAP = 40
/** What is longer and has no stop is unfinished prose. */
const LONGEST_HEADING = 130
/** A line that cannot end here: at a comma, or at a quotation or bracket that was just opened. */
const UNFINISHED = /[,،\-–—]["'”’»)\]]?$|[“‘«([]$/u
/** A quotation that was opened before is closed here. */
const CLOSES_FIRST = /^[^“«"]*["”»]/u

interface Line extends Span {
  text: string
}

/** Shrinks a span until no white space or invisible character is at its edges. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** Cuts a text into paragraphs at blank and complete lines; lines that were wrapped at a fixed width are joined. */
export function paragraphs(text: string): Paragraph[] {
  const lines = splitLines(text)
  const joins = wrapJudge(lines)
  const out: Paragraph[] = []
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!
    if (first.text === '') continue
    let last = first
    while (lines[i + 1] && joins(lines[i]!, lines[i + 1]!, last.end - first.start)) last = lines[++i]!
    out.push({ start: first.start, end: last.end, heading: first === last && isHeading(first.text), index: out.length })
  }
  return out
}

function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+|\r\n|[\n\r\u2028\u2029]/g)) {
    const newline = /^[\n\r\u2028\u2029]/.test(match[0])
    const span = newline
      ? { start: match.index, end: match.index }
      : trimSpan(text, { start: match.index, end: match.index + match[0].length })
    lines.push({ ...span, text: newline ? '\n' : text.slice(span.start, span.end) })
  }
  // Each newline is an entry of its own until here; two in a row, or a blank line between, leave an empty line.
  return lines.flatMap((line, i) => {
    if (line.text !== '\n') return [line]
    return i === 0 || lines[i - 1]!.text === '\n' ? [{ ...line, text: '' }] : []
  })
}

function isHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || STOP_END.test(line) || ITEM.test(line)) return false
  return !/:$/.test(line) || line.split(/\s+/).length <= 8
}

/**
 * Decides whether a line goes on in the next one; `length` is that of the paragraph so far. A comma, an open quotation or
 * a following lower-case letter say so by themselves. A script without case goes on where there is too much for a
 * heading, or where the line is full: the next line's first word would not have fitted within the widest line. Not so
 * where the author ends paragraphs with no stop: there a line too long for a wrapped one is a paragraph. A capital goes
 * on only where the line is full and others are as long.
 */
function wrapJudge(lines: Line[]): (line: Line, next: Line, length: number) => boolean {
  const lengths = lines.filter((l) => l.text.includes(' ')).map((l) => l.text.length)
  const width = Math.max(0, ...lengths)
  const long = lengths.filter((n) => n > width * 0.8).length
  const isFull = (line: Line, next: Line) =>
    width >= NARROWEST_WRAP &&
    width <= LONGEST_WRAP &&
    line.text.length + 1 + (next.text.split(/\s/)[0] ?? '').length > width
  const unstopped = writesNoStops(lines)
  return (line, next, length) => {
    if (line.text === '' || next.text === '' || LINE_END.test(line.text) || ITEM.test(next.text)) return false
    if (UNFINISHED.test(line.text)) return true
    const alone = unstopped && line.text.length > LONGEST_WRAP
    if (hasOpenQuote(line.text) && !(alone && !CLOSES_FIRST.test(next.text))) return true
    const start = /^["'“‘«([]*(\S)/u.exec(next.text)?.[1] ?? ''
    if (/\p{Ll}/u.test(start)) return true
    if (/\p{Lo}/u.test(start)) return (length > LONGEST_HEADING && !alone) || isFull(line, next)
    return /[\p{Lu}\p{N}]/u.test(start) && long >= 2 && isFull(line, next)
  }
}

/** Whether more of the lines too long to be wrapped end without a stop than lines of any length end with one. */
function writesNoStops(lines: Line[]): boolean {
  const stopped = lines.filter((l) => STOP_END.test(l.text)).length
  return lines.filter((l) => l.text.length > LONGEST_WRAP && !LINE_END.test(l.text)).length > stopped
}

function hasOpenQuote(line: string): boolean {
  const count = (mark: string) => line.split(mark).length - 1
  return count('"') % 2 === 1 || count('«') > count('»') || count('“') > count('”')
}
