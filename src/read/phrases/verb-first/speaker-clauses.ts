import type { ClauseState } from './clause-state.js'
import { agrees, type Draft } from './draft.js'
import { relativeVerb } from './relative-clauses.js'

/** Clauses that describe whoever speaks, between the verb of saying and what he says. */

/** «كشف ضابط انشق عن الجيش ووصل إلى البلدة أن …»: until a verb of saying has said something, a second verb describes its speaker too. */
export function describesSpeakerToo(s: ClauseState, d: Draft, i: number): boolean {
  const [first, says] = [s.clause.verbs.at(-1), s.clause.verbs.find((v) => !v.describes)]
  const speaker = says?.S[0]
  if (!s.conjunction || !first?.describes || !says || !speaker || first.S[0] !== speaker || says.O.length > 0)
    return false
  if (!s.lexicon.saying.has(`${says.lemma}/verb`) || s.lexicon.saying.has(`${d.lemma}/verb`)) return false
  if (!agrees(d.agreement, speaker) || d.agreement?.number !== first.agreement?.number) return false
  const next = s.chunks.slice(i + 1).find((c) => c.kind === 'subordinator' || c.kind === 'stop' || c.kind === 'verb')
  if (next?.kind !== 'subordinator' || next.tok.reading.role !== 'content') return false
  d.governor = { draft: first, as: 'conjunct', by: s.conjunction.tok.norm }
  d.S = [speaker]
  d.subjectBefore = true
  d.describes = true
  s.clause.verbs.push(d)
  return true
}

/** «نفى قيادي في الحركة، تحدث إلى الصحيفة هاتفيا، وجود أي تعاون»: between commas a verb on an indefinite speaker who has said nothing yet. */
export function describesSpeakerAside(s: ClauseState, d: Draft, i: number): boolean {
  const [says] = s.clause.verbs
  const [speaker] = says?.S ?? []
  if (!says || !speaker || speaker.definite || s.conjunction || says.O.length > 0) return false
  if (!s.lexicon.saying.has(`${says.lemma}/verb`) || !agrees(d.agreement, speaker)) return false
  if (s.chunks[i - 1]?.kind !== 'comma' || s.chunks[i - 2]?.group?.end !== speaker.end) return false
  if (!closesWithComma(s, i)) return false
  relativeVerb(s, d, speaker, i)
  return true
}

const closesWithComma = (s: ClauseState, i: number) =>
  s.chunks.slice(i + 1).find((c) => c.kind === 'comma' || c.kind === 'subordinator' || c.kind === 'stop')?.kind ===
  'comma'

/** «نقلت الوكالة عن ضابط، طلب عدم كشف اسمه، قوله إن …»: so does one on an indefinite person whom somebody quotes. */
export function describesQuotedAside(s: ClauseState, d: Draft, i: number): boolean {
  const [quotes] = s.clause.verbs
  const quoted = s.chunks[i - 2]?.group
  const about = s.chunks.findLast((c, k) => k < i - 2 && c.kind === 'preposition')?.tok.reading.role === 'about'
  if (!quotes || !quoted || !about || quoted.definite || s.conjunction || s.chunks[i - 1]?.kind !== 'comma')
    return false
  if (s.lexicon.saying.get(`${quotes.lemma}/verb`) !== 'quote' || !agrees(d.agreement, quoted)) return false
  if (!Object.values(quotes.P).some((groups) => groups.includes(quoted)) || !closesWithComma(s, i)) return false
  relativeVerb(s, d, quoted, i)
  return true
}
