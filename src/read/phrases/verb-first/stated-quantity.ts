import type { Span } from '../../../model/index.js'
import { parseNumeral } from '../../../text/index.js'
import type { Quantity } from '../../analysis.js'
import type { Lexicon } from './lexicon.js'
import type { Tok } from './words.js'

/**
 * The number that the counting words of a group state: figures and number words, «أكثر من» (at least), «15 و20» after
 * «بين» (from, to). Undefined where they state none («بعض»).
 */
export function statedQuantity(toks: readonly Tok[], span: Span, lexicon: Lexicon): Quantity | undefined {
  const inside = toks.filter((t) => t.start >= span.start && t.end <= span.end)
  const and = inside[0]?.reading.role === 'between' ? inside.find((t) => t.pos === 'conjunction') : undefined
  if (and) {
    const [from, to] = [
      statedQuantity(toks, { start: inside[1]!.start, end: and.start }, lexicon),
      statedQuantity(toks, { start: and.end, end: span.end }, lexicon),
    ]
    return from && to && { ...span, min: from.min, max: to.max }
  }
  let min: number | null = null
  let max: number | null = 0
  let atLeast = false
  let atMost = false
  for (const t of inside) {
    const figures = parseNumeral(t.text)
    const word = lexicon.numbers.get(t.norm) ?? lexicon.numbers.get(t.lemma)
    if (figures !== null) {
      min = (min ?? 0) + figures
      max = max === null ? null : max + figures
    } else if (word) {
      const multiplies: boolean = min !== null && word.min >= 100
      min = multiplies ? (min ?? 1) * word.min : (min ?? 0) + word.min
      max = max === null || word.max === null ? null : multiplies ? Math.max(1, max) * word.max : max + word.max
    } else if (t.reading.role === 'at-least') atLeast = true
    else if (t.reading.role === 'at-most') atMost = true
  }
  if (min === null) return undefined
  return { ...span, min: atMost ? null : min, max: atLeast ? null : max }
}
