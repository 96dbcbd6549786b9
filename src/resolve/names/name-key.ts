import { nameParts } from './name-parts.js'

/** Sounds that spellings exchange most are one in a key. */
const COARSE: Readonly<Record<string, string>> = {
  H: 'h',
  q: 'k',
  g: 'k',
  j: 'k',
  G: 'k',
  x: 'k',
  p: 'b',
  v: 'f',
  D: 'd',
  T: 't',
  z: 's',
  S: 's',
  c: 's',
}

/**
 * A key that most spellings of a name share in both scripts: its words' consonants, coarsely, in alphabetical order.
 * Two strings with one key may still be two names; two with different keys are seldom one.
 */
export function nameKey(name: string): string {
  const words = nameParts(name).map(({ sound }) =>
    [...sound]
      .filter((p) => !'AIUVWYwy@'.includes(p))
      .map((p) => COARSE[p] ?? p)
      .join(''),
  )
  return words.filter(Boolean).sort().join(' ') || name.trim().toLowerCase()
}
