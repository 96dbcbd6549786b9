import type { SayingsFile } from './sayings-file.js'

/** "A, B and C" by the language's own joining. */
export function joinWords(words: readonly string[], { list: { between, last } }: Pick<SayingsFile, 'list'>): string {
  if (words.length < 2) return words[0] ?? ''
  return words.slice(0, -1).join(between) + last + words.at(-1)
}
