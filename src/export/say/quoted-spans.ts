import { type Claim, covers, cut, overlaps, type Span, type TextSpan } from '../../model/index.js'
import { sentences } from '../../text/index.js'

/**
 * The words that state a claim and all of its numbers, in reading order, none overlapping another: its evidence, and of each
 * number that stands elsewhere the sentence.
 */
export function quotedSpans(claim: Claim, text: string): TextSpan[] {
  const spans: Span[] = [claim.evidence]
  for (const number of numbersElsewhere(claim)) {
    // An analyst's correction may give a number that has no place in the text.
    if (text.slice(number.start, number.end) !== number.text || spans.some((span) => covers(span, number))) continue
    const sentence = sentenceAt(text, number)
    const touched = spans.filter((span) => overlaps(span, sentence))
    for (const span of touched) spans.splice(spans.indexOf(span), 1)
    const start = Math.min(sentence.start, ...touched.map((span) => span.start))
    spans.push({ start, end: Math.max(sentence.end, ...touched.map((span) => span.end)) })
  }
  return spans.sort((a, b) => a.start - b.start).map((span) => cut(text, span))
}

/** The numbers of a claim that its evidence does not hold: only for these is more quoted. */
export function numbersElsewhere({ counts, evidence }: Claim): TextSpan[] {
  return Object.values(counts).flatMap((number) =>
    number && number.text !== '' && !covers(evidence, number) ? [number] : [],
  )
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
