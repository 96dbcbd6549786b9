import type { Span } from '../../model/index.js'

/** Whether a span meets one of the given spans, which are in order and apart: a binary search each time. */
export function coveredBy(spans: readonly Span[]): (span: Span) => boolean {
  return (span) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (spans[mid]!.end <= span.start) low = mid + 1
      else high = mid
    }
    return low < spans.length && spans[low]!.start < span.end
  }
}
