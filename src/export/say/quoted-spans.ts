import { type Claim, covers, cut, type Span, type TextSpan } from '../../model/index.js'
import { sentences } from '../../text/index.js'

/**
 * The words that state a claim and all of its numbers, in reading order: its evidence, and of each number that stands
 * elsewhere the sentence.
 */
export function quotedSpans(claim: Claim, text: string): TextSpan[] {
  const spans: Span[] = [claim.evidence]
  for (const number of Object.values(claim.counts)) {
    if (!number) continue
    // An analyst's correction may give a number that has no place in the text.
    const stands = text.slice(number.start, number.end) === number.text && number.text !== ''
    if (stands && !spans.some((span) => covers(span, number))) spans.push(sentenceAt(text, number))
  }
  return spans.sort((a, b) => a.start - b.start).map((span) => cut(text, span))
}

/** The sentence in which a span stands, within its line. */
function sentenceAt(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start) + 1
  const line = text.slice(start, text.indexOf('\n', span.end) < 0 ? text.length : text.indexOf('\n', span.end))
  const found = sentences(line, { abbreviations: [] }).find((one) =>
    covers({ start: one.start + start, end: one.end + start }, span),
  )
  return found ? { start: found.start + start, end: found.end + start } : span
}
