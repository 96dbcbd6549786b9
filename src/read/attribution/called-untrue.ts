import type { Predicate, Sentence } from '../analysis.js'
import type { AttributionGrammar } from './grammar.js'

/**
 * «لا صحة لما تردد عن …»: up to the next pause, what stands behind such words is called untrue, and whoever is said to
 * have told it passes nothing on.
 */
export function isCalledUntrue(
  { span }: Predicate,
  { words }: Sentence,
  { untrueBehind }: AttributionGrammar,
): boolean {
  const at = words.findLastIndex((w) => w.end <= span.start && untrueBehind.has(w.norm))
  return at >= 0 && !words.some((w, i) => i > at && w.end <= span.start && PAUSE.test(w.norm))
}
const PAUSE = /^[,،؛;:]$/u
