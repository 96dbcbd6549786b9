import type { NounGroup, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import type { FrameGrammar } from './grammar.js'
import { matchUnit } from './match.js'
import { emptySlots } from './slots.js'

const VIOLENT = new Set(['attack', 'assassination', 'kidnapping', 'armed-clash'])

/**
 * "vowed to lay siege to the town": a verb that threatens with acts of a list threatens as well with any other act that the
 * frames read as violence.
 */
export function threatsOver(found: readonly Candidate[], sentence: Sentence, grammar: FrameGrammar): Candidate[] {
  return found.flatMap((c) => {
    const { type, predicate: act } = c
    const ultimatum = orElse(c)
    if (ultimatum) return [ultimatum]
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

/** "told the farmers to leave or be killed": what those will suffer who do not do as they are told. */
function orElse(c: Candidate): Candidate | undefined {
  const { type, predicate: act, sentence } = c
  if (!VIOLENT.has(type) || !act.passive || act.form !== 'infinitive' || act.governor?.as !== 'complement')
    return undefined
  const up = sentence.predicates[act.governor.predicate]!
  const told = up.functions.O.filter((g) => act.functions.O.includes(g))
  const demand = sentence.predicates.some(
    (p) => p.form === 'infinitive' && !p.passive && p.governor?.predicate === up.index && p.index < act.index,
  )
  if (!demand || told.length === 0 || up.functions.S.length === 0 || up.passive || up.negated) return undefined
  const { mode: _mode, ...same } = c
  const parties = (groups: readonly NounGroup[]) => groups.map((group) => ({ group }))
  const slots = { ...emptySlots(), agents: parties(up.functions.S), counterparts: parties(told) }
  return { ...same, type: 'threat', rule: `${c.rule} or else`, predicate: up, slots, counts: {} }
}
