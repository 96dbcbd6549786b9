import type { ClauseState } from './clause-state.js'

/**
 * «لم يُقتل إلا جنديان», «لم يفرجوا عنهم إلا بعد شهر»: what is not done but to them, or not before, has been done;
 * «لا يفرجون عنهم إلا مقابل فدية» tells only on what condition it is.
 */
export function exceptFrom(s: ClauseState, i: number): void {
  const denied = s.clause.verbs.findLast((d) => d.negated)
  const next = s.chunks[i + 1]
  if (!denied || (next?.kind !== 'group' && next?.kind !== 'preposition' && next?.kind !== 'time')) return
  // Behind «لم» a verb in the form of the present tells of what is past.
  if (denied.tense === 'past' || next.kind === 'group') denied.negated = false
  else denied.supposed = true
}
