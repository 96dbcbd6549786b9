import type { ClauseState } from './clause-state.js'
import { agrees, type Draft } from './draft.js'
import type { Group } from './noun-group.js'
import { takeTopic } from './topic.js'
import type { Tok } from './words.js'

/** Coordinated verbs: which one a verb goes on from, and whose subject it shares. */

/** Opens a coordinated clause whose verb is still to come. */
export function conjoin(s: ClauseState, tok: Tok): void {
  const partner = conjoinedWith(s, tok)
  s.open(
    partner
      ? { governor: { draft: partner, as: 'conjunct', ...(s.conjunction && { by: s.conjunction.tok.norm }) } }
      : {},
  )
}

/** Opens a coordinated clause with its verb, and notes the subject it may share. */
export function conjoinVerb(s: ClauseState, d: Draft): void {
  const host = conjoinedWith(s, d.tok)
  // «إن لم ينسحبوا فستهاجمهم القبائل»: what follows from a condition is no part of it.
  const follows = host?.supposed && s.conjunction?.tok.reading.role === 'then'
  const partner = follows ? undefined : host
  const { topic } = s.clause
  s.open({ ...(topic && { topic }) })
  if (partner) {
    d.governor = { draft: partner, as: 'conjunct', ...(s.conjunction && { by: s.conjunction.tok.norm }) }
    const shared = outcomeOf(s, d, partner) ?? subjectFor(s, d, partner)
    if (shared) d.shared = shared
    // «اتهمه بزرع العبوة التي انفجرت بدورية وأودت بحياة جنديين»: a verb that only goes with what is described goes on describing it.
    // «لم يعرف من نصب الكمين الذي أصاب القافلة وأدى إلى …»: nor what the act led to with what is asked about it.
    const goesWith = (x: Draft) => x.S === shared || (partner.supposed && x.governor?.draft.event?.group === shared![0])
    const describes = shared && s.drafts.find((x) => x !== partner && x.governor?.as === 'relative' && goesWith(x))
    if (describes) d.governor.draft = describes
    if (d.agreement?.number !== 'singular') d.subjectBefore = true
  }
  takeTopic(s, d)
  s.clause.verbs = [d]
}

/** The verb that a coordinated one belongs to: of verbs of saying another verb of saying, else the last one. */
export function conjoinedWith(s: ClauseState, tok: Tok): Draft | undefined {
  const verbs = s.drafts.filter((d) => d.pos === 'verb' && d.form === 'finite')
  const says = (d: Draft) => s.lexicon.saying.has(`${d.lemma}/verb`)
  if (s.lexicon.saying.has(`${tok.reading.lemma}/verb`) && !carriesOff(s, tok)) return verbs.find(says) ?? verbs.at(-1)
  const inner = verbs.filter((d) => d.governor?.as !== 'relative' && !d.inserted)
  // «أوقفوا قاربا يُعتقد أنه كان في طريقه إليهم، واعتقلوا طاقمه»: what is said within a description goes on with its own subject only.
  const last = inner.findLast((d) => !isDescribing(d) || d.S.some((g) => agrees(tok.reading.agreement, g)))
  return last ?? inner.at(-1) ?? verbs.at(-1)
}

/** Whether a verb stands in what a describing clause says. */
function isDescribing({ governor }: Draft): boolean {
  for (let up = governor; up && up.as !== 'conjunct'; up = up.draft.governor) if (up.as === 'relative') return true
  return false
}

/** «أخرجت العناصر ونقلتهم إلى …»: with a pronoun on it and nobody "from" whom, a verb of quoting moves somebody. */
function carriesOff(s: ClauseState, tok: Tok): boolean {
  const i = s.chunks.findIndex((c) => c.tok === tok)
  if (s.lexicon.saying.get(`${tok.reading.lemma}/verb`) !== 'quote' || s.chunks[i + 1]?.tok.attached !== 'after')
    return false
  const end = s.chunks.findIndex(
    (c, k) => k > i && (c.kind === 'comma' || c.kind === 'stop' || c.kind === 'subordinator'),
  )
  return !s.chunks.slice(i, end < 0 ? undefined : end).some((c) => c.tok.reading.role === 'about')
}

/** «نجا من انفجار وأدى إلى مقتل مرافقيه»: what leads to deaths is the act just told, not who was hit by it. */
function outcomeOf(s: ClauseState, d: Draft, { S, O }: Draft): Group[] | undefined {
  if (!s.lexicon.classes.get(d.lemma)?.includes('outcome')) return undefined
  const act = s.drafts.findLast(
    (x) => x.event?.group.classes.includes('violence') && agrees(d.agreement, x.event.group),
  )
  // «أحبط الجيش محاولة تسلل وأوقع قتلى في صفوفهم»: of an act that somebody dealt with he goes on to tell.
  const dealt = act?.event && O.includes(act.event.outer ?? act.event.group) && S.some((g) => agrees(d.agreement, g))
  return act?.event && !dealt ? [act.event.group] : undefined
}

/** The subject of the verb that a coordinated one belongs to, or the nearest other one that agrees with it. */
export function subjectFor(s: ClauseState, d: Draft, partner: Draft): Group[] | undefined {
  const subjects = [
    partner.S,
    // «إن قوة أُنزلت في الموقع وضبطت …»: what was done to it is its verb's subject.
    partner.tok.passiveMark ? [...partner.S, ...partner.O].filter((g) => g.classes.includes('group')) : [],
    partner.shared ?? [],
    ...s.drafts
      .filter((x) => x.pos === 'verb')
      .reverse()
      .map((x) => x.S),
  ]
  // «نفت «الراية» ما تردد، وقالت …»: a verb in the form of its partner's goes with that one's subject, whatever gender a name shows.
  const alike = d.agreement?.gender === partner.agreement?.gender && d.agreement?.number === partner.agreement?.number
  const fits = (g: Group) => agrees(d.agreement, g) || (alike && g.end > partner.start && partner.S.includes(g))
  return subjects.find((s) => s.length > 0 && s.some((g) => fits(g) && !areMany(d, g)))
}

/** «خطف مسلحون طبيبتين ثم أفرج عنهما»: behind people in the plural their verb is in the plural too; this one is not theirs. */
export const areMany = ({ agreement }: Draft, { agreement: { number, human }, pronoun, measure }: Group) =>
  agreement?.number === 'singular' && number !== 'singular' && human && !pronoun && !measure
