import type { Mention } from '../../../model/index.js'
import { beginsUpper } from '../../../text/index.js'
import type { Token } from './token.js'

/** What stands beside the clause and takes no part in it, each stretch of tokens to be read for itself. */
export interface Apart {
  clause: Token[]
  /** "Wren Agency (Ostby) –": where a report was filed. */
  dateline: Token[]
  /** "the brigade (PFB)": what stands in brackets, with them, and the offset at which they open. */
  bracketed: { at: number; tokens: Token[] }[]
}

/**
 * Takes a dateline and everything in brackets out of a sentence: the words on both sides of a bracket are neighbours
 * ("held by the Free Brigade (PFB) in Orvale were handed over").
 */
export function setApart(tokens: readonly Token[], mentions: readonly Mention[]): Apart {
  const from = datelineEnd(tokens, mentions)
  const clause: Token[] = []
  const bracketed: Apart['bracketed'] = []
  for (let i = from; i < tokens.length; i++) {
    const close = opens(tokens[i]!) ? closing(tokens, i) : null
    if (close === null) clause.push(tokens[i]!)
    else {
      bracketed.push({ at: tokens[i]!.start, tokens: tokens.slice(i, close + 1) })
      i = close
    }
  }
  // A sentence that is all bracket is no aside.
  const all = clause.every((t) => t.pos === 'punctuation')
  return all
    ? { clause: tokens.slice(from), dateline: tokens.slice(0, from), bracketed: [] }
    : { clause, dateline: tokens.slice(0, from), bracketed }
}

const opens = (t: Token) => t.pos === 'punctuation' && /^[([]$/.test(t.text)
const closes = (t: Token) => t.pos === 'punctuation' && /^[)\]]$/.test(t.text)

/** Index of the bracket that closes the one at `i`; null where none does. */
function closing(tokens: readonly Token[], i: number): number | null {
  let depth = 0
  for (let k = i; k < tokens.length; k++) {
    if (opens(tokens[k]!)) depth++
    if (closes(tokens[k]!) && --depth === 0) return k
  }
  return null
}

/** More tokens than a dateline has. */
const LONGEST_DATELINE = 14

/** Index behind the dash that ends a dateline: a place or a word in capitals, then names, times, brackets; 0 where none stands. */
function datelineEnd(tokens: readonly Token[], mentions: readonly Mention[]): number {
  const dash = tokens.findIndex((t, i) => i < LONGEST_DATELINE && isDash(t))
  if (dash < 1 || dash + 1 >= tokens.length) return 0
  const first = tokens.find((t) => t.pos !== 'punctuation')
  if (!first) return 0
  const place = first.mention !== undefined && mentions[first.mention]?.kind === 'place'
  const capitals = /^\p{Lu}[\p{Lu}'’-]+$/u.test(first.text)
  const bracket = opens(tokens[0]!)
  const marked = capitals || bracket || tokens.slice(1, dash).some((t) => t.pos === 'punctuation')
  // "Orvale – the last of the ports – fell": set off by two dashes, not filed there.
  if (!marked && (!place || tokens.slice(dash + 1).some(isDash))) return 0
  if (!place && !capitals && !bracket) return 0
  return tokens.slice(0, dash).every(filed) ? dash + 1 : 0
}
const isDash = (t: Token) => t.pos === 'punctuation' && /^(?:[–—-]|--)$/.test(t.text)
/** Names, times, numbers and punctuation: all that a dateline holds. */
const filed = (t: Token) =>
  t.pos === 'name' || t.pos === 'time' || t.value !== undefined || t.pos === 'punctuation' || beginsUpper(t.text)
