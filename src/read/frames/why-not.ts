import type { Sentence } from '../analysis.js'
import type { FrameGrammar } from './grammar.js'
import { matchUnit, unitsInTurn } from './match.js'

/** A frame whose word stands in the sentence and that still gave no reading. */
export interface Refused {
  /** File and lemma of the lexical unit, e.g. `en/prisoner-release#free`. */
  rule: string
  /** What it asked for and did not find, in the words of the frame files. */
  why: string
}

/**
 * The units of a sentence's predicates that said no, one line a rule: what to look at when a sentence gives no claim. A
 * rule with a unit that fits is left out.
 */
export function refusedUnits(sentence: Sentence, grammar: FrameGrammar): Refused[] {
  const refused = new Map<string, Set<string>>()
  const fitting = new Set<string>()
  for (const predicate of sentence.predicates)
    for (const unit of [...unitsInTurn(predicate, grammar.frames)].flat()) {
      const note = (why: string) => refused.set(unit.rule, (refused.get(unit.rule) ?? new Set()).add(why))
      if (matchUnit(unit, predicate, sentence, grammar, undefined, note)) fitting.add(unit.rule)
    }
  return [...refused].flatMap(([rule, whys]) => (fitting.has(rule) ? [] : [{ rule, why: [...whys].join('; or ') }]))
}
