import type { Tok } from './words.js'

/** What can be said of the word before, or of a proclitic, when a reading is weighed. */
export type Before = Pick<Tok, 'pos' | 'article' | 'reading' | 'pronoun' | 'materiel'> | undefined

/** Roles of words that point at what follows: «هذا», «تلك», «هؤلاء». */
export const POINTS = new Set(['this', 'that', 'these'])

/** Parts of speech behind which a clause begins. */
export const OPENS_CLAUSE = new Set([
  'punctuation',
  'subordinator',
  'relative',
  'negation',
  'particle',
  'auxiliary',
  'conjunction',
])
