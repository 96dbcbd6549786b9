import { type Normal, rewrite } from './offset-map.js'

export interface NormaliseOptions {
  /** Lower-cases. */
  caseFold?: boolean
  /** Characters to replace after everything else; the value may be empty or longer than one character. */
  letters?: Readonly<Record<string, string>>
  /** Removes combining marks: Arabic vowel signs, Latin accents. A hamza that is part of a letter stays. */
  stripMarks?: boolean
}

const INVISIBLE = /[\u0640\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu
const ARABIC = /\p{scx=Arabic}/u
const MARK = /\p{M}/gu
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/gu
const PLAIN = /^[\x20-\x7e]$/

/** ASCII digits for Arabic-Indic and Persian ones. */
export function asciiDigits(text: string): string {
  return text.replace(DIGIT, (d) => String(d.charCodeAt(0) & 0xf))
}

/** The normal form of one cluster (a base character and its marks). */
export function normaliseCluster(cluster: string, options: NormaliseOptions): string {
  let c = cluster
  if (!PLAIN.test(c)) {
    c = c.normalize('NFKC').replace(INVISIBLE, '')
    c = asciiDigits(c)
  }
  if (options.caseFold) c = c.toLowerCase()
  if (options.stripMarks && !PLAIN.test(c)) {
    // Decomposing would tear a hamza off its alef, so only letters of other scripts are decomposed.
    c = (ARABIC.test(c) ? c : c.normalize('NFD')).replace(MARK, '').normalize('NFC')
  }
  const letters = options.letters
  if (letters) c = Array.from(c, (x) => letters[x] ?? x).join('')
  return c
}

/**
 * The normal form of a text with offsets back into it: NFKC (presentation forms, ligatures, full-width letters),
 * ASCII digits, without tatweel, joiners and bidirectional control characters; more as the options say.
 */
export function normalise(text: string, options: NormaliseOptions = {}): Normal {
  return rewrite(text, (cluster) => normaliseCluster(cluster, options))
}
