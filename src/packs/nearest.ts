/** Levenshtein distance between two short strings. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, previous[j]! + 1, row[j - 1]! + 1))
    }
    previous = row
  }
  return previous[b.length]!
}

/** The allowed value most like a wrong one; undefined where nothing is close. */
export function nearest(value: string, allowed: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(2, Math.floor(value.length / 2)) + 1
  for (const candidate of allowed) {
    const inside = value.length > 3 && (candidate.includes(value) || value.includes(candidate)) ? 1 : 9
    const d = Math.min(inside, distance(value.toLowerCase(), candidate.toLowerCase()))
    if (d < least) [best, least] = [candidate, d]
  }
  return best
}

/** "did you mean …", or the allowed values where none is close and they are few. */
export function suggestion(value: string, allowed: Iterable<string>): string | undefined {
  const all = [...allowed]
  const close = nearest(value, all)
  if (close !== undefined) return `did you mean '${close}'?`
  return all.length > 0 && all.length <= 40 ? `allowed: ${all.join(', ')}` : undefined
}
