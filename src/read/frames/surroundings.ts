import type { Functions, NounGroup, TimeExpression } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { hasClass } from './classes.js'
import { addParty, type FrameGrammar } from './match.js'

const MEANS = ['weapon', 'drone', 'missile', 'explosive', 'ammunition', 'vehicle', 'ship', 'aircraft']
/** Types whose event is done with weapons; elsewhere a weapon behind "with" is a thing given or held. */
const VIOLENT = new Set(['attack', 'armed-clash', 'assassination', 'kidnapping', 'threat', 'seizure'])

/** Fills what no frame need list: places behind locative prepositions, instruments, the time of the clause. */
export function fillSurroundings(candidate: Candidate, functions: Functions, grammar: FrameGrammar): void {
  const { slots } = candidate
  for (const [preposition, groups] of Object.entries(functions.P)) {
    for (const group of groups) {
      if (isTaken(candidate, group)) continue
      if (isPlace(group, grammar) && grammar.prepositions.place.has(preposition)) addPlaces(candidate, group, grammar)
      else if (
        VIOLENT.has(candidate.type) &&
        grammar.prepositions.means.has(preposition) &&
        hasClass(group, MEANS, grammar.tree)
      )
        addParty(slots.instruments, group)
    }
  }
  candidate.time ??= timeOf(candidate)
}

const isTaken = (c: Candidate, g: NounGroup) => Object.values(c.slots).some((ps) => ps.some((p) => p.group === g))
const isPlace = (g: NounGroup, grammar: FrameGrammar) =>
  hasClass(g, ['place', 'area', 'building', 'base', 'prison', 'checkpoint'], grammar.tree)

/** A place and its containers: "the town of Y in the governorate of X". */
function addPlaces(c: Candidate, group: NounGroup, grammar: FrameGrammar): void {
  addParty(c.slots.places, group)
  if (group.of && isPlace(group.of, grammar)) addPlaces(c, group.of, grammar)
}

/** The time expression inside the predicate's clause that stands nearest to it. */
function timeOf(c: Candidate): TimeExpression | null {
  const { clause, span } = c.predicate
  const inside = c.sentence.times.filter((t) => t.start >= clause.start && t.end <= clause.end)
  const distance = (t: TimeExpression) => Math.min(Math.abs(t.start - span.end), Math.abs(span.start - t.end))
  const rank = (t: TimeExpression) => distance(t)
  return inside.sort((a, b) => rank(a) - rank(b) || a.start - b.start)[0] ?? null
}
