import { fold } from '../../text/index.js'
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

/** Keys made so far: a case names the same few thousand outlets and people again and again. */
const keys = new Map<string, string>()
const MOST_KEYS = 50_000

/**
 * A key that most spellings of a name share in both scripts: its words' consonants, coarsely, and its
 * numbers, in order.
 * Two strings with one key may still be two names; two with different keys are seldom one.
 */
export function nameKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = makeKey(name)
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(name, key)
  return key
}

function makeKey(name: string): string {
  const words = nameParts(name).map(({ sound }) =>
    [...sound]
      .filter((p) => !'AIUVWYwy@'.includes(p))
      .map((p) => COARSE[p] ?? p)
      .join(''),
  )
  // Channels and brigades are told apart by a number alone.
  const numbers = fold(name).match(/\d+/g) ?? []
  return [...words, ...numbers].filter(Boolean).sort().join(' ') || name.trim().toLowerCase()
}
