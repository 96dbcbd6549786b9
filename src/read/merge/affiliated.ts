import type { NounGroup } from '../analysis.js'
import { type Candidate, candidatesBySentence } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { arePeople } from '../people.js'

/**
 * "a group loyal to the clan", "four men affiliated with it": words that say whose somebody is describe the party they
 * stand on, and are told with it. People are of that body, and where they are freed it is whose people go free; a body
 * that only leans to another is not that other.
 */
export function describeAffiliated(candidates: readonly Candidate[]): void {
  const bySentence = candidatesBySentence(candidates)
  for (const epithet of candidates) {
    const [body, other] = epithet.slots.counterparts
    if (!isEpithet(epithet) || !body || other || body.group.pronoun) continue
    for (const { group } of epithet.slots.agents) {
      if (!standsOn(group, body.group, epithet)) continue
      for (const c of bySentence.get(epithet.sentence.index) ?? [])
        if (c.type === 'prisoner-release' && c.slots.counterparts.length === 0 && holds(c, group) && isPeople(group))
          addParty(c.slots.counterparts, body.group)
      group.end = body.group.end
      if (isPeople(group)) group.of = body.group
    }
  }
}

/** A description by a verb or words of belonging, right behind its noun. */
const isEpithet = ({ type, dropped, predicate }: Candidate) =>
  type === 'membership' && !dropped && predicate.pos === 'verb' && predicate.governor?.as === 'relative'

/** Whether nothing but the words of belonging stands between them, and the noun has no name or genitive of its own. */
const standsOn = (group: NounGroup, body: NounGroup, { predicate, sentence }: Candidate) =>
  group.mention === undefined &&
  !group.of &&
  !group.pronoun &&
  group.end < predicate.span.start &&
  predicate.span.end < body.start &&
  !sentence.words.some((w) => w.start >= group.end && w.end <= body.start && w.pos === 'punctuation')

const holds = (c: Candidate, group: NounGroup) => c.slots.objects.some((p) => p.group === group)
const isPeople = (g: NounGroup) => arePeople(g) && !g.classes.includes('group')
