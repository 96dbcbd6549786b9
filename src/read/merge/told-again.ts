import type { Mention } from '../../model/index.js'
import { type Candidate, candidatesBySentence, toldBefore } from '../candidate.js'
import { isToldAgain } from '../frames/gates.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty } from '../frames/slots.js'
import { identity } from './filler.js'

/** How many sentences back an act may have been told that is told again. */
const REACH = 8

/**
 * «… يتضمن انسحاب المقاتلين. تم الانسحاب مقابل …», a heading «إفراج الجماعة عن …:» over «تم الإفراج عن ستة»: an act with the
 * article and nobody of its own has the parties of the last one of its kind.
 */
export function resumeActs(
  candidates: readonly Candidate[],
  mentions: readonly Mention[],
  grammar: FrameGrammar,
): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    if (c.dropped || grammar.mutual.has(c.type) || !isToldAgain(c)) continue
    const told = toldBefore(bySentence, c, REACH).findLast(
      (o) =>
        o.type === c.type &&
        o.slots.agents.length > 0 &&
        o.predicate.span.end <= c.predicate.span.start &&
        meet(o, c, mentions),
    )
    for (const p of told?.slots.agents ?? []) addParty(c.slots.agents, p.group, 'who did it before')
    if (told?.status === 'planned' && c.status === 'asserted') told.dropped = 'told to have come about'
    if (told && c.slots.counterparts.length === 0)
      for (const p of told.slots.counterparts) addParty(c.slots.counterparts, p.group, 'to whom it was done before')
  }
}

/** Whether the other side, where both name it, is the same. */
function meet(a: Candidate, b: Candidate, mentions: readonly Mention[]): boolean {
  const of = (c: Candidate) => c.slots.counterparts.map((p) => identity(mentions, p.group))
  const [x, y] = [of(a), of(b)]
  return x.length === 0 || y.length === 0 || x.some((k) => y.includes(k))
}
