import { arePeople } from '../../people.js'
import type { ClauseState } from './clause-state.js'
import { agrees, type Draft } from './draft.js'
import type { Group } from './noun-group.js'
import { matches } from './relative-clauses.js'

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
  d.topic = topic
  if (agrees(d.agreement, topic) || topic.pronoun) {
    d.S = [topic]
    d.subjectBefore = true
  }
  s.clause.topic = undefined
}

/**
 * «الكمين نفذته عناصر من التنظيم», «السفينة احتجزتها البحرية»: with whoever acts behind the pronoun on the verb, it means what
 * opened the clause.
 */
export function resumedTopic(s: ClauseState, d: Draft, pronoun: Group, i: number): Group | undefined {
  const { topic } = d
  const doer = s.chunks[i + 1]?.group
  const says = s.lexicon.saying.get(`${d.lemma}/verb`)
  if (!topic?.definite || topic.pronoun || !d.verb?.transitive || (says && says !== 'accuse')) return undefined
  if (!doer || doer.pronoun || doer.case === 'accusative' || !acts(doer)) return undefined
  if (!matches(pronoun, topic) || !agrees(d.agreement, doer) || (d.verb.ditransitive && !doer.definite))
    return undefined
  d.S = []
  d.subjectBefore = false
  return topic
}

/** «البحرية الإيرانية» may act as «المسلحون» do; a thing does not. */
const acts = (g: Group) => arePeople(g) || (g.definite && (g.classes.length === 0 || g.mention !== undefined))

/** «تم», «جرى», «ينبغي»: a verb whose subject is the act that is done or called for. */
const isImpersonal = ({ lemma, verb }: Draft, { lexicon }: ClauseState) =>
  lexicon.light.get(lemma)?.some((l) => l.link === 'S') === true ||
  (verb?.control === 'object' &&
    !verb.transitive &&
    lexicon.governors.has(`${lemma}/verb`) &&
    !lexicon.saying.has(`${lemma}/verb`))
