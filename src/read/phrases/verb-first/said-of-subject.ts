import type { ClauseState } from './clause-state.js'
import { agrees } from './draft.js'
import type { Group } from './noun-group.js'

/**
 * Of whom an indefinite adjective or participle is said, in a clause with no verb but "was": «الجماعة متهمة بخطف …», «كان
 * الفصيل مستعدا لتسليم …». Whatever it governs is that one's act; it is no party of its own.
 */
export function subjectSaid(s: ClauseState, said: Group): Group | undefined {
  if (said.definite || said.counted || said.mention !== undefined) return undefined
  const subject = bareSubject(s)
  if (!subject?.definite || subject === said || subject.end > said.start) return undefined
  const { number, feminine } = said.agreement
  return agrees({ person: 3, number, gender: feminine ? 'feminine' : 'masculine' }, subject) ? subject : undefined
}

/** The subject of a clause with no verb but "was": its topic, or whoever was. */
export function bareSubject({ clause: { verbs, topic } }: ClauseState): Group | undefined {
  const [verb, other] = verbs
  if (!verb) return topic
  return !other && verb.tok.pos === 'auxiliary' ? verb.S[0] : undefined
}
