import type { Mention } from '../../model/index.js'
import { type Token, tokens } from '../../text/index.js'
import { quotations } from '../phrases/quotes.js'
import { findCapitalised } from './capitalised.js'
import { findKnown, type NameGrammar } from './find.js'
import { readMasthead } from './masthead.js'
import { pieces } from './pieces.js'
import { readTitles } from './quoted-titles.js'
import type { ShapeGrammar } from './shape-grammar.js'
import { findTitleLed } from './title-led.js'

/** All mentions of a document, in order, none overlapping: known names first, then names known by their shape. */
export function findMentions(
  text: string,
  grammar: NameGrammar,
  shapes: ShapeGrammar,
  words: readonly Token[] = tokens(text),
): Mention[] {
  const all = pieces(text, undefined, words)
  const { known: apart, names } = readMasthead(text, findKnown(text, all, grammar), shapes)
  const found = inOrder([...apart, ...names])
  if (shapes.letterCase) return inOrder([...found, ...findCapitalised(text, all, found, shapes)])
  const { known, titles } = readTitles(text, all, found, quotations(text), shapes)
  const named = inOrder([...known, ...titles])
  return inOrder([...named, ...findTitleLed(text, all, named, shapes)])
}

const inOrder = (mentions: Mention[]) => mentions.sort((a, b) => a.start - b.start)
