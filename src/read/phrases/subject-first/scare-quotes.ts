import { can, isQuoteMark, type Token } from './token.js'

/** How many words a writer sets between marks to keep his distance from them; what is longer may be a clause of its own. */
const FEW = 2

/**
 * Leaves out the marks around a word or two inside a clause ('killed "several" guards in a "cowardly" raid'): they say that
 * the words are another's and do not part the phrase in which they stand. What opens or ends a clause keeps its marks.
 */
export function withoutScareQuotes(tokens: Token[]): Token[] {
  const marks = new Set<Token>()
  for (let i = 1; i < tokens.length; i++) {
    const single = opensSingle(tokens, i)
    if (!(isQuoteMark(tokens[i]) || single) || marks.has(tokens[i]!) || !isWord(tokens[i - 1])) continue
    const close = tokens.findIndex((t, k) => k > i && (single ? closesSingle(tokens, k) : isQuoteMark(t)))
    const inside = tokens.slice(i + 1, close)
    if (
      close < 0 ||
      inside.length === 0 ||
      inside.length > (isListed(tokens, i, close) ? FEW + 1 : FEW) ||
      !inside.every(isCommon) ||
      !isWord(tokens[close + 1])
    )
      continue
    marks.add(tokens[i]!).add(tokens[close]!)
    // What is quoted is shown with both its marks.
    if (inside.length <= FEW) inside[0]!.start = tokens[i]!.start
    if (inside.length <= FEW && single) inside.at(-1)!.end = tokens[close]!.end
  }
  return marks.size === 0 ? tokens : tokens.filter((t) => !marks.has(t))
}

/** 'the army and "its foreign helpers" had fled': behind "and" and before a verb what is quoted is whoever acts with the first. */
const isListed = (tokens: readonly Token[], open: number, close: number) =>
  can(tokens[open - 1]!, 'conjunction') && tokens[close + 1]?.readings.some((r) => r.pos === 'auxiliary') === true

/** A name between marks is a name, and no word that the writer keeps away from. */
const isCommon = (t: Token) => isWord(t) && t.pos !== 'name'
const isWord = (t: Token | undefined) => t !== undefined && t.pos !== 'punctuation'

const isSingle = (t: Token | undefined) => t?.pos === 'punctuation' && /^['‘’]$/u.test(t.text)
/** "a 'cowardly' raid": a single mark tied to the word behind it and to none before, or the other way round. */
const opensSingle = (tokens: readonly Token[], i: number) =>
  isSingle(tokens[i]) && tokens[i - 1]!.end < tokens[i]!.start && tokens[i]!.end === tokens[i + 1]?.start
const closesSingle = (tokens: readonly Token[], k: number) =>
  isSingle(tokens[k]) && tokens[k - 1]!.end === tokens[k]!.start && tokens[k]!.end !== tokens[k + 1]?.start
