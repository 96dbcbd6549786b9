import type { Government, NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import type { ClassTree } from './classes.js'
import { hasClass, isTwo } from './classes.js'

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

/** Acts of force: those between whom they run are on no terms. */
const FORCE = ['violence']

/** "There is contact between the clan and the Front, and deals were struck": both whose dealings the sentence told first. */
export function tieBefore(
  { sentence, predicate: deal }: Candidate,
  tree: ClassTree,
  { between }: { between: ReadonlySet<string> },
): NounGroup | undefined {
  const before = sentence.predicates.filter((p) => p !== deal && p.span.end <= deal.span.start && !p.negated)
  const pairs = (p: Predicate) => [...between].flatMap((b) => p.functions.P[b] ?? [])
  const hostile = new Set(before.filter((p) => isForce(p, sentence, tree)).flatMap(pairs))
  return before.flatMap(pairs).findLast((g) => isTwo(g, tree) && g.end <= deal.span.start && !hostile.has(g))
}

const isForce = (p: Predicate, { groups }: Sentence, tree: ClassTree) =>
  groups.some((g) => g.head.start === p.span.start && hasClass(g, FORCE, tree))
