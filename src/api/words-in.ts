/** Every string that stands anywhere in a value, for answers whose reasons name entities by their ids. */
export function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}
