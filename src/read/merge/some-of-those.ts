import type { Slot } from '../../model/index.js'
import { type Candidate, candidatesBySentence, toldBefore } from '../candidate.js'
import { addParty } from '../frames/slots.js'

const VIOLENT = new Set(['attack', 'armed-clash', 'assassination'])
/** How many sentences before hold what is told again. */
const REACH = 3

/**
 * "Nine people were freed. Among those freed was a priest.": whoever is named as one of them belongs to what was told of
 * them before, and is no event of his own.
 */
export function nameSomeOfThem(candidates: readonly Candidate[]): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.dropped || !c.predicate.someOf) continue
    const told = toldBefore(bySentence, c, REACH).findLast((o) => isOfKind(o, c))
    if (!told) continue
    // The dead of a clash are none of its sides, and whose man a freed one is was told of all.
    for (const slot of ['counterparts', 'objects'] as Slot[])
      for (const { group } of c.slots[slot])
        if (told.type !== 'armed-clash' && c.predicate.functions.O.includes(group))
          addParty(told.slots[slot], group, 'whoever is named as one of them')
    for (const { group } of told.slots.agents.length === 0 ? c.slots.agents : []) addParty(told.slots.agents, group)
    told.support.push({ ...c.predicate.clause, for: 'repeat' })
    c.dropped = 'names some of those of whom was told before'
  }
}

const isOfKind = (o: Candidate, c: Candidate) =>
  !o.dropped &&
  !o.sentence.heading &&
  o.sentence !== c.sentence &&
  o.status === c.status &&
  (o.type === c.type || (VIOLENT.has(o.type) && VIOLENT.has(c.type)))
