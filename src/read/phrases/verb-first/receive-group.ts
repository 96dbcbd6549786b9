import type { Government } from '../../analysis.js'
import { arePeople } from '../../people.js'
import { readApposition } from './apposition.js'
import type { Chunk } from './chunks.js'
import { addEvents, conjoinEvent, endsWith } from './clause-events.js'
import type { ClauseState } from './clause-state.js'
import { conjoin } from './conjoined.js'
import { addPhrase, agrees, type Draft, newDraft } from './draft.js'
import { type EventNoun, eventsOf } from './event-nouns.js'
import { isQuote } from './group-boundary.js'
import type { Reading } from './lexicon.js'
import { readRoleSaid, readTollSaid } from './nominal-predicate.js'
import type { Group } from './noun-group.js'
import { give, wants } from './take-group.js'
import { resumedTopic } from './topic.js'

/** Bare noun groups: subject, object, topic, or object of the event noun they touch. */

/** Takes up a bare noun group and its event nouns. */
export function readGroup(s: ClauseState, i: number): void {
  const chunk = s.chunks[i]!
  const group = chunk.group!
  if (isSelf(s, group)) return
  if (chunk.tok.attached === 'after' && group.pronoun && group.start === chunk.tok.start) {
    attachedPronoun(s, i, group)
    return
  }
  if (s.clause.antecedent && s.clause.auxiliary && s.chunks[i - 1]?.kind === 'auxiliary') {
    s.clause.doer = group
    return
  }
  if (readParticiple(s, i) || readApposition(s, i, group) || readContainer(s, i, group)) return
  if (readRoleSaid(s, group) || readTollSaid(s, group)) return
  // «…، فالجماعة أعطت التنظيم أسلحة»: a group with a verb of its own behind it begins a clause.
  const own = s.chunks[i + 1]
  if (s.conjunction?.tok.reading.role === 'then' && own?.kind === 'verb' && s.hasMain() && group.definite) {
    if (agrees(own.tok.reading.agreement, group)) {
      conjoin(s, own.tok)
      s.clause.topic = group
      return
    }
  }
  // «أوقفت 44 شخصا بينهم ضابطان»: a part of those just named is no party of its own.
  if (s.chunks[i - 1]?.tok.reading.role === 'part' || isOneOfThem(s, i)) return
  // «إحدى المزارع، التابعة لجهاز …»: who belongs to whom, said apart from its noun, acts in nothing.
  if (chunk.tok.pos === 'adjective' && chunk.tok.classes.some((c) => c === 'epithet' || c === 'affiliation')) return
  const events = eventsOf(group, s.toks, s.lexicon)
  // «نفى نفيا قاطعا ما …»: the act of the verb itself, as its object, only stresses it.
  const stressed = s.clause.verbs.at(-1)
  if (stressed && group.case === 'accusative' && events[0]?.group === group && isActOf(events[0], stressed)) return
  const act = events[0]?.group
  const listed = s.conjunction && act === group && group.case === 'accusative' ? listedObject(s, i) : undefined
  if (listed && events[0]) {
    addEvents(s, events, { draft: listed, as: 'object' })
    return
  }
  if (s.conjunction && act && (act === group || act === group.members?.[0]) && conjoinEvent(s, events)) return
  // An adjective phrase apart from its noun, «قادمة من …», fills no function.
  if (
    chunk.tok.pos === 'adjective' &&
    chunk.tok.reading.derived &&
    // «ما تداوله ناشطون»: people are no phrase.
    !arePeople(group) &&
    !chunk.tok.article &&
    group.case !== 'accusative' &&
    !group.counted &&
    s.chunks[i - 1]?.kind !== 'verb' &&
    s.clause.verbs.length > 0
  )
    return
  if (isSaidOfDescribed(s, i, group)) return
  const receiver = receiveGroup(s, i, group)
  const as: Government = receiver && isLight(s, receiver, group) ? 'light' : 'object'
  addEvents(
    s,
    events,
    // «أُلغيت عملية التبادل»: what governs an act says the same of it where the act is its subject.
    receiver && (!receiver.S.includes(group) || s.lexicon.governors.has(`${receiver.lemma}/verb`))
      ? { draft: receiver, as }
      : receiver && as === 'light'
        ? { draft: receiver, as }
        : undefined,
  )
}

/** «سلّموا ستة أطفال كانوا مجندين في صفوفهم»: right behind the "was" of a clause that describes stands what they were. */
function isSaidOfDescribed(s: ClauseState, i: number, group: Group): boolean {
  const was = s.clause.verbs.at(-1)
  const touches = was?.describes === true && was.tok.pos === 'auxiliary' && s.chunks[i - 1]?.tok === was.tok
  return touches && !group.definite && (group.case === 'accusative' || group.case === 'oblique')
}

/** «طلبت الحركة أسلحة وتدريبا لمقاتليها»: behind "and" and the object, an act in the accusative is asked for as well. */
function listedObject(s: ClauseState, i: number): Draft | undefined {
  const before = s.chunks[i - 2]?.group
  return before && s.clause.verbs.findLast((d) => d.O.includes(before) && s.lexicon.governors.has(`${d.lemma}/verb`))
}

const isActOf = ({ verb, group: { counted, definite } }: EventNoun, d: Draft) =>
  verb?.lemma === d.lemma && !counted && !definite && d.verb?.transitive === true

/** «فجّر أحدهم نفسه»: behind the subject the word for oneself is the verb's object; elsewhere it only stresses. */
function isSelf(s: ClauseState, group: Group): boolean {
  const self = group.pronoun && s.toks.find((t) => t.start === group.start)
  if (self?.reading.role !== 'same') return false
  const d = s.clause.verbs.at(-1)
  if (d?.verb?.transitive && !d.describes && d.S.length > 0 && d.O.length === 0) d.O = [{ ...group, lemma: self.norm }]
  return true
}

/** «بالمنطقة الوسطى محافظة أبين»: a named place that touches a phrase of place is where that lies. */
function readContainer(s: ClauseState, i: number, group: Group): boolean {
  const [preposition, inner] = [s.chunks[i - 2], s.chunks[i - 1]?.group]
  // «في مديرية المحفد محافظة أبين زرعتها …»: a verb behind the place has it as subject only where it takes up nothing else.
  const acts = s.chunks[i + 1]?.kind === 'verb' && s.chunks[i + 2]?.tok.attached !== 'after'
  if (preposition?.kind !== 'preposition' || !inner || acts) return false
  if (!(group.definite || group.of) || group.members || !isPlace(group) || !inner.classes.includes('place'))
    return false
  for (const d of [...s.clause.verbs, ...s.clause.events])
    if (d.P[preposition.tok.lemma]?.includes(inner)) addPhrase(d, preposition.tok.lemma, group)
  return true
}

const isPlace = ({ classes }: Group) => classes.length > 0 && classes.every((c) => c === 'place')

/** A pronoun written onto a verb is its object, one onto «إن» its topic. */
export function attachedPronoun(s: ClauseState, i: number, group: Group): void {
  const before = s.chunks[i - 1]
  if (before?.kind === 'subordinator') {
    s.clause.topic = group
    return
  }
  const d = s.drafts.find((x) => x.tok === before?.tok)
  if (!d) return
  d.end = group.end
  if (d.O.length === 0) d.O = [describedAct(s, d, group) ?? resumedTopic(s, d, group, i) ?? group]
}

/** «هجوم استهدف معسكرا وتبناه التنظيم»: in a second clause on the same act the pronoun on the verb means the act. */
function describedAct(s: ClauseState, d: Draft, pronoun: Group): Group | undefined {
  const first = d.governor?.as === 'conjunct' ? d.governor.draft : undefined
  const act = first && [...first.S, ...first.O].find((g) => s.drafts.some((x) => x.event?.group === g))
  if (!first?.describes || !act?.classes.includes('violence') || !agrees({ person: 3, ...pronoun.pronoun }, act)) return
  return act
}

/** «مؤكدة أن», «ملوّحة بتفجير»: an active participle that tells what the subject did meanwhile. */
export function readParticiple(s: ClauseState, i: number): boolean {
  const { tok, group } = s.chunks[i]!
  const meant = activeParticiple(s, i)
  if (!meant?.verb || tok.article || !group) return false
  const before = s.chunks[i - 1]
  // Right behind a verb that still wants its object it is that object: «اعتقلوا مذيعا».
  const wanting = s.clause.verbs.at(-1)
  const object =
    wanting?.verb?.transitive === true && wanting.O.length === 0 && !s.lexicon.saying.has(`${meant.verb.lemma}/verb`)
  const apart =
    before === undefined ||
    before.kind === 'comma' ||
    before.kind === 'conjunction' ||
    (group.case === 'accusative' && !object)
  if (!apart || (s.clause.verbs.length === 0 && s.drafts.length === 0)) return false
  const d = newDraft(tok, meant.verb.lemma, 'verb', 'participle', meant.verb)
  const main = spokeBefore(s, d, group) ?? s.clause.verbs[0] ?? s.lastFinite()
  if (main) d.governor = { draft: main, as: 'adverbial' }
  d.subjectBefore = true
  if (before?.kind === 'comma') d.apart = true
  s.drafts.push(d)
  s.clause.verbs.push(d)
  return true
}

/** What an active participle is of; «متحدثا», «متهما» are nouns as well, and say something where they end as an object does. */
function activeParticiple(s: ClauseState, i: number): Reading | undefined {
  const { tok, group } = s.chunks[i]!
  if (tok.pos === 'adjective') return tok.reading.derived === 'active' ? tok.reading : undefined
  if (tok.pos !== 'noun' || group?.case !== 'accusative' || group.of) return undefined
  const says = (r: Reading) => r.derived === 'active' && s.lexicon.saying.has(`${r.verb?.lemma}/verb`)
  const spoken = s.clause.verbs.at(-1)
  const behind = s.chunks[i - 1]?.kind === 'comma' || (spoken && s.lexicon.saying.has(`${spoken.lemma}/verb`))
  return behind ? s.lexicon.forms.get(tok.norm)?.find(says) : undefined
}

/** «نفى … أن تكون لهم صلة به، قائلا إنهم …»: whoever says more is whoever spoke, not whoever was spoken of. */
function spokeBefore(s: ClauseState, d: Draft, participle: Group): Draft | undefined {
  let first = s.clause.verbs[0]
  while (first?.governor?.as === 'conjunct') first = first.governor.draft
  // «أفاد بأن القوة داهمت … وأوقفت …، مضيفا أن»: so does whoever told what the clause goes on from.
  const over = s.clause.governor ?? first?.governor
  const said = over?.as === 'content' ? over.draft : undefined
  const says = (x: Draft) => s.lexicon.saying.has(`${x.lemma}/verb`)
  if (!said || !says(d) || !says(said)) return undefined
  // «ذكر المصدر أن المتمردين رفضوا ذلك، معتبرين أن …»: several speak on, where one spoke.
  const several = participle.agreement.number === 'plural'
  const alone = said.S.length > 0 && said.S.every((x) => x.agreement.number === 'singular' && !x.members)
  return several && alone && first?.S.some((x) => x.members !== undefined || x.agreement.number === 'plural')
    ? undefined
    : said
}

/** Gives a bare group to the event noun it touches, to the innermost verb that wants it, or keeps it as topic. */
export function receiveGroup(s: ClauseState, i: number, group: Group): Draft | undefined {
  const before = s.chunks[i - 1]
  const put = before?.kind === 'comma' ? group.case === 'accusative' : !before?.group
  const hinge = put ? beforeTime(s, i) : before
  const touching =
    hinge?.group && s.clause.events.filter((d) => d.event && endsWith(hinge.group!, d.event.group)).at(-1)
  const verbs = [...s.clause.verbs].reverse()
  // «تبنت، في رسائل نُشرت الاثنين، ثلاث عمليات»: behind the comma a clause that only describes is over.
  const inserted = verbs[0] && onlyTimeBetween(s, verbs[0], i)
  const outer =
    (before?.kind === 'comma' && !inserted && verbs.some((d) => !d.describes && wants(d, group))) ||
    (before?.group !== undefined && verbs.some((d) => isHalfDone(d, verbs[0]!, before)))
  const wanting = verbs.find((d) => wants(d, group) && !(outer && d.describes))
  // «لإطلاق سراح العمدة انسحاب الجيش»: the word that completes an idiom does nothing.
  const idiom = touching?.G.some((x) => s.lexicon.classes.get(x.lemma)?.includes('idiom'))
  const full = !touching || idiom || (touching.G.length === 0 && touching.S.length === 0) || touching.O.length > 0
  // «بعد تدريبهم أسبوعين»: how long it went on is nothing that is acted on.
  if (touching?.verb?.transitive && !full && !(touching.G[0]?.pronoun && group.classes.includes('time'))) {
    // «استهداف منشأة بلحاف الغازية»: a lone adjective of belonging is how the thing is, and not what it struck.
    if (isLoneDescription(s, group)) return undefined
    const verbFirst = wanting?.verb?.transitive && wanting.O.length === 0 && wanting.S.some((s) => s === hinge!.group)
    if (!verbFirst) {
      if (touching.S.length === 0) {
        touching.S = touching.G
        touching.G = []
      }
      touching.O = [group]
      // «أبلغتهم نيتها تسليم المدينة»: an act that a noun calls for hangs on it.
      const called = s.lexicon.governors.has(`${touching.lemma}/noun`) && eventsOf(group, s.toks, s.lexicon)[0]
      return called && called.group === group ? touching : undefined
    }
  }
  // «تسليم العاصمة الحركة صواريخ»: behind who gives and who gets stands what the giving is of.
  const giving = !put && !arePeople(group) && s.clause.events.findLast((d) => isGiving(d, hinge?.group))
  if (giving) {
    giving.O2 = giving.O
    giving.O = [group]
    return undefined
  }
  // «ناشد الأهالي الحكومة تسليم الأسلحة»: right behind whom a verb asks stands what he is asked to do.
  const asks =
    verbs[0]?.verb?.control === 'object' && s.lexicon.governors.has(`${verbs[0].lemma}/verb`) ? verbs[0] : undefined
  if (asks && hinge?.group && asks.O.includes(hinge.group) && arePeople(hinge.group)) {
    const act = eventsOf(group, s.toks, s.lexicon)[0]
    if (act?.verb && act.group === group) return asks
  }
  // «أعلنت عزمها تسليم المدينة»: an act right behind a noun that calls for one, and its possessor, is what it calls for.
  const called = touching?.G[0]?.pronoun && s.lexicon.governors.has(`${touching.lemma}/noun`)
  if (called && touching.O.length === 0 && eventsOf(group, s.toks, s.lexicon)[0]?.group === group) {
    touching.O = [group]
    return touching
  }
  // «تواصل رواندا دعم الحركة»: an act right behind the subject is an object too.
  const behind = verbs[0]?.S[0] !== undefined && hinge?.group === verbs[0].S[0]
  const act = behind && eventsOf(group, s.toks, s.lexicon)[0]?.group === group
  const { tok } = s.chunks[i]!
  // «وهو في طريقه إلى المدينة قادما من …»: how somebody came is nothing that is acted on.
  const how = tok.pos === 'adjective' && !tok.article && !group.counted && group.classes.length === 0
  const other = !wanting && !how && (group.case === 'accusative' || act) ? transitiveReading(s, verbs[0]) : undefined
  if (other) {
    give(other, group)
    return other
  }
  if (wanting) {
    // «تشكيل يطلق على نفسه «الثوار» العملية»: a clause that gives a name is over with the name.
    const marks = wanting.describes && namesItself(s, wanting) ? quotesBetween(s, wanting, i) : 0
    if (marks === 1) return undefined
    if (marks > 1) {
      wanting.closed = true
      return receiveGroup(s, i, group)
    }
    const noun =
      wanting.S.length === 0 &&
      s.lexicon.light.get(wanting.lemma)?.some((l) => l.link === 'O') &&
      eventsOf(group, s.toks, s.lexicon)[0]?.group === group
    // «ما أوقع ثلاثة قتلى»: the dead are what an outcome is told of, and never make it.
    const led = group.classes.includes('victim') && s.lexicon.classes.get(wanting.lemma)?.includes('outcome')
    if ((noun || led) && wanting.O.length === 0) wanting.O = [group]
    else give(wanting, group, isTitled(s, i))
    return wanting
  }
  const done = s.chunks[i + 1]?.kind === 'verb' ? undefined : actBehindPhrases(s, i)
  if (done) {
    done.S = done.G
    done.G = []
    done.O = [group]
    return undefined
  }
  // «بعد ذلك بأربعة أيام فجّر رفاقه …»: a stretch of time is nobody who acts.
  if (group.classes.includes('time')) return undefined
  if (s.clause.verbs.length === 0) s.clause.topic ??= group
  else if (s.chunks[i + 1]?.kind === 'verb' && s.chunks[i - 1]?.kind !== 'preposition') s.clause.topic = group
  return undefined
}

/**
 * «سلّم رجال كانوا يقاتلون في صفوف الحركة أسلحتهم»: behind the phrases of a clause that describes its subject, a verb that is
 * still without its object takes it.
 */
const isHalfDone = (d: Draft, inner: Draft, { start, group }: Chunk) =>
  inner.describes === true &&
  // «يقيم في مأوى وفره له زعيم قبلي»: one that still wants its own subject goes on.
  (inner.S.length > 0 || inner.subjectBefore) &&
  !d.describes &&
  d.verb?.transitive === true &&
  !d.verb.patient &&
  d.S.length > 0 &&
  d.O.length === 0 &&
  start > inner.end &&
  !inner.S.includes(group!) &&
  Object.values(inner.P).some((phrases) => phrases.includes(group!))

/** An act of giving that has named who gives and, right before, who gets. */
const isGiving = (d: Draft, getter: Group | undefined) =>
  d.event !== undefined &&
  d.verb?.ditransitive === true &&
  d.S.length > 0 &&
  d.O2.length === 0 &&
  d.O[0] === getter &&
  getter !== undefined &&
  arePeople(getter)

/** «مصادرة البحرية، في 23 مايو، مركبا», «امتلاكه لأول مرة طائرات»: what stands before a time or adverb that is put in. */
function beforeTime(s: ClauseState, i: number): Chunk | undefined {
  const [opens, time, last] = [s.chunks[i - 3], s.chunks[i - 2], s.chunks[i - 1]]
  if (last?.kind === 'time' || last?.tok.pos === 'adverb') return time
  return opens?.kind === 'comma' && time?.kind === 'time' ? s.chunks[i - 4] : s.chunks[i - 1]
}

/** «إطلاق المليشيا بتوجيهات من زعيمها سراح 31 سجينا»: an act that has its doer takes its object behind phrases too. */
function actBehindPhrases(s: ClauseState, i: number): Draft | undefined {
  let k = i
  while (s.chunks[k - 1]?.group && s.chunks[k - 2]?.kind === 'preposition') k -= 2
  const before = k < i ? s.chunks[k - 1]?.group : undefined
  const act = before && s.clause.events.findLast((d) => d.event && endsWith(before, d.event.group))
  // «إرسال ثلاثمئة مقاتل إلى الفاشر دعما للجيش»: so many of them are sent, and do not act.
  if (act?.G.some((x) => x.counted)) return undefined
  return act?.verb?.transitive && act.G.length > 0 && act.S.length + act.O.length === 0 ? act : undefined
}

/** How many quotation marks stand between a verb and the chunk at `i`: one inside a quotation, two behind it. */
const quotesBetween = (s: ClauseState, d: Draft, i: number) =>
  s.chunks.slice(0, i).filter((c) => c.start > d.tok.start && isQuote(c.tok)).length

/** «يسمي نفسه», «تطلق على نفسها»: what the verb describes is also its object, by the word for oneself. */
const namesItself = (s: ClauseState, d: Draft) =>
  s.toks.some((t) => t.start > d.tok.start && t.start - d.tok.end < NEAR_SELF && t.reading.role === 'same')
const NEAR_SELF = 6

/** «جمع، الجمعة الماضية، قياديين»: between the verb and the chunk at `i` nothing but a time is put in. */
function onlyTimeBetween(s: ClauseState, d: Draft, i: number): boolean {
  // «في بيان صدر الجمعة، …»: what only describes is over with its own time.
  if (d.describes && s.chunks.find((c) => c.start > d.tok.start)?.kind !== 'comma') return false
  return s.chunks.slice(0, i).every((c) => c.start <= d.tok.start || c.kind === 'comma' || c.kind === 'time')
}

const isLoneDescription = (s: ClauseState, g: Group) => {
  const word = s.toks[g.headTok]!
  const bare = g.mention === undefined && g.classes.length === 0 && !g.of && !g.counted && g.start === g.head.start
  return bare && word.article && word.spelling.nisba && !word.spelling.people
}

/** Whether the verb only supports the event noun that it has just taken. */
export function isLight(s: ClauseState, d: Draft, group: Group): boolean {
  const links = s.lexicon.light.get(d.lemma)
  if (!links) return false
  return links.some(
    (l) => (l.link === 'O' && d.O.includes(group)) || (l.link === 'S' && (d.S.includes(group) || d.O.includes(group))),
  )
}

/** «تقدم طهران دعما»: with an object behind it the form is read as a transitive verb, where it can be one. */
export function transitiveReading(s: ClauseState, d: Draft | undefined): Draft | undefined {
  if (d?.pos !== 'verb' || d.O.length > 0) return undefined
  const other = s.lexicon.forms
    .get(d.tok.norm)
    ?.find((r) => r.pos === 'verb' && r.verb?.transitive && r.lemma !== d.lemma && !r.joined)
  if (!other?.verb) return undefined
  d.lemma = other.lemma
  d.verb = other.verb
  if (other.tense) d.tense = other.tense
  if (other.agreement) d.agreement = other.agreement
  return d
}

/** «كشفت «الشرق الأوسط» عن …»: a title between quotation marks right behind its verb has the gender of what it names. */
const isTitled = (s: ClauseState, i: number) =>
  isQuote(s.chunks[i - 1]?.tok) && s.chunks[i - 2]?.kind === 'verb' && isQuote(s.chunks[i + 1]?.tok)

/** «قتلت سبعة، منهم المدعو سالم»: behind a comma, "of them" opens a clause that names one of those just told. */
function isOneOfThem({ chunks }: ClauseState, i: number): boolean {
  const [comma, of, them] = [chunks[i - 3], chunks[i - 2], chunks[i - 1]]
  const behind = them?.group?.pronoun !== undefined && them.tok.attached === 'after'
  return comma?.kind === 'comma' && of?.tok.reading.role === 'source' && behind
}
