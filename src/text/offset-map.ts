import type { Span } from '../model/index.js'

/** A rewritten string that still knows where each of its UTF-16 units came from. */
export interface Normal {
  readonly text: string
  /** Original offset of the unit at `i`; at the end of the text, the end of the last original cluster kept. */
  toOriginal(i: number): number
  /** The original stretch behind the half-open range `start`–`end` of `text`. */
  original(start: number, end: number): Span
}

/** Rewrites one cluster; `before` and `after` are the original characters around it, empty at the edges. */
export type RewriteCluster = (cluster: string, before: string, after: string) => string

// A base character with its combining marks is rewritten as a whole, so that composing never crosses a boundary;
// conjoining Hangul letters compose without marks and are kept together for the same reason.
export const CLUSTER = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+\p{M}*|[^\p{M}]\p{M}*|\p{M}+/gsu

/** Rewrites a text cluster by cluster and records the offsets. */
export function rewrite(text: string, cluster: RewriteCluster): Normal {
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(CLUSTER)) {
    const start = match.index
    const end = start + match[0].length
    const written = cluster(match[0], text.charAt(start - 1), text.charAt(end))
    out += written
    for (let i = 0; i < written.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  }
  const last = ends.at(-1) ?? 0
  const toOriginal = (i: number) => starts[Math.max(0, i)] ?? last
  return {
    text: out,
    toOriginal,
    original: (start, end) => {
      const from = toOriginal(start)
      return { start: from, end: end > start ? Math.max(from, ends[Math.min(end, ends.length) - 1] ?? from) : from }
    },
  }
}
