import { firstBehind, type Span } from '../../model/index.js'

/** Whether a span meets one of the given spans, which are in order and apart. */
export function coveredBy(spans: readonly Span[]): (span: Span) => boolean {
  return ({ start, end }) => {
    const next = spans[firstBehind(spans, start)]
    return next !== undefined && next.start < end
  }
}
