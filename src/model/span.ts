import { z } from 'zod'

/** A stretch of a document's text: UTF-16 offsets, half-open (`text.slice(start, end)`). */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

/** A span together with the very characters it covers, so that it can be read (and checked) without the document. */
export const TextSpan = Span.extend({ text: z.string() })
export type TextSpan = z.infer<typeof TextSpan>

/** Cuts a readable span out of a text. */
export function cut(text: string, span: Span): TextSpan {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) }
}

/** Whether two half-open spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * Where in a list in reading order (ordered by start, none overlapping another) the first stands that ends behind an offset;
 * the length of the list if there is none. Found by halving, so that looking up a place costs little in a long document.
 */
export function firstBehind(sorted: readonly Span[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (sorted[mid]!.end <= offset) low = mid + 1
    else high = mid
  }
  return low
}

/** Those of such a list that share a character with a span. */
export function overlapping<T extends Span>(sorted: readonly T[], span: Span): T[] {
  const from = firstBehind(sorted, span.start)
  let to = from
  while (to < sorted.length && sorted[to]!.start < span.end) to++
  return sorted.slice(from, to)
}

/** Whether `outer` covers all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
