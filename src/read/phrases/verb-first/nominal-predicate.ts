import type { ClauseState } from './clause-state.js'
import { agrees, newDraft } from './draft.js'
import type { Group } from './noun-group.js'
import { bareSubject } from './said-of-subject.js'

const ROLES = new Set(['leader', 'fighter', 'soldier', 'official', 'person'])
const PEOPLE = new Set([...ROLES, 'victim', 'detainee', 'attacker'])

/**
 * «إن القتيل قيادي في الحركة», «كان الموقوف عضوا في الخلية»: in a clause with no verb but "was", an indefinite noun for one who
 * serves a body says of the subject what he is. The noun is the predicate, its genitive the body.
 */
export function readRoleSaid(s: ClauseState, role: Group): boolean {
  const subject = bareSubject(s)
  if (!subject || subject === role || subject.end > role.start || subject.pronoun || subject.members) return false
  if (role.definite || role.counted || role.members || !isOne(role, ROLES) || !isOne(subject, PEOPLE)) return false
  if (!(subject.definite || subject.of?.definite || subject.mention !== undefined)) return false
  const { number, feminine } = role.agreement
  if (!agrees({ person: 3, number, gender: feminine ? 'feminine' : 'masculine' }, subject)) return false
  const tok = s.toks[role.headTok]!
  if (tok.pos !== 'noun' || tok.mention !== undefined) return false
  const [was] = s.clause.verbs
  const d = newDraft(tok, tok.lemma, 'noun', 'finite')
  d.tense = was?.tense ?? 'present'
  d.end = role.end
  d.S = role.apposed ? [subject, role.apposed as Group] : [subject]
  if (role.of) d.G = [role.of]
  if (role.nisba) d.X = [role.nisba]
  if (s.negation) d.negated = true
  s.negation = undefined
  const governor = was ? { draft: was, as: 'complement' as const } : s.clause.governor
  if (governor) d.governor = governor
  s.drafts.push(d)
  s.clause.events.push(d)
  return true
}

/**
 * «إن القتلى عشرة», «أن عددهم 77 قتيلا», «عدد الضحايا تسعة»: in a clause with no verb a number says of the victims, or of their
 * number, how many they are. Who is counted is the predicate, the number its object.
 */
export function readTollSaid(s: ClauseState, many: Group): boolean {
  const { topic, verbs } = s.clause
  if (verbs.length > 0 || !topic || topic === many || topic.end > many.start || topic.pronoun || topic.members)
    return false
  if (s.conjunction || !(many.quantity ?? many.members?.[0]?.quantity)) return false
  const whose = topic.of
  const counts =
    topic.classes.includes('measure') && (whose?.pronoun !== undefined || whose?.classes.includes('victim') === true)
  if (!counts && !(topic.definite && !topic.counted && topic.classes.includes('victim'))) return false
  // «عدد القتلى»: of those whose number it is.
  const tok = s.toks[(counts && whose && !whose.pronoun ? whose : topic).headTok]!
  if (tok.pos !== 'noun') return false
  const d = newDraft(tok, tok.lemma, 'noun', 'finite')
  d.tense = 'present'
  d.end = many.end
  d.O = [many]
  if (s.clause.governor) d.governor = s.clause.governor
  s.drafts.push(d)
  s.clause.events.push(d)
  return true
}

const isOne = ({ agreement: { number }, classes, mention, of }: Group, sorts: ReadonlySet<string>) =>
  number === 'singular' && (classes.some((c) => sorts.has(c)) || (mention !== undefined && !of))
