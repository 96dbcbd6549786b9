import type { Government, Predicate, Sentence } from './analysis.js'

/** One step up from a predicate: what hangs, on what, and how. */
export interface Step {
  from: Predicate
  as: Government
  up: Predicate
}

/** What a predicate hangs on, what that hangs on, and so on, nearest first. */
export function* stepsUp(predicate: Predicate, { predicates }: Pick<Sentence, 'predicates'>): Generator<Step> {
  const seen = new Set<number>()
  for (let from = predicate; from.governor && !seen.has(from.index); ) {
    seen.add(from.index)
    const up = predicates[from.governor.predicate]!
    yield { from, as: from.governor.as, up }
    from = up
  }
}
