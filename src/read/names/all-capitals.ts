import type { Piece } from './pieces.js'

/**
 * Whether a text is all in capitals, as wire copy once was: then case tells nothing, and names must be found without
 * it, as in a script that has none.
 */
export function allCapitals(all: readonly Piece[]): boolean {
  const words = all.filter((p) => /\p{L}{3,}/u.test(p.text))
  return words.length > 0 && words.filter((p) => p.text === p.text.toUpperCase()).length > words.length * 0.6
}
