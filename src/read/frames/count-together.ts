import type { NounGroup, Predicate, Quantity, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import type { FrameGrammar } from './grammar.js'
import { behindAny } from './slots.js'

/** A number that is told to hold dead and wounded counts neither by itself: it is of both. */
export function countTogether(c: Candidate, grammar: FrameGrammar): void {
  const { counts } = c
  const key = counts.killed ? 'killed' : 'injured'
  const number = counts[key]
  if (!number || (counts.killed && counts.injured)) return
  if (!isBetween(c, grammar) && !isOfBoth(c, number) && !isSharedByVerbs(c, number, key, grammar)) return
  counts.casualties = number
  delete counts[key]
}

/** «25 جنديا بين قتيل وجريح» */
function isBetween({ predicate: { functions } }: Candidate, { prepositions }: FrameGrammar): boolean {
  const parts = behindAny(functions, prepositions.between).flatMap((g) => g.members ?? [])
  return parts.length >= 2 && parts.every((g) => g.classes.includes('victim'))
}

/** «36 قتيلاً وجريحاً», «عدد القتلى والجرحى 22 جندياً»: dead and wounded in one breath, with no number of either's own. */
function isOfBoth({ sentence: { groups }, slots, predicate: { functions } }: Candidate, number: Quantity): boolean {
  const counted = slots.counterparts.map(({ group }) => group).filter((g) => g.quantity?.start === number.start)
  const joined = groups.flatMap((g) =>
    g.members && counted.some((c) => c.start === g.members?.[0]?.start) ? [g.members] : [],
  )
  const behind = counted.map((c) => [c, ...groups.filter((g) => g.start >= c.end && g.start - c.end <= CONJUNCTION)])
  const named = functions.S.flatMap((g) => [g.members ?? [], g.of?.members ?? []])
  return (
    [...joined, ...behind].some((parts) => isDeadAndWounded(parts) && !parts[1]!.quantity) ||
    named.some((parts) => isDeadAndWounded(parts) && !parts.some((g) => g.quantity))
  )
}

/** A space and a conjunction that is written to its word. */
const CONJUNCTION = 2

const isDeadAndWounded = (parts: readonly NounGroup[]) =>
  parts.length === 2 &&
  parts.every((g) => g.classes.includes('victim') && g.modifiers.length === 0) &&
  parts.filter((g) => g.classes.includes('wounded')).length === 1

/** "36 killed and wounded", «قُتل وجُرح 15 حارساً»: two verbs, of which one has nobody of its own to tell of. */
function isSharedByVerbs(
  { predicate, sentence, support }: Candidate,
  number: Quantity,
  key: 'killed' | 'injured',
  { frames }: FrameGrammar,
): boolean {
  const other = key === 'killed' ? 'injured' : 'killed'
  const counts = ({ lemma, pos }: Predicate) =>
    pos === 'verb' && (frames.get(`${lemma}/verb`) ?? []).some((unit) => unit.counts?.counterparts === other)
  return sentence.predicates.some((p) => {
    const pair = [p, predicate].sort((a, b) => a.span.start - b.span.start)
    const joined = pair[1]?.governor?.as === 'conjunct' && pair[0] !== pair[1]
    const shared = joined && counts(p) && p.functions.O.length === 0 && !isParted(p, predicate, number, sentence)
    // The number says nothing without both words.
    if (shared) support.push({ start: Math.min(number.start, p.span.start), end: p.span.end, for: 'casualties' })
    return shared
  })
}

/** Whether somebody or something is told of between the two verbs, or between the number and them. */
function isParted(a: Predicate, b: Predicate, number: Quantity, { groups }: Sentence): boolean {
  const [from, to] = [Math.min(a.span.end, b.span.end, number.end), Math.max(a.span.start, b.span.start)]
  const counted = groups.find((g) => g.start <= number.start && number.end <= g.end)
  return groups.some((g) => g !== counted && g.start >= from && g.end <= to)
}
