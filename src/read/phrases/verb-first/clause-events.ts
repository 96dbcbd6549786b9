import type { ClauseState } from './clause-state.js'
import { type Draft, newDraft } from './draft.js'
import type { EventNoun } from './event-nouns.js'
import type { Group } from './noun-group.js'
import { isModal } from './place-verb.js'
import { subjectSaid } from './said-of-subject.js'

/** Event nouns of a group become predicates of the clause. */

/** «خروج القوات من المدينة وتسليمها»: an event noun coordinated over other words with the last one. */
export function conjoinEvent(s: ClauseState, events: readonly EventNoun[]): boolean {
  let partner = s.clause.events.filter((d) => d.event).at(-1)
  if (!partner) return false
  // «وقف القتال وتبادل الأسرى»: with the act, not with what is its genitive.
  while (partner.governor?.as === 'of' && partner.governor.draft.event?.verb) partner = partner.governor.draft
  addEvents(s, events, { draft: partner, as: 'conjunct', by: s.conjunction!.tok.norm })
  return true
}

/** Makes predicates of the event nouns of a group; `governor` governs the outermost, each inner one hangs on its outer. */
export function addEvents(s: ClauseState, events: readonly EventNoun[], governor: Draft['governor'] | undefined): void {
  let above = governor
  const made = new Map<Group, Draft>()
  for (const event of events) {
    const tok = s.toks[event.group.headTok]!
    const refrains = made.size === 0 && s.negation?.reading.role === 'noun' && tok.classes.includes('idiom')
    if (refrains) {
      refraining(s, event, governor)
      made.set(event.group, s.clause.events.at(-1)!)
      continue
    }
    const d = newDraft(tok, tok.lemma, 'noun', 'noun', event.verb)
    d.event = event
    const of = event.group.of ?? event.shared
    if (of) d.G = [of]
    if (event.group.nisba) d.X = [event.group.nisba]
    const whose = tok.pos === 'adjective' ? subjectSaid(s, event.group) : undefined
    if (whose) d.S = [whose]
    const outer = event.outer && made.get(event.outer)
    if (outer) d.governor = { draft: outer, as: 'of' }
    else if (above) d.governor = above
    else if (governor) d.governor = governor
    const isFirst = made.size === 0
    // «من المرتقب الإفراج عنهم»
    if (isFirst && s.particle && isModal(s.particle) && s.clause.verbs.length === 0) d.modality.push(s.particle.lemma)
    // «لا صلة للحركة بـ…»: so does the negation right before a noun that has nothing else.
    // «غير قادرة على …»: an adjective is denied by a word of its own.
    const denies = tok.pos === 'adjective' ? ['noun', 'adjective'] : ['noun']
    if (s.negation && denies.includes(s.negation.reading.role ?? 'noun') && isFirst) {
      d.negated = true
      s.negation = undefined
    }
    if (!isFirst && !outer) d.governor = governor
    above = undefined
    made.set(event.group, d)
    s.drafts.push(d)
    s.clause.events.push(d)
  }
}

/** «بعدم مهاجمة …»: to refrain is an act of its own, named by the negation; what is not done is its genitive. */
export function refraining(s: ClauseState, event: EventNoun, governor: Draft['governor'] | undefined): void {
  const tok = s.negation!
  const d = newDraft(tok, tok.lemma, 'noun', 'noun')
  d.event = event
  d.G = [event.group]
  if (governor) d.governor = governor
  s.negation = undefined
  s.drafts.push(d)
  s.clause.events.push(d)
}

/** Whether `inner` is the group or the last genitive of it, so that the next chunk touches it. */
export function endsWith(group: Group, inner: Group): boolean {
  for (let g: Group | undefined = group; g; g = g.of) {
    if (g === inner || g.members?.includes(inner)) return true
  }
  return false
}
