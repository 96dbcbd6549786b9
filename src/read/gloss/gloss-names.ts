/** Names that a description may hold: their gloss by their folded words joined with spaces, and the most words that one has. */
export interface GlossNames {
  get(words: string): string | undefined
  longest: number
}

/** What is quoted inside a description is a name or somebody's word, not a description. */
export const QUOTED = /["“”«»‘]/

/** The longest name that begins at a word. */
export function nameAt(
  words: readonly string[],
  at: number,
  names: GlossNames,
): { length: number; gloss: string } | undefined {
  for (let length = Math.min(names.longest, words.length - at); length > 0; length--) {
    const gloss = names.get(words.slice(at, at + length).join(' '))
    if (gloss !== undefined) return { length, gloss }
  }
  return undefined
}
