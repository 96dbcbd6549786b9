import { arePeople } from '../../people.js'
import type { ClauseState } from './clause-state.js'
import { closeHeadline, closeReport } from './closing-report.js'
import { areMany, conjoin, conjoinedWith, conjoinVerb } from './conjoined.js'
import { addPhrase, agrees, type Draft, newDraft } from './draft.js'
import type { Group } from './noun-group.js'
import { attachedRelative, isVerbOfDescribed, matches, phraseAntecedent, relativeVerb } from './relative-clauses.js'
import { settleVerb } from './settle-verb.js'
import { describesQuotedAside, describesSpeakerAside, describesSpeakerToo } from './speaker-clauses.js'
import { passesOn } from './subordination.js'
import { takeTopic } from './topic.js'
import type { Tok } from './words.js'

/** Verbs: where one stands among the clauses, which subject comes to it from before, its tense and polarity. */

/** An auxiliary waits for its main verb, or is the verb itself («كان قائدا»). */
export function readAuxiliary(s: ClauseState, i: number): void {
  const chunk = s.chunks[i]!
  if (mainVerbFollows(s, i)) {
    if (s.clause.verbs.length > 0 && s.clause.antecedent === undefined) {
      // «عنصر كانت تعتقله قوات»: what the pronoun on the main verb means is described.
      const main = s.chunks[i + 1]?.kind === 'verb' && s.chunks[i + 2]?.tok.attached === 'after' ? i + 1 : i
      const relative = attachedRelative(s, main)
      if (relative !== undefined) s.clause.antecedent = relative
      else conjoin(s, chunk.tok)
    }
    s.clause.auxiliary = chunk.tok
    if (s.negation) s.clause.auxiliary = { ...chunk.tok, future: chunk.tok.future ?? false }
    return
  }
  readVerb(s, i)
}

/** «كان المتهمون يعتزمون», «باتت المليشيا تملك»: a verb before the clause ends. */
export function mainVerbFollows(s: ClauseState, i: number): boolean {
  let aside = false
  let commas = 0
  for (let k = i + 1; k < s.chunks.length && k <= i + (aside ? 10 : 6); k++) {
    const { kind, tok } = s.chunks[k]!
    // «كان قائد اللواء، المدعو فلان، قد سلّم …»: over what is told of him between commas only "had" goes on.
    if (kind === 'comma' && k > i + 1) {
      aside = true
      commas++
      continue
    }
    // «وكان تقرير، كشف …»: or with one comma too many, a verb of saying.
    const said = k === i + 3 && s.chunks[i + 1]!.group && s.lexicon.saying.has(`${tok.lemma}/verb`)
    if (kind === 'verb' && aside) {
      // «وكانت الحركة، أحد أبرز الفصائل، أعلنت …»
      const opener = s.chunks[i + 1]!.group
      const closed = commas === 2 && s.chunks[k - 1]!.kind === 'comma' && tok.reading.tense === 'past'
      return (
        s.chunks[k - 1]!.kind === 'particle' ||
        said === true ||
        (closed && !!opener && isDoer(opener) && agrees(tok.reading.agreement, opener))
      )
    }
    if (kind === 'verb') {
      // «أن تكون أنقرة أدت …», «وكان الجيش أعلن …»: the past of what has been done, with its doer between.
      const doer = k > i + 1 && s.chunks[i + 1]!.group
      const done =
        doer && isDoer(doer) && agrees(tok.reading.agreement, doer) && s.chunks[k - 1]!.kind !== 'preposition'
      return tok.reading.tense === 'present' || done || s.chunks.slice(i + 1, k).some((c) => c.kind === 'particle')
    }
    if (
      kind !== 'group' &&
      kind !== 'particle' &&
      kind !== 'preposition' &&
      kind !== 'other' &&
      kind !== 'time' &&
      kind !== 'negation'
    )
      return false
  }
  return false
}

const isDoer = (g: Group) =>
  !g.pronoun && g.case !== 'accusative' && (g.definite || g.mention !== undefined || g.classes.includes('group'))

/** Makes a predicate of the verb at `i` and puts it in its place. */
export function readVerb(s: ClauseState, i: number): void {
  const { tok } = s.chunks[i]!
  const d = newDraft(tok, tok.reading.lemma, 'verb', 'finite', tok.reading.verb)
  if (tok.reading.agreement) d.agreement = tok.reading.agreement
  tenseAndPolarity(s, d, tok)
  if (tok.passiveMark || tok.reading.passive) d.passive = true
  if (s.clause.supposed && s.clause.verbs.length === 0 && s.conjunction?.tok.reading.role !== 'then') d.supposed = true
  placeVerb(s, d, i)
  s.drafts.push(d)
  const suffix = s.toks.find((t) => t.start === tok.end && t.attached === 'after')
  if (suffix) {
    // The pronoun is a chunk of its own behind the verb; it is taken up there.
    d.end = tok.end
  }
  s.negation = undefined
  s.particle = undefined
}

/** Negation, particles and auxiliaries before a verb: tense, polarity, modality. */
export function tenseAndPolarity(s: ClauseState, d: Draft, tok: Tok): void {
  const role = s.negation?.reading.role
  d.tense =
    tok.future || role === 'future' || s.particle?.reading.role === 'future' ? 'future' : (tok.reading.tense ?? 'past')
  if (role === 'past') d.tense = 'past'
  if (s.negation) {
    d.negated = true
    d.start = s.negation.start
  }
  const { auxiliary } = s.clause
  // «قد تكون الحركة أرسلت»: before "to be" in the present, too, it is only supposed.
  const supposed = auxiliary?.reading.tense === 'present' && s.particle && s.particle.end <= auxiliary.start
  if (auxiliary) {
    d.modality.push(auxiliary.reading.lemma)
    if (auxiliary.reading.role === 'past' && d.tense === 'present') d.tense = 'past'
    if (auxiliary.reading.tense === 'present' && auxiliary.future) d.tense = 'future'
    s.clause.auxiliary = undefined
  }
  // «ربما حصلت», «قد تحصل»: what hedges does so at any time, «قد» only before what is not yet past.
  if (s.particle && (d.tense === 'present' || isModal(s.particle) || supposed)) d.modality.push(s.particle.lemma)
}

/** «ربما», «على ما يبدو»: a word that hedges what the clause tells. */
export const isModal = ({ reading }: Tok) => reading.role === 'modal'

/** Where a verb stands in the sentence, and which subject comes to it from before. */
export function placeVerb(s: ClauseState, d: Draft, i: number): void {
  if (opensQuotation(s, i)) {
    s.open({ governor: { draft: s.clause.verbs[0]!, as: 'content' } })
    s.conjunction = undefined
  }
  const { clause } = s
  if ((clause.antecedent === null && closeReport(s, d, i)) || closeHeadline(s, d, i)) return
  if (clause.antecedent !== undefined && isCleft(s, i)) clause.antecedent = undefined
  if (clause.antecedent !== undefined) {
    relativeVerb(s, d, clause.antecedent, i)
    takeDoer(d, clause)
    clause.antecedent = undefined
    return
  }
  // «الهجوم الذي استهدف معسكرا وتبناه التنظيم أودى …»: a second clause on the same noun takes it up by the pronoun on its verb.
  const first = clause.verbs.at(-1)
  const again = s.conjunction && s.chunks[i + 1]?.tok.attached === 'after' && s.chunks[i + 1]?.group?.pronoun
  if (again && first?.describes && clause.topic && !s.hasMain()) {
    d.governor = { draft: first, as: 'conjunct', by: s.conjunction!.tok.norm }
    d.describes = true
    clause.verbs.push(d)
    return
  }
  // «إنه ناجم عن عبوة زرعها مجهولون»: with its object on it and its doer behind it, the verb describes what the phrase names.
  const [object, doer] = [s.chunks[i + 1], s.chunks[i + 2]?.group]
  const whole = object?.tok.attached === 'after' && doer && !doer.pronoun && agrees(d.agreement, doer)
  const topical = clause.topic && !(clause.topic.pronoun && whole)
  const described = clause.verbs.length === 0 && !topical && !s.conjunction ? phraseAntecedent(s, i) : undefined
  if (described) {
    relativeVerb(s, d, described, i)
    return
  }
  // «طائرة أطلقها الجيش أصابت مستشفى»: the pronoun on the verb takes up the indefinite group before it.
  const taken = s.chunks[i + 1]?.tok.attached === 'after' ? s.chunks[i + 1]!.group : undefined
  const { topic } = clause
  // «إن قياديا سلّمه بنادق»: with what is given behind it, the pronoun is whoever gets it.
  const gives = d.verb?.ditransitive === true && s.chunks[i + 2]?.group?.classes.some((c) => GOODS.has(c)) === true
  const describes = topic && !topic.definite && taken && matches(taken, topic) && !gives
  if (clause.verbs.length === 0 && describes && !s.conjunction) {
    relativeVerb(s, d, topic, i)
    return
  }
  // «مسلحين يشتبه بانتمائهم … فجروا»: a verb that cannot have the indefinite group before it as subject describes it.
  if (
    clause.verbs.length === 0 &&
    clause.topic &&
    !clause.topic.definite &&
    !s.conjunction &&
    !agrees(d.agreement, clause.topic)
  ) {
    clause.events.push(d)
    d.subjectBefore = true
    return
  }
  if (saysAfterVerdict(s, d)) {
    clause.topic = undefined
    conjoinVerb(s, d)
    return
  }
  if (!s.hasMain() && !(s.conjunction && clause.events.length > 0 && !clause.topic)) {
    if (clause.governor) d.governor = clause.governor
    // «قالت الإدارة إنهم هربوا، أما محاميهم فأكد أن …»: another voice begins beside the one that spoke, not in its words.
    const spoke =
      clause.governor?.as === 'conjunct' && s.lexicon.saying.has(`${d.lemma}/verb`) && conjoinedWith(s, d.tok)
    if (spoke && clause.governor) d.governor = { ...clause.governor, draft: spoke }
    if (clause.according) passesOn(s, d)
    // «إن الخطوة حلقة في سلسلة، فقد أفرجت الجماعة»: behind a conjunction a verb with its subject is a clause of its own.
    const subject = s.conjunction && s.chunks[i + 1]?.group
    // «هناك تعاون بين الجانبين، كما تم عقد صفقات»: so is one that tells of an act which cannot be its object.
    const told = s.lexicon.light.has(d.lemma) && subject && subject.case !== 'accusative'
    // «أما المتحدث فوصف القرار بأنه …»: a thing does not take the place of whoever opened the clause.
    const acts = subject && !(clause.topic && arePeople(clause.topic) && isThing(subject))
    if (acts && (subject.definite || told) && !subject.pronoun && agrees(d.agreement, subject)) {
      const act = clause.events.find((e) => e.event?.group === clause.topic)
      if (act && clause.governor?.as === 'content') act.governor ??= clause.governor
      s.clause.topic = undefined
    }
    if (isAsidePlace(s, d, i)) s.clause.topic = undefined
    if (!clause.topic) {
      const shared = hostSubject(s, d)
      if (shared) d.shared = shared
    }
    takeTopic(s, d)
    for (const v of clause.verbs) settleVerb(v, s.lexicon)
    for (const { preposition, group } of clause.fronted ?? []) addPhrase(d, preposition, group)
    clause.verbs = [d]
    return
  }
  if (goesOnWith(s, d, i)) return
  const relative = s.conjunction ? undefined : attachedRelative(s, i)
  if (isVerbOfDescribed(s, d, relative, i)) return
  if (relative !== undefined) {
    relativeVerb(s, d, relative, i)
    return
  }
  if (describesSpeakerAside(s, d, i) || describesQuotedAside(s, d, i) || tellsTermsOf(s, d, i)) return
  if (closeReport(s, d, i)) return
  if (describesSpeakerToo(s, d, i)) return
  conjoinVerb(s, d)
}

/** «وصف الأنباء بأنها كاذبة، ونفى …»: behind what he said with no verb, whoever spoke says more by one that does not go with it. */
function saysAfterVerdict({ clause: { topic, governor }, conjunction, lexicon }: ClauseState, d: Draft): boolean {
  if (!topic?.pronoun || !conjunction || governor?.as !== 'content' || agrees(d.agreement, topic)) return false
  const { S, agreement } = governor.draft
  return lexicon.saying.has(`${d.lemma}/verb`) && S.length > 0 && agreement?.gender === d.agreement?.gender
}

/** «الحركة التي تقاتل منذ أن طردها الجيش، أعلنت …»: behind the comma the group that opened the clause has its verb. */
function goesOnWith(s: ClauseState, d: Draft, i: number): boolean {
  const { topic, governor } = s.waiting ?? {}
  if (!topic || s.conjunction || s.chunks[i - 1]?.kind !== 'comma' || !agrees(d.agreement, topic)) return false
  if (s.chunks[i + 1]?.tok.attached === 'after') return false
  s.open({ verbs: [d], ...(governor && { governor }) })
  s.waiting = undefined
  if (governor) d.governor = governor
  d.S = [topic]
  d.subjectBefore = true
  return true
}

/** «الجنود الذين كانت الحركة قد أسرتهم», «مواقع كان الجيش قد سيطر عليها»: whoever stood between "was" and the verb. */
function takeDoer(d: Draft, clause: ClauseState['clause']): void {
  const { doer, antecedent } = clause
  delete clause.doer
  if (!doer || !agrees(d.agreement, doer) || !d.S.every((g) => g === antecedent)) return
  d.S = [doer]
  d.subjectBefore = true
}

const isThing = ({ classes, mention }: Group) => mention === undefined && classes.some((c) => SAID.has(c))
/** What is said, decided or written acts only as whoever does so. */
const SAID = new Set(['information', 'statement', 'document', 'deal', 'abstract'])

const GOODS = new Set(['weapon', 'ammunition', 'missile', 'drone', 'explosive', 'equipment', 'money'])
const OPENING = new Set(['«', '“', '"'])
/** «قال مسؤول «أطلق مهاجمون …»»: right behind whoever says it and the mark that opens it, a verb is what is said. */
function opensQuotation(s: ClauseState, i: number): boolean {
  const [says, another] = s.clause.verbs
  const mark = s.chunks[i - 1]
  if (!says || another || !mark || !OPENING.has(mark.tok.text)) return false
  if (s.lexicon.saying.get(`${says.lemma}/verb`) !== 'say' || says.S.length === 0 || says.O.length > 0) return false
  return s.chunks[i - 2]?.group !== undefined && s.chunks[i - 2]!.group!.end <= mark.start
}

/** «أبرما صفقة في الوادي، تقضي بوقف القتال»: behind a comma, too, a verb of what is planned tells what a deal provides for. */
function tellsTermsOf(s: ClauseState, d: Draft, i: number): boolean {
  if (s.conjunction || s.chunks[i - 1]?.kind !== 'comma' || d.tense !== 'present' || d.negated) return false
  if (!s.lexicon.governors.has(`${d.lemma}/verb`) || s.lexicon.saying.has(`${d.lemma}/verb`)) return false
  const next = s.chunks[i + 1]?.group
  if (next && arePeople(next)) return false
  const deal = s.clause.events.findLast((e) => e.event?.group.classes.includes('deal'))?.event?.group
  if (!deal || deal.definite || !agrees(d.agreement, deal)) return false
  relativeVerb(s, d, deal, i)
  return true
}

/** «أكدت أن النخبة هي التي أفرجت عنهم»: the relative word behind the pronoun only stresses who did it. */
function isCleft(s: ClauseState, i: number): boolean {
  const [pronoun, relative] = [s.chunks[i - 2], s.chunks[i - 1]]
  const free = pronoun?.group?.pronoun && pronoun.tok.attached !== 'after'
  return free === true && relative?.kind === 'relative' && s.clause.topic !== undefined && s.clause.verbs.length === 0
}

/** «وفي نيالا، كبرى مدن دارفور، قالت النقابة»: what only tells more of a place is no subject where another stands behind the verb. */
function isAsidePlace(s: ClauseState, d: Draft, i: number): boolean {
  const { topic } = s.clause
  const next = s.chunks[i + 1]?.group
  if (!topic || s.chunks[i - 1]?.kind !== 'comma' || !next || next.pronoun || next.case === 'accusative') return false
  const place = topic.mention === undefined && topic.classes.every((c) => c === 'place' || c === 'area')
  return (
    place && next.classes.some((c) => c === 'person' || c === 'group' || c === 'source') && agrees(d.agreement, next)
  )
}

/** «نفت كوريا أن تكون قد أرسلت الشحنة»: whoever denies, where the verb behind "that" shows a doer by its ending only. */
const deniedBy = ({ lexicon }: ClauseState, { governor, modality }: Draft): Draft | undefined =>
  governor?.as === 'content' && modality.length > 0 && lexicon.saying.get(`${governor.draft.lemma}/verb`) === 'deny'
    ? governor.draft
    : undefined

/** «اقتحموا المقر قبل أن ينسحبوا», «هاجم الجيش القرية بعدما عاد إليها»: with no subject of its own the clause goes on with its host's. */
function hostSubject(s: ClauseState, d: Draft): Group[] | undefined {
  const host = d.governor?.as === 'adverbial' ? d.governor.draft : deniedBy(s, d)
  const many = d.agreement?.number === 'plural' || d.agreement?.number === 'dual'
  if (!host || host.start > d.start) return undefined
  if (d.governor?.as === 'adverbial' && !many && d.verb?.transitive !== false) return undefined
  // «اعتقلت القوة مسلحين قبل أن يتمكنوا من …»: whoever is stopped before he managed something is he to whom it was done.
  const before = s.lexicon.forms.get(d.governor?.by ?? '')?.some((r) => r.role === 'before')
  const stopped = before && host.verb?.transitive ? host.O.filter((g) => arePeople(g) && agrees(d.agreement, g)) : []
  if (stopped.length > 0 && !stopped[0]!.pronoun) return stopped
  const subject = host.S.length > 0 ? host.S : (host.shared ?? [])
  return subject.some((g) => agrees(d.agreement, g) && !areMany(d, g)) ? subject : undefined
}
