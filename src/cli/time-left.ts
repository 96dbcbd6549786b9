/** What was done at an instant, in milliseconds. */
export interface Mark {
  at: number
  done: number
}

/**
 * The pace is that of this last stretch, in milliseconds: the beginning, and files of another kind, tell little. It is of this
 * share of the work at least: documents are linked hundreds at once, and while they are, none is done.
 */
const STRETCH = 60_000
const SHARE = 0.1
/** Before this long, and this share of the work, nobody knows. */
const TOO_EARLY = 5_000
const TOO_LITTLE = 0.01

/**
 * How long the rest will take at the pace of the last minute or so, in words no more exact than that is: "less than a minute
 * left", "about 7 min left", "about 2 h left"; empty while it cannot be known.
 */
export function timeLeft(marks: readonly Mark[], total: number): string {
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last || last.at - first.at < TOO_EARLY || last.done < total * TOO_LITTLE) return ''
  const from = marks.findLast(({ at, done }) => last.at - at >= STRETCH && last.done - done >= total * SHARE) ?? first
  const done = last.done - from.done
  const took = last.at - from.at
  if (done <= 0 || took <= 0) return ''
  const minutes = (((total - last.done) / done) * took) / 60_000
  if (minutes < 1) return 'less than a minute left'
  if (minutes < 10) return `about ${Math.ceil(minutes)} min left`
  if (minutes < 90) return `about ${Math.ceil(minutes / 5) * 5} min left`
  return `about ${Math.ceil(minutes / 60)} h left`
}
