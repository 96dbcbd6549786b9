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
    if (c.type !== 'attack' || c.slots.counterparts.length === 0) continue
    const deed = bySentence.get(c.sentence.index)!.find((d) => saysOnWhom(c, d))
    if (deed) c.dropped = 'it only says on whom the act told before it was'
    if (deed || c.predicate.pos !== 'noun') continue
    const act = bySentence.get(c.sentence.index)!.find((d) => BROUGHT.has(d.type) && isOn(d, c))
    if (act) c.dropped = 'the operation by which an act told beside it was done'
  }
}

const DEEDS = new Set(['assassination', 'kidnapping', 'arrest'])

/** «اغتيالات تطال ضباطا»: a verb that describes a deed by those whom it is done to tells of no second one. */
const saysOnWhom = ({ predicate: p, slots }: Candidate, deed: Candidate) =>
  DEEDS.has(deed.type) &&
  p.pos === 'verb' &&
  p.governor?.as === 'relative' &&
  [deed.predicate.index, deed.predicate.governor?.predicate].includes(p.governor.predicate) &&
  slots.counterparts.every(({ group }) => deed.slots.counterparts.some((x) => x.group.start === group.start))

function isOn(act: Candidate, { predicate, slots }: Candidate): boolean {
  if (act.predicate.span.start < predicate.span.end) return false
  const onto = new Set([...act.slots.counterparts, ...act.slots.objects].map((p) => p.group.start))
  return slots.counterparts.every(({ group }) => onto.has(group.start) && act.predicate.span.end <= group.start)
}
