import type { Mention } from '../../model/index.js'
import { findCapitalised } from './capitalised.js'
import { findKnown, type NameGrammar } from './find.js'
import { pieces } from './pieces.js'
import type { ShapeGrammar } from './shape-grammar.js'
import { findTitleLed } from './title-led.js'

/** All mentions of a document, in order, none overlapping: known names first, then names known by their shape. */
export function findMentions(text: string, grammar: NameGrammar, shapes: ShapeGrammar): Mention[] {
  const all = pieces(text)
  const known = findKnown(text, all, grammar)
  const unknown = shapes.letterCase ? findCapitalised(text, all, known, shapes) : findTitleLed(text, all, known, shapes)
  return [...known, ...unknown].sort((a, b) => a.start - b.start)
}
