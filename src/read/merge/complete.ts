import type { Analysis, NounGroup } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import { addParty, type FrameGrammar } from '../frames/match.js'
import { allGroups } from '../names/walk.js'

/**
 * Supplies parties that the clause leaves unsaid, and drops what remains without any. A party from elsewhere is marked
 * as inferred, so that a screen can show it and an analyst doubt it.
 */
export function complete(analysis: Analysis, candidates: readonly Candidate[], grammar: FrameGrammar): void {
  for (const c of candidates) {
    cleanParties(c, grammar)
    if (grammar.mutual.has(c.type) && c.slots.agents.length === 1) addPartner(c, analysis)
    const parties = c.slots.agents.length + c.slots.counterparts.length + c.slots.objects.length
    const evidence = parties > 0 || Object.keys(c.counts).length > 0
    if (!evidence) c.dropped = 'no party is named or described'
    else if (grammar.mutual.has(c.type) && c.slots.agents.length === 0) c.dropped = 'a mutual event with no party'
  }
}

/** Times, events and sources are never parties. */
function cleanParties(c: Candidate, grammar: FrameGrammar): void {
  for (const slot of ['agents', 'counterparts'] as const) {
    c.slots[slot] = c.slots[slot].filter((p) => !hasClass(p.group, ['time'], grammar.tree))
  }
}

/** "talks with the group": the other party is the sentence's subject, if it has another actor in front. */
function addPartner(c: Candidate, analysis: Analysis): void {
  const own = c.slots.agents[0]!.group
  const before = allGroups(c.sentence).filter(
    (g) => isActor(g, analysis) && g.end <= c.predicate.span.start && g !== own && !inside(g, own),
  )
  const nearest = before.at(-1)
  if (nearest && mention(nearest) !== mention(own)) addParty(c.slots.agents, nearest, 'nearest actor before')
}

const mention = (g: NounGroup) => g.mention ?? g.referents?.[0]?.mention
const inside = (a: NounGroup, b: NounGroup) => a.start >= b.start && a.end <= b.end
function isActor(g: NounGroup, analysis: Analysis): boolean {
  const m = mention(g)
  return m !== undefined && analysis.mentions[m]?.kind === 'actor'
}
