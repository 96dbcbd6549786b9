import type { Government, Predicate, Sentence } from '../analysis.js'
import type { ClassTree } from './classes.js'
import { hasClass } from './classes.js'

/** How what a deal contains hangs on the words that tell of it. */
export const CONTENT: ReadonlySet<Government> = new Set<Government>([
  'content',
  'complement',
  'object',
  'of',
  'purpose',
])
/** How many governors up a deal is looked for. */
const ABOVE = 8

/** "The deal included …": a governor whose subject is a deal. */
export function underDeal(sentence: Sentence, p: Predicate, tree: ClassTree): boolean {
  for (let at: Predicate | undefined = p, n = 0; at?.governor && n < ABOVE; n++) {
    if (!CONTENT.has(at.governor.as) && at.governor.as !== 'conjunct') return false
    at = sentence.predicates[at.governor.predicate]
    if (at?.functions.S.some((g) => g.definite && hasClass(g, ['deal'], tree))) return true
  }
  return false
}
