import type { Sentence } from '../analysis.js'
import { allGroups } from '../names/walk.js'
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
  const subject = first.functions.S.some((s) => s.definite && s.classes.includes('deal'))
  const fronted = allGroups(sentence).some(
    (x) => x.definite && x.classes.includes('deal') && x.start - sentence.start <= OPENING && x.end <= first.span.start,
  )
  return subject || fronted
}

/** So far in, in UTF-16 units, a phrase opens its sentence: "And under the …". */
const OPENING = 14

/** Whether a sentence speaks of a deal, so that the next can go on with its terms. */
export const speaksOfDeal = (sentence: Sentence): boolean => allGroups(sentence).some((x) => x.classes.includes('deal'))
