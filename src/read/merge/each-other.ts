import type { Mention } from '../../model/index.js'
import type { NounGroup, Predicate } from '../analysis.js'
import type { AttributionGrammar } from '../attribution/grammar.js'
import { hopOf } from '../attribution/hop.js'
import type { Candidate } from '../candidate.js'

/**
 * "The army and the clan blamed each other for the raid": two charges, each side's word on the other. Where the two are not
 * known, nobody is said to have done it.
 */
export function chargeEachOther(
  candidates: readonly Candidate[],
  text: string,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Candidate[] {
  return candidates.flatMap((c) => {
    const mutual = c.dropped ? undefined : c.slots.agents.find(({ group }) => group.mutual)
    const charge = mutual && chargeOn(mutual.group, c)
    if (!charge) return []
    c.slots.agents = c.slots.agents.filter((p) => p !== mutual)
    const sides = charge.functions.S.flatMap((s) => s.members ?? s.referents ?? [s])
    const [one, other] = sides
    if (!one || !other || sides.length > 2) return []
    const outer = c.chain.slice(0, -1)
    const told = (by: NounGroup, doer: NounGroup): Pick<Candidate, 'slots' | 'chain'> => ({
      slots: { ...c.slots, agents: [...c.slots.agents, { group: doer, inferred: 'whom the other side charges' }] },
      chain: [...outer, hopOf(text, by, c.sentence, mentions, charge.span, g)],
    })
    const back: Candidate = { ...c, links: [], support: [...c.support], ...told(other, one) }
    Object.assign(c, told(one, other))
    return [back]
  })
}

/** The verb by which two charge each other. */
const chargeOn = (mutual: NounGroup, { sentence, predicate }: Candidate): Predicate | undefined =>
  sentence.predicates.find((p) => p !== predicate && p.pos === 'verb' && p.functions.O.includes(mutual))
