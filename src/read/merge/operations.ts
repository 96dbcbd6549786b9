import { type Candidate, candidatesBySentence } from '../candidate.js'

/** Acts that an operation may be told to have been, or to have brought about. */
const BROUGHT = new Set(['arrest', 'seizure', 'kidnapping', 'prisoner-release', 'prisoner-exchange', 'deployment'])

/**
 * «عملية القبض على المتهم», «عملية أسفرت عن ضبط شحنة»: where an act behind the noun is said to have been done to the same people
 * or things, the noun tells of that act, and of no attack on them.
 */
export function dropOperations(candidates: readonly Candidate[]): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.type !== 'attack' || c.predicate.pos !== 'noun' || c.slots.counterparts.length === 0) continue
    const act = bySentence.get(c.sentence.index)!.find((d) => BROUGHT.has(d.type) && isOn(d, c))
    if (act) c.dropped = 'the operation by which an act told beside it was done'
  }
}

function isOn(act: Candidate, { predicate, slots }: Candidate): boolean {
  if (act.predicate.span.start < predicate.span.end) return false
  const onto = new Set([...act.slots.counterparts, ...act.slots.objects].map((p) => p.group.start))
  return slots.counterparts.every(({ group }) => onto.has(group.start) && act.predicate.span.end <= group.start)
}
