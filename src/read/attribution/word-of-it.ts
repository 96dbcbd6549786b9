import { covers } from '../../model/index.js'
import type { BySentence, Candidate } from '../candidate.js'

/**
 * "The Panel received information from two states that the clan had sold rifles": where what is passed on tells of an event,
 * the passing is how it is known, and no help that one side gives the other.
 */
export function isWordOfEvent(c: Candidate, bySentence: BySentence): boolean {
  if (c.type !== 'intelligence-sharing') return false
  const { predicates } = c.sentence
  const words = c.slots.objects.map(({ group }) => group)
  const tells = predicates.filter(
    (p) => p === c.predicate || words.some((w) => covers(w, p.span) || p.functions.S.some((s) => s.start === w.start)),
  )
  return (bySentence.get(c.sentence.index) ?? []).some(({ predicate: { governor }, type }) => {
    const told = governor && SAID.has(governor.as) && tells.some((p) => p.index === governor.predicate)
    return told && type !== c.type
  })
}
const SAID = new Set(['content', 'complement'])
