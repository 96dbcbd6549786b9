import type { NounGroup } from '../analysis.js'
import { type Candidate, candidatesBySentence } from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty, behindAny, emptySlots } from '../frames/slots.js'

/** What one side does for the other on terms. */
const DONE = new Set([
  'territory-handover',
  'prisoner-release',
  'safe-passage',
  'arms-transfer',
  'funding',
  'safe-haven',
])

/**
 * "left the post to the clan under a deal brokered by elders", "freed them in an accord with the junta": whoever does
 * something for the other side under a deal has made one with it, of which nothing else need be said.
 */
export function readTerms(candidates: readonly Candidate[], grammar: FrameGrammar): Candidate[] {
  const added: Candidate[] = []
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.dropped || !DONE.has(c.type) || c.status === 'negated') continue
    const { tree, prepositions } = grammar
    const deal = behindAny(c.predicate.functions, prepositions.place).find(
      (g) => !g.definite && hasClass(g, ['deal'], tree),
    )
    if (!deal) continue
    const told = (bySentence.get(c.sentence.index) ?? []).filter((o) => o.type === 'agreement' && !o.dropped)
    const own = told.find((o) => o.predicate.span.start === deal.head.start)
    if (own) for (const p of sidesOf(c, grammar)) addParty(own.slots.agents, p, 'whoever acts under the deal')
    else if (told.length === 0 && sidesOf(c, grammar).length > 1) added.push(agreement(c, deal, grammar))
  }
  return added
}

const sidesOf = ({ slots }: Candidate, { tree }: FrameGrammar): NounGroup[] =>
  [...slots.agents, ...slots.counterparts].map((p) => p.group).filter((g) => hasClass(g, ['group', 'person'], tree))

function agreement(c: Candidate, deal: NounGroup, grammar: FrameGrammar): Candidate {
  const slots = emptySlots()
  for (const p of sidesOf(c, grammar)) addParty(slots.agents, p, 'whoever acts under the deal')
  return {
    ...c,
    type: 'agreement',
    rule: 'terms#under a deal',
    slots,
    counts: {},
    time: null,
    status: c.status === 'planned' || c.status === 'predicted' ? 'asserted' : c.status,
    links: [],
    support: [{ start: deal.start, end: deal.end, for: 'trigger' }],
    confidence: 0.5,
  }
}
