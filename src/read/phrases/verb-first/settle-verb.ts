import { arePeople, PEOPLE } from '../../people.js'
import type { Draft } from './draft.js'
import { hasImpliedSubject, impliedSubject } from './implied-subject.js'
import type { Lexicon } from './lexicon.js'

const CAN_ACT = new Set([
  ...PEOPLE,
  'source',
  'outlet',
  'event',
  'violence',
  'document',
  'statement',
  'deal',
  'talks',
  'plan',
  'abstract',
  'campaign',
  'weapon',
  'drone',
  'missile',
  'aircraft',
  'ship',
  'explosive',
  'vehicle',
  'checkpoint',
  'convoy',
  'place',
  'training',
  'support',
])

/**
 * Decides, once a clause is read, what an unvocalised verb leaves open: a verb of harm with one person and nothing else
 * is passive («قتل جنديان»), and so is a transitive verb whose only group cannot act («دُمّر منزل»).
 */
export function settleVerb(d: Draft, lexicon: Lexicon): void {
  if (d.closed) return
  d.closed = true
  if (d.pos !== 'verb') return
  if (d.S.length === 0 && d.shared && !d.passive) d.S = d.shared.filter((g) => g !== d.O[0])
  if (d.O2.length === 0 && accusesSubject(d, lexicon)) {
    d.O2 = d.S
    d.S = []
  }
  const subject = d.S[0]
  if (d.passive) {
    if (d.O.length === 0 && subject) {
      d.O = d.S
      d.S = []
    } else if (subject && !subject.classes.some((c) => c === 'group' || c === 'person')) {
      // «مبلغ سُلّم نقدا»: a thing is what is given, whatever else stands behind the verb.
      d.O = d.S
      d.S = []
    }
    if (d.agents) d.S = d.agents
    return
  }
  if (!subject && hasImpliedSubject(d, lexicon)) {
    d.S = [impliedSubject(d)]
    return
  }
  if (d.form !== 'finite' || d.O.length > 0) return
  if (!subject) {
    // «أفرج عن الصحفي»: a singular verb with no subject anywhere.
    if (
      d.agreement?.number === 'singular' &&
      d.agreement.gender === 'masculine' &&
      d.verb &&
      !d.subjectBefore &&
      !lexicon.saying.has(`${d.lemma}/verb`)
    )
      d.passive = true
    return
  }
  // «سيُطلق سراحهم»: where no person stands behind it, the sign of the passive is one.
  if (d.tok.eitherMark && !d.subjectBefore && !arePeople(subject) && !lexicon.saying.has(`${d.lemma}/verb`)) {
    d.passive = true
    d.O = d.S
    d.S = []
    return
  }
  if (!d.verb?.transitive || lexicon.saying.has(`${d.lemma}/verb`) || lexicon.light.has(d.lemma)) return
  const inert =
    !d.subjectBefore &&
    subject.mention === undefined &&
    subject.classes.length > 0 &&
    !subject.classes.some((c) => CAN_ACT.has(c))
  const harmed = d.verb.patient && !isMeans(subject.classes)
  if (harmed || inert) {
    d.passive = true
    d.O = d.S
    d.S = []
  }
}

/** «وحمّل الجيش مسؤولية القصف»: with nobody else whom it accuses, whoever stands behind the verb is accused. */
const accusesSubject = (d: Draft, lexicon: Lexicon) =>
  lexicon.saying.get(`${d.lemma}/verb`) === 'accuse' &&
  d.verb?.ditransitive === true &&
  !d.passive &&
  !d.subjectBefore &&
  d.S.length === 1 &&
  d.O.length === 1 &&
  d.O2.length === 0 &&
  d.O[0]!.start > d.S[0]!.end &&
  d.O[0]!.mention === undefined &&
  !d.O[0]!.classes.some((c) => (PEOPLE as readonly string[]).includes(c) || c === 'group')

const isMeans = (classes: readonly string[]) =>
  classes.some((c) => c === 'violence' || c === 'event' || c === 'weapon' || c === 'drone' || c === 'missile')
