/** A label that may be shown: where it stands, in pixels, and what it covers. */
export interface Label {
  id: string
  x: number
  y: number
  width: number
  height: number
}

/** The labels that can be shown without one covering another; the first of the list have the right of way. */
export function uncovered(labels: readonly Label[]): Set<string> {
  const kept: Label[] = []
  for (const one of labels) {
    const free = kept.every(
      (other) =>
        Math.abs(one.x - other.x) * 2 >= one.width + other.width ||
        Math.abs(one.y - other.y) * 2 >= one.height + other.height,
    )
    if (free) kept.push(one)
  }
  return new Set(kept.map(({ id }) => id))
}
