import type { Sentence } from '../analysis.js'
import { groupsWithin } from '../names/walk.js'
import type { AttributionGrammar } from './grammar.js'
import { opensWith } from './reach.js'

/**
 * "The deal provides for …", "Under the accord, …", «وبموجب ما اتفق عليه، …»: a sentence that opens with a deal told before
 * tells its terms. Whoever told of the deal tells them too, and what a party undertakes in it is nobody's word on the story.
 */
export function tellsTerms(sentence: Sentence, g: Pick<AttributionGrammar, 'terms'>): boolean {
  if (opensWith(sentence, g.terms)) return true
  const first = sentence.predicates.find((p) => p.pos === 'verb' && p.form === 'finite')
  if (!first) return false
  if (first.functions.S.some((s) => s.definite && s.classes.includes('deal'))) return true
  for (const x of groupsWithin(sentence))
    if (x.definite && x.start - sentence.start <= OPENING && x.end <= first.span.start && x.classes.includes('deal'))
      return true
  return false
}

/** So far in, in UTF-16 units, a phrase opens its sentence: "And under the …". */
const OPENING = 14

/** Whether a sentence speaks of a deal, so that the next can go on with its terms. */
export const speaksOfDeal = (sentence: Sentence): boolean =>
  [...groupsWithin(sentence)].some((x) => x.classes.includes('deal'))
