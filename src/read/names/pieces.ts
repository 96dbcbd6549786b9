import type { Span } from '../../model/index.js'
import { fold, type Token, tokens } from '../../text/index.js'

/**
 * The units that names are matched by: tokens cut at hyphens, without a possessive ending, folded. "al-Qa'ida's" gives
 * `al`, `qaida`; the spans stay those of the text. `glued` marks a piece that a hyphen ties to the next one.
 */
export interface Piece extends Span {
  norm: string
  text: string
  glued: boolean
  /** Whether a line begins with it: no name runs over a line break. */
  opensLine: boolean
}

/** Where a token is not a piece as it stands. */
const CUT = /[-‐‑–'’‘`ʼʿʾ]/u
const POSSESSIVE = /['’]s?$/u
const APOSTROPHES = /['’‘`ʼʿʾ]/gu

/** Cuts a stretch of text into pieces; punctuation gives pieces of its own, so that a name never runs across it. `words`: its tokens. */
export function pieces(text: string, span?: Span, words: readonly Token[] = tokens(text, span)): Piece[] {
  return words.flatMap((token) => {
    if (token.kind === 'punct')
      return [
        {
          start: token.start,
          end: token.end,
          norm: token.text,
          text: token.text,
          glued: false,
          opensLine: opensLine(text, token.start),
        },
      ]
    if (!CUT.test(token.text)) {
      const { start, end, text: word, norm } = token
      return [{ start, end, norm, text: word, glued: false, opensLine: opensLine(text, start) }]
    }
    const out: Piece[] = []
    let at = token.start
    const parts = token.text.split(/(?<=[-‐‑–])|(?=[-‐‑–])/u)
    parts.forEach((part, i) => {
      const start = at
      at += part.length
      if (/^[-‐‑–]$/u.test(part)) return
      const bare = i === parts.length - 1 ? part.replace(POSSESSIVE, '') : part
      if (!bare) return
      out.push({
        start,
        end: start + bare.length,
        norm: fold(bare.replace(APOSTROPHES, '')),
        text: bare,
        glued: i < parts.length - 1,
        opensLine: opensLine(text, start),
      })
    })
    return out
  })
}

/** How far before a piece its line may begin: no more than so many blanks. */
const INDENT = 8
function opensLine(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && at - i <= INDENT && (text[i] === ' ' || text[i] === '\t')) i--
  return i < 0 || text[i] === '\n' || at - i > INDENT
}
