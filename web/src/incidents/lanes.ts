/** Something with a beginning and an end on a line, in pixels. */
export interface Bar {
  left: number
  right: number
}

/**
 * Puts bars into as few lanes as they need without touching: each into the first lane that is free, from left to right.
 * Gives the lane of each bar, in the order given, and how many lanes there are.
 */
export function lanes(bars: readonly Bar[], gap = 2): { of: number[]; count: number } {
  const order = bars.map((_, i) => i).sort((a, b) => bars[a]!.left - bars[b]!.left || a - b)
  const ends: number[] = []
  const of = new Array<number>(bars.length).fill(0)
  for (const i of order) {
    const bar = bars[i]!
    const free = ends.findIndex((end) => end + gap <= bar.left)
    const lane = free === -1 ? ends.length : free
    ends[lane] = bar.right
    of[i] = lane
  }
  return { of, count: ends.length }
}

/** Ends that stand close together on a line: where the last of them is, in pixels, and which they are, by position. */
export interface Ends {
  right: number
  of: number[]
}

/** Puts ends together that stand less than `room` pixels before another, from the right; the first is the leftmost. */
export function gatherEnds(ends: readonly number[], room: number): Ends[] {
  const groups: Ends[] = []
  const fromRight = ends.map((_, i) => i).sort((a, b) => ends[b]! - ends[a]! || a - b)
  for (const i of fromRight) {
    const last = groups[0]
    if (last && last.right - ends[i]! < room) last.of.push(i)
    else groups.unshift({ right: ends[i]!, of: [i] })
  }
  return groups
}

/**
 * How much stands in each of `buckets` equal parts of a stretch. What is known to a month only is spread over the month:
 * a tall column is many reports of that time, never one vague one.
 */
export function density(
  spans: readonly { from: number; to: number }[],
  from: number,
  to: number,
  buckets: number,
): number[] {
  const out = new Array<number>(buckets).fill(0)
  const width = (to - from) / buckets
  for (const span of spans) {
    const share = 1 / (span.to - span.from)
    const first = Math.max(0, Math.floor((span.from - from) / width))
    const last = Math.min(buckets - 1, Math.ceil((span.to - from) / width) - 1)
    for (let i = first; i <= last; i++) {
      const inside = Math.min(span.to, from + (i + 1) * width) - Math.max(span.from, from + i * width)
      if (inside > 0) out[i]! += inside * share
    }
  }
  return out
}
