import { arePeople } from '../../people.js'
import type { ClauseState } from './clause-state.js'
import { addPhrase, newDraft } from './draft.js'
import type { Group } from './noun-group.js'
import { attachedRelative } from './relative-clauses.js'
import { bareSubject, subjectSaid } from './said-of-subject.js'

/** Words for whoever is held, where they say that somebody is, and by whom. */

/**
 * «القيادي معتقل لدى القوات», «كان الرجل محتجزا في سجون الحركة»: with no verb but "was", a word for a captive tells who holds whom,
 * behind the preposition or as whose the prison is.
 */
export function heldBy(s: ClauseState, i: number, holder: Group): boolean {
  const { role } = s.chunks[i]!.tok.reading
  const prison = role === 'place' && holder.classes.includes('prison') && holder.of && arePeople(holder.of)
  if (role !== 'possession' && !prison) return false
  const said = s.chunks[i - 1]?.group
  if (!said?.classes.includes('detainee') || said.of || s.chunks[i - 1]!.tok.article) return false
  const held = subjectSaid(s, said) ?? heldTwo(s, said) ?? (isHeldPronoun(s, said) ? s.clause.topic : undefined)
  if (!held || held === holder) return false
  const d = newDraft(s.chunks[i - 1]!.tok, said.lemma, 'noun', 'noun')
  d.S = [held]
  d.subjectBefore = true
  d.negated = s.negation !== undefined || s.clause.verbs.some((v) => v.negated)
  const { governor } = s.clause
  if (governor) d.governor = governor
  addPhrase(d, s.chunks[i]!.tok.lemma, holder)
  s.drafts.push(d)
  s.clause.verbs = [...s.clause.verbs, d]
  return true
}

/** «كان الصحفيان محتجزين»: the ending of two and of several is spelt alike. */
function heldTwo(s: ClauseState, said: Group): Group | undefined {
  const subject = bareSubject(s)
  const alike = said.agreement.number === 'plural' && subject?.agreement.number === 'dual'
  return alike && subject.end <= said.start ? subject : undefined
}

/** «وهم محتجزون لدى الحركة»: of those meant by a free pronoun. */
const isHeldPronoun = ({ clause: { topic, verbs } }: ClauseState, said: Group) =>
  topic?.pronoun !== undefined && verbs.length === 0 && !said.definite

/**
 * «عن رجل كان محتجزا في السجن منذ أعوام»: that somebody was held, and where and since when, describes him, and is no circumstance of
 * what is told of him. Gives the last chunk of it.
 */
export function endOfCaptivity(s: ClauseState, i: number): number | undefined {
  const [held, described] = [s.chunks[i + 1], s.clause.antecedent ?? attachedRelative(s, i)]
  if (!described || !held?.group || s.chunks[i]!.tok.reading.role !== 'past') return undefined
  const captive =
    held.group.classes.includes('detainee') ||
    (held.tok.reading.derived === 'passive' && held.tok.reading.verb?.patient)
  if (!captive || held.tok.article || held.group.counted) return undefined
  let end = i + 1
  for (;;) {
    const [next, after] = [s.chunks[end + 1], s.chunks[end + 2]]
    if (next?.kind === 'time') end++
    else if (next?.kind === 'preposition' && HELD_BY.has(next.tok.reading.role ?? '') && after?.group) end += 2
    else return end
  }
}
/** Roles of phrases that say where and when somebody was held. */
const HELD_BY = new Set(['place', 'time', 'on', 'means', 'course'])
