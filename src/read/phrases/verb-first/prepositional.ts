import type { Government } from '../../analysis.js'
import { arePeople, PEOPLE } from '../../people.js'
import { actOfCell, actOfCulprits, actOfPhrase, isBehindDeed } from './acts-in-phrases.js'
import { heldBy } from './captivity.js'
import { addEvents, endsWith } from './clause-events.js'
import type { ClauseState } from './clause-state.js'
import { conjoin } from './conjoined.js'
import { addPhrase, type Draft, newDraft } from './draft.js'
import { type EventNoun, eventsOf } from './event-nouns.js'
import { isQuote } from './group-boundary.js'
import type { Group } from './noun-group.js'
import { matches } from './relative-clauses.js'
import type { Tok } from './words.js'

/** Prepositional phrases: given to every predicate of the clause; selection by the frames attaches them. */

/** Takes up a preposition with its group; gives the index of the last chunk that was used up. */
export function readPreposition(s: ClauseState, i: number): number {
  const { tok } = s.chunks[i]!
  const next = s.chunks[i + 1]
  // «بعدم مهاجمة»: the negation stands between preposition and noun.
  const negated = next?.kind === 'negation' && s.chunks[i + 2]?.group ? 1 : 0
  // «بالتنسيق مع «الجبهة»»: a quotation mark does not part them.
  const quoted = isQuote(next?.tok) && s.chunks[i + 2]?.group ? 1 : 0
  const at = i + 1 + negated + quoted
  const group = topicUnder(s, at) ?? s.chunks[at]?.group
  if (!group) return i
  if (negated) s.negation = next!.tok
  const key = tok.lemma
  const role = tok.reading.role
  // «سبعة أشخاص، بينهم موظف»: a part of those just named is no party of its own.
  const before = s.chunks[i - 1]
  const listed = before?.kind === 'comma' || (role === 'between' && before?.group?.counted === true)
  if (group.pronoun && (role === 'between' || role === 'source') && listed) {
    const part = s.chunks[at + 1]
    if (part?.group && !part.group.pronoun && s.chunks[at + 2]?.kind !== 'verb') return at + 1
  }
  if (heldBy(s, i, group)) return at
  if (role === 'possession' && s.clause.verbs.every((v) => v.tok.pos === 'auxiliary')) {
    readPossession(s, i, group)
    return at
  }
  if (s.conjunction && opensClause(s, i, at)) {
    conjoin(s, tok)
    s.conjunction = undefined
  }
  if (s.conjunction) backToHost(s, key)
  else if (s.chunks[i - 1]?.kind === 'comma') endDescription(s)
  if (role === 'place' && s.clause.verbs.length === 0 && isSite(group))
    s.clause.fronted = [...(s.clause.fronted ?? []), { preposition: key, group }]
  // «استولت على مخزن وفيه خمس قواعد»: "and in it there are" is a clause of its own.
  const there = s.chunks[at + 1]
  if (
    s.conjunction &&
    group.pronoun &&
    role === 'place' &&
    there?.group &&
    !there.group.pronoun &&
    s.clause.verbs.length > 0
  ) {
    s.open({})
    s.clause.topic = there.group
    return at + 1
  }
  if (role === 'to' && isAccused(s, group)) {
    s.conjunction = undefined
    return at
  }
  const touched = touchedEvent(s, i)
  // «جرى تزويدهم … من قبل الحركة»: who does what a supporting verb carries does the noun's act.
  const verb = s.clause.verbs.at(-1)
  const carried =
    verb && s.lexicon.light.get(verb.lemma)?.some((l) => l.link === 'S')
      ? s.clause.events.find((d) => d.event && verb.S.includes(d.event.group))
      : undefined
  const acting = touched ?? carried ?? verb
  // «التفجير الذي قتل فيه خمسة»: a pronoun for an act tells of no other.
  const events = s.chunks[at]!.tok.attached === 'after' ? [] : eventsOf(group, s.toks, s.lexicon)
  // «حذر مسؤولون من هجوم»: behind "from" stands nobody's own deed.
  const people = role === 'source' ? undefined : before?.group
  if (people && events[0]?.group === group && actOfCulprits(s, people, events, key)) {
    s.conjunction = undefined
    return at
  }
  const apart = s.clause.verbs.findLast((v) => v.apart)
  const aimed =
    touched && AIMS.has(role ?? '')
      ? (aimedOnly(touched) ?? (role === 'against' ? heldTo(touched) : undefined))
      : undefined
  // «لقاء مبلغ لم يكشف عنه»: right behind a verb that describes, a pronoun for what is described is in nobody else's phrase.
  const takenUp = s.chunks[at]!.tok.attached === 'after' && s.chunks[i - 1]?.tok === verb?.tok && verb?.describes
  for (const d of [...s.clause.verbs, ...s.clause.events]) {
    if ((aimed && !aimed.has(d)) || (takenUp && d !== verb)) continue
    // «بعد أسبوع من الخطف هاجم مسلحون ثكنة للجيش»: what follows the verb is no part of the time told before it.
    if (d.event && d.anchors && verb && verb.start > d.end) continue
    // «سلمت الطائرات إلى الحركة، واصفا ذلك بالأكاذيب»
    if (apart && d.start < apart.start) continue
    if (role === 'agent') {
      if (d === acting) {
        if (d.pos === 'noun') d.S.push(group)
        // «تلقى المقاتلون دورة على أيدي خبير»: a verb that has both its nouns is active; by whom is a circumstance.
        // So is one that takes no object: «خضعوا لدورة على أيدي خبير».
        else if (!d.passive && (d.S.length + d.O.length + d.O2.length > 1 || d.verb?.transitive === false))
          addPhrase(d, key, group)
        else {
          d.agents = [...(d.agents ?? []), group]
          d.passive = true
        }
      }
    } else if (role === 'to' && d === touched && suffersBehind(d, group, tok, events.length > 0)) {
      if (d.G.length > 0) d.S = d.G
      d.G = []
      d.O = [group]
    } else if (role === 'to' && d === touched && belongsTo(d, group)) {
      // «مقتل جنود في كمين للحركة»: told with whom it killed, an ambush is theirs who laid it.
      if (isHarm(s, d.governor?.draft)) d.S = [group]
      else d.G = [group]
    } else addPhrase(d, key, group)
  }
  if (role === 'place' && isBehindDeed(s, key, group, events, at)) return at
  if (role === 'to' && before?.group && events[0]?.group === group && actOfCell(s, before.group, events, key)) {
    s.conjunction = undefined
    return at
  }
  if (s.lexicon.classes.get(key)?.includes('event')) actOfPhrase(s, tok, group)
  // «بعد ساعات من استهداف المقر»: what a time is counted from is nobody's act in the clause.
  const counted = role === 'source' && (before?.kind === 'time' || before?.group?.classes.includes('time') === true)
  const host = s.clause.verbs.at(-1) ?? s.clause.governor?.draft
  const made = s.clause.events.length
  addEvents(
    s,
    events,
    counted ? host && { draft: host, as: 'adverbial', by: key } : governorOf(s, tok, touched, events[0]),
  )
  if (counted || role === 'time') for (const d of s.clause.events.slice(made)) d.anchors = true
  s.conjunction = undefined
  return at
}

/** «هدد، في تسجيل بُث الاثنين، بقتل …»: behind the second comma a clause is over that describes what was put in. */
function endDescription(s: ClauseState): void {
  const { verbs } = s.clause
  const main = verbs.findLastIndex((v) => !v.describes)
  const [host, inner] = [verbs[main], verbs[main + 1]]
  if (!host || !inner) return
  if (s.chunks.some((c) => c.kind === 'comma' && c.start > host.tok.start && c.start < inner.tok.start))
    s.clause.verbs = verbs.slice(0, main + 1)
}

/** «كانت الدفعة الأولى قد أُفرج عنها»: under its preposition the pronoun of a passive is what opened the clause. */
function topicUnder(s: ClauseState, at: number): Group | undefined {
  const { tok, group } = s.chunks[at] ?? {}
  const verb = s.clause.verbs.at(-1)
  const topic = verb?.passive && verb.S.length + verb.O.length === 0 ? verb.topic : undefined
  if (!topic?.definite || topic.pronoun || !group?.pronoun || tok?.attached !== 'after') return undefined
  return matches(group, topic) ? { ...topic } : undefined
}

/** «حمّلت الكتيبة مسؤولية خطف قائدها للحكومة»: who is blamed may stand behind what he is blamed for. */
function isAccused(s: ClauseState, group: Group): boolean {
  const verb = s.clause.verbs.at(-1)
  const blames = verb?.verb?.ditransitive && s.lexicon.saying.get(`${verb.lemma}/verb`) === 'accuse'
  const blame = verb?.O.find((o) => o.classes.includes('tie') && o.end <= group.start)
  if (!blames || !blame || verb.O2.length > 0 || !arePeople(group)) return false
  verb.O2 = [group]
  return true
}

const AIMS = new Set(['against', 'on'])
/** «شن غارة … في حربه على الإقليم»: what an act of force told in passing was aimed at is nobody else's target. */
function aimedOnly(touched: Draft): ReadonlySet<Draft> | undefined {
  const { event, governor } = touched
  const passing = governor?.as === 'adverbial'
  return passing && event?.group.classes.includes('violence') ? new Set([touched]) : undefined
}

/** «استخدمتها في العمليات مع وقف حملات الجيش ضد القرى»: at whom an act of force right before is aimed, and what governs that act. */
function heldTo(touched: Draft): ReadonlySet<Draft> | undefined {
  if (!touched.event?.group.classes.some((c) => c === 'violence' || c === 'campaign')) return undefined
  const held = new Set<Draft>()
  for (let d: Draft | undefined = touched; d && !held.has(d); ) {
    held.add(d)
    const as: Government | undefined = d.governor?.as
    d = as === 'adverbial' || as === 'purpose' ? undefined : d.governor?.draft
  }
  return held
}

const isSite = (g: Group) => !g.pronoun && (g.classes.some((c) => SITES.has(c)) || isBareName(g))
const SITES = new Set(['place', 'area', 'building', 'base', 'prison'])
/** «وفي طرابلس، …»: a name of one word with no word for a body, which may mean a state or the town it is ruled from. */
const isBareName = (g: Group) => g.mention !== undefined && g.start === g.head.start && g.end === g.head.end && !g.of

/**
 * «…، وبعد شهر من العملية أقدم مسلحون على …», «…، وفي الضالع هاجم مسلحون …», «…، وفي بيان نشره الموقع تبنت الحركة …»: a phrase of
 * time or place behind a comma and "and" that leads to a verb opens the clause of that verb.
 */
function opensClause(s: ClauseState, i: number, at: number): boolean {
  const { role } = s.chunks[i]!.tok.reading
  if ((role !== 'time' && role !== 'course' && role !== 'place') || s.chunks[i - 2]?.kind !== 'comma') return false
  let k = at + 1
  while (s.chunks[k]?.kind === 'time' || (s.chunks[k]?.kind === 'preposition' && s.chunks[k + 1]?.group))
    k += s.chunks[k]!.kind === 'time' ? 1 : 2
  if (s.chunks[k]?.kind !== 'verb') return false
  const last = s.chunks[k - 1]!.group
  if (role !== 'place' || !last || last.definite || last.of || last.mention !== undefined) return true
  // An indefinite noun is described by its verb: only another one is the clause's own.
  for (let j = k + 1; s.chunks[j] && !ENDS.has(s.chunks[j]!.kind); j++) if (s.chunks[j]!.kind === 'verb') return true
  return false
}
const ENDS = new Set(['comma', 'stop', 'conjunction', 'subordinator', 'relative'])

/** «تحدث عن قتلى لم يحدد عددهم، وعن خطف …»: a second phrase belongs to the verb that has the first, not to what describes it. */
function backToHost(s: ClauseState, key: string): void {
  const { verbs } = s.clause
  const at = verbs.findLastIndex((v) => v.P[key] !== undefined)
  if (at < 0 || at === verbs.length - 1 || !verbs.slice(at + 1).every((v) => v.describes)) return
  s.clause.verbs = verbs.slice(0, at + 1)
}

/** «بحوزته قطع صواريخ»: the preposition is the predicate, its noun has what follows. */
export function readPossession(s: ClauseState, i: number, group: Group): void {
  const { tok } = s.chunks[i]!
  const d = newDraft(tok, tok.lemma, 'noun', 'noun')
  d.S = [group]
  d.subjectBefore = true
  // «الصواريخ التي بحوزة الحركة», «توجد صواريخ في حوزة الحركة»: what stands before is what he has.
  const had = s.clause.antecedent ?? (s.clause.verbs.length === 0 ? s.clause.topic : undefined)
  if (had && !arePeople(had) && had.end <= tok.start) {
    d.O = [had]
    d.describes = s.clause.antecedent !== undefined
    s.clause.antecedent = undefined
  }
  s.drafts.push(d)
  s.clause.verbs = d.describes ? [...s.clause.verbs, d] : [d]
}

/** The event noun that ends right before the chunk at `i`. */
export function touchedEvent(s: ClauseState, i: number): Draft | undefined {
  const before = s.chunks[i - 1]?.group
  return before && s.clause.events.filter((d) => d.event && endsWith(before, d.event.group)).at(-1)
}

/** What governs the event noun behind a preposition, and how. */
export function governorOf(
  s: ClauseState,
  tok: Tok,
  touched: Draft | undefined,
  event: EventNoun | undefined,
): { draft: Draft; as: Government; by: string } | undefined {
  const by = tok.lemma
  const role = tok.reading.role
  const verb = s.clause.verbs.at(-1) ?? s.clause.governor?.draft
  // «اتهام الحكومة لها بتزويد …»: what is behind an accusation is its charge.
  const accusation =
    event?.verb && tok.attached === 'before'
      ? s.clause.events.find((d) => s.lexicon.saying.get(`${d.lemma}/noun`) === 'accuse')
      : undefined
  // «قيام القوات، مساء السبت، بتسليم …»: the noun of a supporting verb is told with its act, whatever is put in between.
  const carrier =
    event?.verb && !touched
      ? s.clause.events.findLast((d) => d.verb && d.G.length > 0 && isCarrier(s, d.verb.lemma, by))
      : undefined
  if (carrier) return { draft: carrier, as: 'complement', by }
  // «تراجعت قيادة الكتائب عن قرارها»: the one who leads acts, and what stands behind hangs on the verb.
  const subject = touched?.event && verb?.S.includes(touched.event.group) ? touched.event.group : undefined
  // «فشلت وساطة في الإفراج عنهم»: so does what an effort came to.
  const came = role === 'place' && event?.verb !== undefined && s.lexicon.governors.has(`${verb?.lemma}/verb`)
  const acts = subject && (subject.classes.includes('group') || came)
  // «أسفر تفجير الجسر عن مقتل سائقين»: who was harmed is told by the verb of what came of it.
  const outcome =
    event?.group.classes.includes('harm') && verb && s.lexicon.classes.get(verb.lemma)?.includes('outcome') === true
  const near = accusation ?? (acts || outcome ? verb : touched) ?? verb ?? s.clause.events.at(-1)
  const outer = verb ?? touched ?? s.clause.events[0]
  if (role === 'purpose') return outer && { draft: outer, as: 'purpose', by }
  if (role === 'return') return outer && { draft: outer, as: 'return', by }
  if (
    role === 'time' ||
    role === 'course' ||
    role === 'cause' ||
    role === 'concession' ||
    role === 'condition' ||
    role === 'until' ||
    role === 'without' ||
    role === 'part' ||
    role === 'support'
  )
    return outer && { draft: outer, as: 'adverbial', by }
  if (
    role === 'place' ||
    role === 'source' ||
    role === 'on' ||
    role === 'about' ||
    role === 'goal' ||
    role === 'to' ||
    tok.attached === 'before'
  ) {
    // «تعرضت ناقلة ترفع علم ليبيريا لهجوم»: the act goes to the verb of the clause that supports it, not to one that describes.
    for (const d of [touched, ...[...s.clause.verbs].reverse(), verb]) {
      if (!d) continue
      if (s.lexicon.light.get(d.lemma)?.some((l) => l.link === by)) return { draft: d, as: 'light', by }
    }
    if (!near) return undefined
    const waiting = event?.verb && near.describes && !tok.attached ? governingBehind(s, near) : undefined
    if (waiting) return { draft: waiting, as: 'complement', by }
    const governs = s.lexicon.governors.has(`${near.lemma}/${near.pos}`)
    const act = event?.verb !== undefined && event.group.agreement.number !== 'plural'
    const possessed = role === 'to' && act && !touched ? possessedBehind(s, tok) : undefined
    if (possessed) return { draft: possessed, as: 'complement', by }
    // «بث مشاهد لاستهداف دبابة»: a film is of what it shows, and not made for it.
    const shows = (g: Group) => !g.definite && g.classes.includes('document') && tok.start - g.end <= 1
    if (role === 'to' && act && verb?.O.some(shows)) return { draft: verb, as: 'content', by }
    if (role === 'to' && act) {
      return governs && touched ? { draft: near, as: 'complement', by } : outer && { draft: outer, as: 'purpose', by }
    }
    // «مقتل قيادي بغارة»: what was done to someone is told with what did it.
    if (!(governs && tok.attached) && isHarm(s, near) && event?.group.classes.includes('violence'))
      return { draft: near, as: 'adverbial', by }
    if (role === 'place' && !near.verb?.control && !governs) return { draft: near, as: 'adverbial', by }
    const says = s.lexicon.saying.has(`${near.lemma}/${near.pos}`)
    return { draft: near, as: says ? 'object' : 'complement', by }
  }
  return near && { draft: near, as: 'adverbial', by }
}

/** «فشلت وساطة قادها الشيخ في إقناعهم»: behind a clause that describes its subject a verb still waits for what it failed in. */
function governingBehind(s: ClauseState, near: Draft): Draft | undefined {
  const [main] = s.clause.verbs
  const waits = main && main !== near && main.O.length === 0 && main.verb?.transitive === false
  const full = near.S.length > 0 && near.O.length > 0 && !s.lexicon.governors.has(`${near.lemma}/verb`)
  return waits && full && main.verb?.control && s.lexicon.governors.has(`${main.lemma}/verb`) ? main : undefined
}

/**
 * «محاولة للحركة لتفجير المبنى», «الضغط على العشائر للإفراج عنهم»: a noun that calls for an act, with whose it is or on whom it is
 * put between; without a genitive it is theirs who stand there.
 */
function possessedBehind(s: ClauseState, { start }: Tok): Draft | undefined {
  const before = s.chunks.findLast((c) => c.end <= start)?.group
  const host = s.clause.events.findLast((d) => s.lexicon.governors.has(`${d.lemma}/noun`))
  const by = host && Object.entries(host.P).find(([, xs]) => before !== undefined && xs.includes(before))?.[0]
  if (!host || !before || by === undefined || !arePeople(before)) return undefined
  const role = s.lexicon.forms.get(by)?.find((r) => r.pos === 'preposition')?.role
  if (host.start > before.start || s.clause.events.at(-1) !== host || role === 'place') return undefined
  if (host.G.length + host.S.length === 0 && (role === 'to' || role === 'means')) host.G = [before]
  return host
}

/** Whether a predicate tells of the dead and wounded. */
const isHarm = (s: ClauseState, d: Draft | undefined) =>
  d !== undefined && (d.verb?.patient === true || s.lexicon.classes.get(d.lemma)?.includes('harm') === true)

/** Whether a verb supports the act that stands behind this preposition («قام بـ»). */
const isCarrier = (s: ClauseState, lemma: string, by: string) =>
  s.lexicon.light.get(lemma)?.some((l) => l.link === by && l.agent === 'subject') === true

/**
 * «استهداف الطيران لمقرات الحركة», «تبادل للأسرى»: behind a transitive act that has its doer, or with no genitive and no article,
 * the preposition stands before the object.
 */
function suffersBehind(d: Draft, group: Group, tok: Tok, happens: boolean): boolean {
  const { verb, event } = d
  if (!verb?.transitive || verb.ditransitive || !event || happens || tok.attached !== 'before') return false
  if (d.S.length + d.O.length > 0 || event.group.classes.some((c) => NO_ACT.has(c))) return false
  const done = verb.patient || event.group.classes.includes('violence') || group.classes.includes('detainee')
  const [doer] = d.G
  if (
    doer
      ? doer.pronoun || !(arePeople(doer) || doer.classes.some((c) => ARMS.has(c)))
      : event.group.definite || event.group.nisba
  )
    return false
  // «قصف للجيش»: behind an act with no doer, a side is who did it.
  const acts = !doer && group.classes.some((c) => BODIES.has(c))
  return done && !acts && group.classes.some((c) => UNDERGOES.has(c))
}
const NO_ACT = new Set(['support', 'training', 'deal', 'talks', 'plan'])
const UNDERGOES = new Set([...PEOPLE, 'building', 'base', 'vehicle', 'ship', 'convoy', 'checkpoint', 'detainee'])

const BODIES = new Set(['group', 'fighter', 'soldier'])
/** «هجوم للقراصنة»: behind an indefinite act with no genitive, the preposition names whose it is. */
function belongsTo(d: Draft, group: Group): boolean {
  const { event } = d
  if (!event || event.group.definite || d.G.length > 0 || !event.group.classes.includes('violence')) return false
  // «إن غارة لها قتلت …»: the pronoun means whose it was.
  if (group.pronoun) return true
  const owned = group.nisba ?? group.of
  const arm = group.classes.some((c) => ARMS.has(c)) && owned?.classes.includes('group') === true
  return arm || (group.classes.some((c) => BODIES.has(c)) && !group.classes.includes('convoy'))
}
/** «غارة للطيران الإسرائيلي»: what a side strikes with, where it is said whose it is. */
const ARMS = new Set(['aircraft', 'drone', 'weapon'])
