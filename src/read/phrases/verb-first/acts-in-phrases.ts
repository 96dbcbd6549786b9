import { arePeople } from '../../people.js'
import { addEvents } from './clause-events.js'
import type { ClauseState } from './clause-state.js'
import { newDraft } from './draft.js'
import type { EventNoun } from './event-nouns.js'
import type { Group } from './noun-group.js'
import { bareSubject, subjectSaid } from './said-of-subject.js'
import type { Tok } from './words.js'

/** Acts told in a phrase behind the people or the body that they are put down to. */

/** «المسؤولين عن اغتيال …», «متهمون بتفجير …»: behind a word for culprits stands what they did. */
export function actOfCulprits(s: ClauseState, before: Group, events: readonly EventNoun[], by: string): boolean {
  const people = before.members?.at(-1) ?? before
  const bare = people.modifiers.length === 0 && !people.of
  // «ثلاثة مقاتلين متهمين باغتيال …»: the adjective right before the deed says whose it is.
  const head = bare ? s.toks[people.headTok] : s.toks.find((t) => t.end === people.end)
  if (!events[0]?.verb || !head || !s.lexicon.classes.get(head.lemma)?.includes('culprit')) return false
  const made = s.clause.events.length
  const main = s.clause.verbs.at(-1) ?? s.clause.events.at(-1)
  addEvents(s, events, main && { draft: main, as: 'adverbial', by })
  const act = s.clause.events[made]!
  act.S = [subjectSaid(s, people) ?? people]
  act.modality.push(head.lemma)
  return true
}

/** «التنظيم وراء الهجوم», «أن تكون الحركة خلف التفجير»: with no verb of its own, whoever stands behind a deed did it. */
export function isBehindDeed(
  s: ClauseState,
  key: string,
  group: Group,
  events: readonly EventNoun[],
  at: number,
): boolean {
  const [event] = events
  if (event?.group !== group || !group.classes.includes('violence')) return false
  const stands = [...s.lexicon.light.values()].flat().some((l) => l.link === key && l.agent === 'subject')
  const [verb] = s.clause.verbs
  const bare = bareSubject(s)
  if (!stands || !bare || !(arePeople(bare) || bare.pronoun) || s.chunks[at + 1]?.kind === 'verb') return false
  const made = s.clause.events.length
  const governor = verb ? { draft: verb, as: 'complement' as const, by: key } : s.clause.governor
  addEvents(s, events, governor)
  const act = s.clause.events[made]!
  act.S = [bare]
  if (act.verb?.transitive && act.G.length > 0) {
    act.O = act.G
    act.G = []
  }
  s.conjunction = undefined
  return true
}

/** «ضبطت الشرطة خلية لتهريب السلاح»: right behind an indefinite body stands what it is there for; nobody else does that. */
export function actOfCell(s: ClauseState, body: Group, events: readonly EventNoun[], by: string): boolean {
  const bare = !body.definite && body.mention === undefined && !body.pronoun && !body.of && !body.members
  const main = s.clause.verbs.at(-1)
  if (!bare || !body.classes.includes('group') || !events[0]?.verb || !main || isOfTalks(s, body)) return false
  const made = s.clause.events.length
  addEvents(s, events, { draft: main, as: 'relative', by })
  s.clause.events[made]!.S = [body]
  return true
}

/** «بعد وساطات من جهات محلية للإفراج عنهم»: what others talked or mediated for, they do not do themselves. */
function isOfTalks({ chunks }: ClauseState, body: Group): boolean {
  const at = chunks.findIndex((c) => c.group === body)
  return chunks[at - 1]?.kind === 'preposition' && chunks[at - 2]?.group?.classes.includes('talks') === true
}

/** «بالتنسيق مع الحركة»: a phrase that tells an act of its own, with the group behind it as its genitive. */
export function actOfPhrase(s: ClauseState, tok: Tok, group: Group): void {
  const main = s.clause.verbs.at(-1) ?? s.clause.events[0]
  if (!main) return
  const d = newDraft(tok, tok.lemma, 'noun', 'noun')
  d.G = [group]
  d.governor = { draft: main, as: 'adverbial', by: tok.lemma }
  d.joins = true
  s.drafts.push(d)
}
