import { overlapping, type Span } from '../model/index.js'
import { fold } from './fold.js'

/** One word, number or punctuation mark; offsets into the whole text, `norm` its folded form. */
export interface Token extends Span {
  text: string
  norm: string
  kind: 'word' | 'number' | 'punct'
}

const JOIN = '[\\u00ad\\u034f\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f]'
const AR = '(?:(?=\\p{scx=Arabic})[\\p{L}\\p{M}])'
// Signs that only choose how a picture looks, or ring it, are no letters.
const LA = '(?:(?!\\p{scx=Arabic}|[\\ufe00-\\ufe0f\\u20d0-\\u20ff])[\\p{L}\\p{M}])'
const D = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]'
const APOSTROPHE = "['\\u2018\\u2019\\u201b`]"
const HYPHEN = '[-\\u2010\\u2011]'

// Order matters: the first alternative that fits wins: addresses, words, numbers (captured), marks (captured). A possessive ending is a token of its own (as in the Penn
// Treebank), or no name would be found before it; Arabic letters never join digits or Latin («و15», «الـFBI»).
const TOKEN = new RegExp(
  [
    `(?:(?:https?:\\/\\/|www\\.)[^\\s<>"«»،؛]*[^\\s<>"«»،؛.,;:!?()'\\]])`,
    `(?:(?<!${LA})(?:${LA}\\p{M}*\\.)+${LA}(?!${LA}|${D})(?:\\.(?:${HYPHEN}${LA}+)*)?` +
      `|(?<!${AR})(?:${AR}\\p{M}*\\.)+${AR}\\p{M}*(?!${AR})\\.?` +
      `|${APOSTROPHE}[sS](?!${LA}|${D})(?<=(?:${LA}|[0-9])${APOSTROPHE}[sS])` +
      `|${AR}(?:${JOIN}*${AR})*` +
      `|(?:${LA}|${D}+(?:${HYPHEN}?${D})*(?=${LA}))(?:${JOIN}*(?:${LA}|${D})|(?!${APOSTROPHE}[sS](?!${LA}|${D}))${APOSTROPHE}(?=${LA})|${HYPHEN}(?=${LA}|${D}))*)`,
    `(${D}+(?:[.,\\u066b\\u066c\\u060c]${D}+)*)`,
    `(([.\\-!?*_=])\\3+|(?!${JOIN})\\S)`,
  ].join('|'),
  'gsu',
)

/**
 * Splits a text, or the stretch `span` of it, into tokens. Words keep their inner apostrophes and hyphens
 * ("al-Qaeda", "Sana'a"), initials their stops ("A.M.R", "U.S.", "U.S.-led"), numbers their separators. Every visible character is in
 * exactly one token.
 */
export function tokens(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const out: Token[] = []
  const stretch = text.slice(span.start, span.end)
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(stretch); match; match = TOKEN.exec(stretch)) {
    const [written, number, mark] = match as unknown as [string, string | undefined, string | undefined]
    const start = span.start + match.index
    const kind = mark !== undefined ? 'punct' : number !== undefined ? 'number' : 'word'
    out.push({ start, end: start + written.length, text: written, norm: fold(written), kind })
  }
  return out
}

/**
 * The tokens of a stretch of a text whose tokens are known: the same as cutting the stretch by itself, which is done only
 * where it does not begin and end at blanks.
 */
export function tokensWithin(span: Span, text: string, all: readonly Token[]): Token[] {
  return isBlank(text, span.start - 1) && isBlank(text, span.end) ? overlapping(all, span) : tokens(text, span)
}

const isBlank = (text: string, at: number) => at < 0 || at >= text.length || /\s/u.test(text.charAt(at))
