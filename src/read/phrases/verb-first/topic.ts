import type { ClauseState } from './clause-state.js'
import { agrees, type Draft } from './draft.js'

/** Gives a verb the group before it as subject, where they agree. */
export function takeTopic(s: ClauseState, d: Draft): void {
  const { topic } = s.clause
  if (!topic) return
  // «أعلنت أنه قصفت القوات …»: a pronoun that stands for the whole clause goes with no verb of another gender.
  const { gender, number } = topic.pronoun ?? {}
  const whole = gender === 'masculine' && number === 'singular' && d.agreement?.gender === 'feminine'
  // «إنه سيتم إطلاق …», «أنه ينبغي تسليم …»: before a verb whose subject is an act the pronoun stands for nothing.
  const empty = gender === 'masculine' && number === 'singular' && topic.pronoun && isImpersonal(d, s)
  if (whole || empty) {
    s.clause.topic = undefined
    return
  }
  if (agrees(d.agreement, topic) || topic.pronoun) {
    d.S = [topic]
    d.subjectBefore = true
  }
  s.clause.topic = undefined
}

/** «تم», «جرى», «ينبغي»: a verb whose subject is the act that is done or called for. */
const isImpersonal = ({ lemma, verb }: Draft, { lexicon }: ClauseState) =>
  lexicon.light.get(lemma)?.some((l) => l.link === 'S') === true ||
  (verb?.control === 'object' &&
    !verb.transitive &&
    lexicon.governors.has(`${lemma}/verb`) &&
    !lexicon.saying.has(`${lemma}/verb`))
