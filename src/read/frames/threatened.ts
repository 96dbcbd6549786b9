import type { Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import type { FrameGrammar } from './grammar.js'
import { matchUnit } from './match.js'

const VIOLENT = new Set(['attack', 'assassination', 'kidnapping', 'armed-clash'])

/**
 * "vowed to lay siege to the town": a verb that threatens with acts of a list threatens as well with any other act that the
 * frames read as violence.
 */
export function threatsOver(found: readonly Candidate[], sentence: Sentence, grammar: FrameGrammar): Candidate[] {
  return found.flatMap(({ type, predicate: act }) => {
    const up = act.governor?.as === 'complement' ? sentence.predicates[act.governor.predicate] : undefined
    if (!up || !VIOLENT.has(type) || act.form !== 'infinitive' || act.negated || up.negated || up.passive) return []
    if (found.some((c) => c.predicate === up)) return []
    for (const unit of grammar.frames.get(`${up.lemma}/${up.pos}`) ?? []) {
      if (unit.type !== 'threat' || !unit.over) continue
      const threat = matchUnit({ ...unit, over: undefined }, up, sentence, grammar)
      if (threat) return [threat]
    }
    return []
  })
}
