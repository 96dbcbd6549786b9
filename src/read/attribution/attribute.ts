import { covers, type Document, type Hop, type Mention, type Span } from '../../model/index.js'
import { fold } from '../../text/index.js'
import type { Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import { type BySentence, type Candidate, candidatesBySentence } from '../candidate.js'
import { addParty } from '../frames/slots.js'
import { stepsUp } from '../governors.js'
import { identity } from '../merge/filler.js'
import { headNames } from '../names/masthead.js'
import { arePeople } from '../people.js'
import { type Denial, findDenials } from './denials.js'
import { documentHops, issuerOfText } from './document-hops.js'
import { type Attribution, findAttributions } from './find.js'
import { resolveFirstPersons } from './first-person.js'
import { distinctHops, floorOf, heardThrough, isEmbedded, outletOver, printer, printsOnly } from './floor.js'
import { trailingAttribution } from './fragment.js'
import { calledSo, carries, refersBack, type Told } from './go-back.js'
import type { AttributionGrammar } from './grammar.js'
import { hopOf } from './hop.js'
import { hopsOf } from './hops-of.js'
import { findInterview } from './interview.js'
import { isOneMore } from './one-more.js'
import { claimOwnAct, deniesOwnAct, dropOwnWord, nameWhoseAct, tellOwnAttack, threatenOwnAct } from './own-act.js'
import { nameOwnForce } from './own-force.js'
import { isPaper, issuerOf, issuesPaper } from './papers.js'
import { announces, goesOn, isItem, opensWithOrdinal, speechOn, storyGoesOn } from './reach.js'
import { type Heard, reachBack, reachBackInSpeech, reachBetween } from './reach-back.js'
import { sayingOf, tellsInIt } from './saying.js'
import { subjectSpeaksOn } from './speaks-on.js'
import { isUnsaid, statedBy, statusOf } from './status.js'
import { countsAnew, tellersOf } from './tellers.js'
import { speaksOfDeal, tellsTerms } from './terms.js'
import { addThroughWhom } from './through-whom.js'
import { nameOffices } from './whose-office.js'
import { isWordOfEvent } from './word-of-it.js'

/**
 * Gives every candidate its chain and status. Within a sentence a transmitter reaches the clauses it governs; over the
 * following sentences it reaches on while something shows that it still speaks; a mark on the whole document (a credited
 * agency, an author) stands outermost.
 */
export function attribute(
  document: Document,
  analysis: Analysis,
  candidates: readonly Candidate[],
  g: AttributionGrammar,
): Denial[] {
  const denials: Denial[] = []
  const issuer = issuerOfText(analysis, g)
  const outer = documentHops(document, analysis, issuer, g)
  // "urged the guards to free him" is news of its own only where what is said holds none.
  const bySentence = candidatesBySentence(candidates)
  const words = new Set(candidates.filter((c) => isWordOfEvent(c, bySentence)))
  for (const c of words) c.dropped = 'it is how something else is known'
  const acts = (c: Candidate) => !c.retells && c.type !== 'statement' && !words.has(c)
  const events = new Set(candidates.filter(acts).map((c) => c.predicate))
  // "The police blame the clan" tells of the event itself: it is no word on who told it.
  const retold = new Set(candidates.flatMap((c) => (c.retells ? [c.predicate as Predicate | undefined] : [])))
  const tellsEvent = ({ index }: Sentence) => bySentence.get(index)?.some(acts) === true
  const heard: Heard[] = []
  const spoken: Told[] = []
  let last: Told | null = null
  let lastPaper: Told | null = null
  let carried: Told[] = []
  let labelled: Told | undefined
  /** Whoever tells the items of the list that is being read; null outside a list. */
  let listed: Told[] | null = null
  const heads = headNames(document.text)
  const othersHops = (a: Attribution, from: Told | null) =>
    hopsOf(document.text, a, analysis, from, g, spoken).filter((h) => !isOwnOutlet(h, document, heads))
  const interview = findInterview(analysis, g)
  // "The report adds" goes back to whoever issued one, "the sources" to whoever spoke last.
  const backTo = ({ speakers: [speaker] }: Attribution) =>
    speaker && isPaper(speaker) ? (lastPaper ?? last) : (calledSo(speaker, last, spoken) ?? last)
  for (const [i, sentence] of analysis.sentences.entries()) {
    const before = analysis.sentences[i - 1]
    const item = isItem(sentence, g.ordinals)
    if (!item && before?.paragraph !== sentence.paragraph) listed = null
    else if (item && !listed) listed = listers(sentence, before, document.text, heard.at(-1), carried, lastPaper, g)
    const above = [
      ...(interview?.answers.has(sentence.paragraph) ? [interview.hop] : []),
      ...(listed ?? []).flatMap((t) => t.hops),
    ]
    const prints = issuer?.printed === sentence
    const trailing = prints ? undefined : trailingAttribution(sentence, analysis.mentions, g)
    // «نقلت الدولة مرتزقة إلى الميناء»: a verb of passing on that is read as an event tells nothing of what stands before.
    const acted = trailing?.predicate && (retold.has(trailing.predicate) || events.has(trailing.predicate))
    if (trailing && !acted) {
      const hops = othersHops(trailing, last)
      if (hops.length === 0) continue
      last = { attribution: trailing, hops }
      carried = [last]
      spoken.push(last)
      reachBack(heard, sentence, last)
      heard.push({ sentence, told: [last], own: true, above })
      continue
    }
    const told: Told[] = []
    const prior = last
    const here = prints ? [] : findAttributions(sentence, analysis.mentions, g)
    const speech = carried.length > 0 ? speechOn(before, sentence) : undefined
    const within = speech && here.length > 0 && here.every((a) => covers(speech, a.cue))
    for (const found of here) {
      const attribution = interview ? spokenTo(found, interview.person) : found
      // A verb that a frame reads as the event itself ("claimed responsibility", "concluded a deal") tells nothing of another.
      if ((attribution.predicate && events.has(attribution.predicate)) || isOwnStaff(attribution)) continue
      const silent = before && (heard.at(-1)?.told.length ?? 0) === 0
      const paper = lastPaper?.attribution.sentence === before ? lastPaper : null
      const goesOnBy = silent
        ? (subjectSpeaksOn(attribution, before, last, analysis, g) ?? saysOn(attribution, paper, g))
        : undefined
      const hops = othersHops(attribution, goesOnBy ?? backTo(attribution))
      if (hops.length === 0) continue
      const host = told.at(-1)
      told.push({ attribution, hops })
      const heardOf = attribution.cited && host ? citedBy(host, attribution, hops) : { attribution, hops }
      spoken.push(heardOf)
      const passes = printsOnly(attribution, here) && here.some((a) => !printsOnly(a, here))
      const outlet = outletOver(attribution, told) ?? (attribution.passesOn ? undefined : printer(told))
      if (!passes && !within && (outlet || !isEmbedded(attribution, told)))
        last = outlet ? heardThrough(outlet, heardOf) : heardOf
      else if (attribution.cited && last?.attribution === host?.attribution) last = heardOf
      if (!within && issuesPaper(attribution) && !isEmbedded(attribution, told)) lastPaper = { attribution, hops }
    }
    const counter =
      told.length === 0 ? countsAnew(bySentence.get(sentence.index) ?? [], analysis.mentions, g) : undefined
    if (counter) {
      last = { attribution: counter, hops: othersHops(counter, last) }
      told.push(last)
      spoken.push(last)
    }
    lastPaper = paperOf(sentence, lastPaper, document, analysis, g)
    for (const d of findDenials(sentence, analysis.mentions, g)) {
      const holds = told.some((t) => t.attribution.predicate === d.predicate && holdsEvent(t.attribution, bySentence))
      if (holds && !d.there) continue
      const denial = {
        sentence,
        speakers: [d.speaker],
        cue: d.predicate.span,
        kind: 'deny' as const,
        scope: d.predicate.clause,
      }
      const hops = hopsOf(document.text, denial, analysis, last, g)
      denials.push({ ...d, sentence, chain: distinctHops([...outer, ...above, ...hops]) })
    }
    const own = told.length > 0
    // "Salem: We left at dawn. The guards let us go.": a speaker named before a colon has the whole paragraph.
    if (labelled && labelled.attribution.sentence.paragraph !== sentence.paragraph) labelled = undefined
    labelled = told.find((t) => t.attribution.label || t.attribution.account) ?? labelled
    // An account goes on only until somebody else speaks.
    if (own && labelled?.attribution.account && !told.includes(labelled)) labelled = undefined
    if (within) told.unshift(...carried)
    else if (own) carried = [floorOf(told)]
    else if (labelled) carried = [labelled]
    else if (item) carried = listed ?? []
    else {
      const deal = before && tellsTerms(sentence, g) && speaksOfDeal(before)
      const tale = carried.every(({ attribution: { kind } }) => kind !== 'accuse' && kind !== 'deny')
      const story = tale && before && tellsEvent(before) && tellsEvent(sentence) && storyGoesOn(before, sentence)
      if (!deal && !story && !goesOn(before, sentence, g)) carried = []
    }
    if (prior && told[0] && goesBack(told[0], prior, g)) reachBetween(heard, sentence, prior)
    if (own) reachBackInSpeech(heard, sentence, told)
    if (own && labelled && !told.includes(labelled)) above.push(...labelled.hops)
    heard.push({ sentence, told: own ? told : carried, own, above })
  }
  for (const { sentence, told, own, above } of heard) {
    const label = told.find((t) => t.attribution.label)?.attribution.speakers[0]
    const answerer = interview?.answers.has(sentence.paragraph) ? interview.person : undefined
    for (const c of bySentence.get(sentence.index) ?? []) {
      const all = own ? told.filter((t) => reaches(t, c, told, analysis.mentions)) : told
      // "dismissed a charge by X that …": X says it, and whoever dismisses it denies it.
      const denier = all.find((t) => t.attribution.kind === 'deny' && all.some((x) => isQuotedBy(x, t)))
      const speaker = denier?.attribution.speakers[0]
      if (denier?.attribution.predicate && speaker) {
        const { predicate } = denier.attribution
        denials.push({ sentence, predicate, speaker, chain: distinctHops([...outer, ...above, ...denier.hops]), of: c })
      }
      const applied = withoutKnowledge(all.filter((t) => t !== denier))
      const hops = carriersFirst(applied.flatMap((t) => t.hops))
      // What is said further on by whoever denied something is no denial any more.
      const attributions = applied.map((t) => t.attribution).filter((a) => own || a.kind !== 'deny')
      const start = c.status === 'asserted' ? statedBy(c, g) : c.status
      if (isUnsaid(c, sentence, g)) c.dropped = 'what nobody says'
      c.status = statusOf(start, c.predicate, sentence, attributions, g, denier?.attribution.predicate)
      // "The official gave a toll of nine": whoever counts anew is told as he was when he first spoke.
      const counts = c.retells ? told.find((t) => t.attribution.predicate === c.predicate) : undefined
      const tellers = counts ? counts.hops : [...hops, ...tellersOf(c, document.text, analysis, g, hops.length > 0)]
      c.chain = distinctHops([...outer, ...above, ...tellers])
      const voices = { quoted: attributions, prints: label ?? answerer ?? issuer?.body }
      resolveFirstPersons(c, voices, candidates, analysis.mentions)
      if (c.status === 'negated' && deniesOwnAct(c, attributions, analysis.mentions, g)) c.status = 'denied'
      claimOwnAct(c, attributions, analysis.mentions)
      tellOwnAttack(c, attributions, analysis.mentions, g)
      dropOwnWord(c, document.text, analysis.mentions)
      addThroughWhom(c, attributions.at(-1)?.predicate, analysis.mentions, g, (x) =>
        hopOf(document.text, x, sentence, analysis.mentions, null, g),
      )
      threatenOwnAct(c, attributions, analysis.mentions)
      nameAccused(c, attributions)
      nameWhoseAct(c, attributions, analysis.mentions)
      nameOwnForce(c, attributions, analysis.mentions, g)
    }
  }
  const chains = [...candidates, ...denials].map(({ chain }) => chain)
  nameOffices(chains, analysis)
  return denials
}

/** "the daily reported, citing a guard": he is heard through the daily when he is spoken of again. */
const citedBy = (host: Told, { speakers: [quoted] }: Attribution, hops: readonly Hop[]): Told => ({
  attribution: { ...host.attribution, ...(quoted ? { quoted } : {}) },
  hops: [...host.hops, ...hops],
})

/** "You said in May that …": in an interview, whoever answers. */
function spokenTo(a: Attribution, asked: NounGroup): Attribution {
  return a.speakers.some((x) => x.pronoun?.person === 2) ? { ...a, speakers: [asked] } : a
}

/** «استند التقرير، الذي أصدرته الهيئة، إلى شهادات. ويؤكد أن …»: with nobody named, the paper that the sentence before told of. */
const saysOn = (a: Attribution, paper: Told | null, g: AttributionGrammar): Told | undefined => {
  const { speakers, predicate, sentence } = a
  // «أصدرت اللجنة بيانا. وجاء فيه أن …»
  if (paper && speakers.length === 0 && predicate && tellsInIt(predicate, sentence, g)) return paper
  const { feminine } = paper?.attribution.speakers[0]?.agreement ?? {}
  const agrees = feminine !== undefined && feminine === (predicate?.agreement?.gender === 'feminine')
  return paper && speakers.length === 0 && predicate?.tense === 'present' && agrees ? paper : undefined
}

/** "our correspondent", "by our count": outside quotations the outlet itself. */
const isOwnStaff = ({ speakers: [speaker], sentence }: Attribution) =>
  (speaker?.of ?? speaker?.apposed?.of)?.pronoun?.person === 1 &&
  speaker !== undefined &&
  (speaker.classes.includes('outlet') || isPaper(speaker)) &&
  !sentence.quotes.some((q) => covers(q, speaker))

/** A document's own outlet stands above its chains: "told this paper" adds no link. */
function isOwnOutlet(hop: Hop, { outlet, restatedOutlet, credit }: Document, heads: readonly string[]): boolean {
  const own = fold(outlet ?? restatedOutlet ?? '')
  const name = fold(hop.name)
  if (own.length > 1 && name.includes(own)) return true
  return hop.kind === 'outlet' && name !== fold(credit ?? '') && heads.some((h) => bare(h) === bare(name))
}
const bare = (name: string) => fold(name).replace(/^the /u, '')

/** A paper that a sentence names with its issuer is what "the report" will mean, though it says nothing yet. */
function paperOf(sentence: Sentence, last: Told | null, { text }: Document, analysis: Analysis, g: AttributionGrammar) {
  if (last?.attribution.sentence === sentence) return last
  for (const paper of sentence.groups) {
    if (!isPaper(paper) || !paper.classes.includes('document') || !issuerOf(paper, sentence, analysis.mentions, g))
      continue
    const { start, end } = sentence
    const attribution = { sentence, speakers: [paper], cue: paper.head, kind: 'report' as const, scope: { start, end } }
    return { attribution, hops: [hopOf(text, paper, sentence, analysis.mentions, null, g)] }
  }
  return last
}

/** The words of another that a denial is about: a noun of saying with its own speaker, behind the verb. */
const isQuotedBy = (quoted: Told, denier: Told) =>
  quoted !== denier &&
  (quoted.attribution.predicate?.pos === 'noun' || isReported(quoted.attribution, denier.attribution)) &&
  quoted.attribution.cue.start > denier.attribution.cue.start

/** «نفى ما نشرته وسائل إعلام عن …»: the verb of the one denies what the other's reported. */
const isReported = ({ predicate, kind }: Attribution, { predicate: denial }: Attribution) =>
  kind === 'report' && predicate?.governor?.as === 'content' && predicate.governor.predicate === denial?.index

const holdsEvent = (a: Attribution, bySentence: BySentence) =>
  (bySentence.get(a.sentence.index) ?? []).some((c) => covers(a.scope, first(c.predicate.span)))

/** "blamed X for the ambush": whoever is accused of it did it, where the event itself names nobody. */
function nameAccused(c: Candidate, applied: readonly Attribution[]): void {
  const accuser = applied.findLast((a) => a.kind === 'accuse')
  if (c.slots.agents.length > 0 || c.predicate.form === 'finite' || !accuser?.predicate) return
  const { O, O2 } = accuser.predicate.functions
  // «حمّلت الكتيبة مسؤولية خطف قائدها للحكومة»: with a second object it is no part of the act, wherever it stands.
  const apart = (x: NounGroup) =>
    x.end <= c.predicate.span.start || (O2.includes(x) && x.start >= c.predicate.clause.end)
  for (const accused of (O2.length > 0 ? O2 : O).filter((x) => !isPaper(x) && apart(x)))
    addParty(c.slots.agents, accused, 'whoever is accused')
}

/** Who tells the items of a list that begins: whoever announces it ("The report's main points:"), or goes on into it by an ordinal. */
function listers(
  sentence: Sentence,
  before: Sentence | undefined,
  text: string,
  heard: Heard | undefined,
  carried: Told[],
  lastPaper: Told | null,
  g: AttributionGrammar,
): Told[] {
  if (!before) return []
  // "Two of the men said …. A third said …": one more of those who spoke is no item of what they said.
  const counted = carried[0]?.attribution.speakers[0]?.quantity !== undefined
  const oneMore = sentence.groups.some(
    (x) => counted && x.start === sentence.start && isOneMore(x, sentence, g) && speaksIn(x, sentence, g),
  )
  if (!announces(before, text)) return opensWithOrdinal(sentence, g.ordinals) && !oneMore ? carried : []
  if (heard?.own) return heard.told.slice(0, 1)
  return lastPaper?.attribution.sentence.paragraph === before.paragraph ? [lastPaper] : carried
}

/** Whether somebody is the subject of a verb of saying. */
const speaksIn = (x: NounGroup, sentence: Sentence, g: AttributionGrammar) =>
  sentence.predicates.some((p) => p.functions.S.includes(x) && sayingOf(p, sentence, g))

/** Whoever accused or denied has said that, and does not tell the story on. */
const goesBack = ({ attribution: { speakers, sentence } }: Told, prior: Told, g: AttributionGrammar) =>
  prior.attribution.kind !== 'accuse' &&
  prior.attribution.kind !== 'deny' &&
  (!speakers[0] || (!speakers[0].mention && refersBack(speakers[0], prior, sentence, g)))

/** Whether an attribution reaches an event of its sentence. */
function reaches(t: Told, c: Candidate, all: readonly Told[], mentions: readonly Mention[]): boolean {
  const { predicate, scope, speakers, sentence } = t.attribution
  if (sentence !== c.sentence) return true
  // «رصدت الأجهزة وصول خلايا، وفق مصدر أمني»: whoever saw it is no link where somebody tells of it.
  if (t.attribution.kind === 'observe' && all.length > 1) return false
  if (predicate === c.predicate || !covers(scope, first(c.predicate.span))) return false
  // "proposed exchanging them for men captured in May": what is asked for is described, not told.
  const described = c.predicate.form === 'participle' && c.predicate.governor?.as === 'relative'
  if (t.attribution.kind === 'demand' && described) return false
  // "denied holding the clerks whom gunmen abducted in June": what only says who they are is not denied.
  if (t.attribution.kind === 'deny' && predicate && isDescribedUnder(c.predicate, predicate, sentence)) return false
  const party = speakers[0] && identity(mentions, speakers[0])
  const acts = c.slots.agents.some((p) => (p.group.referents ?? [p.group]).some((g) => identity(mentions, g) === party))
  // "The clan pledged to free two men": what a side undertakes is told by whoever tells that it does; its spokesman says it.
  const pledges = t.attribution.kind === 'promise' && acts
  if (pledges && (all.length > 1 || !speakers.some(arePeople))) return false
  // "X indicated that A and B …, revealing a deal": the revealing is X's, though grammar gives it to A. And whoever "told
  // them about sending arms" speaks of what he does; the one who reports it is further out.
  const bare = predicate?.form === 'gerund' || c.predicate.form === 'gerund' || c.predicate.form === 'infinitive'
  return !(bare && all.length > 1 && acts && !OF_ONESELF.has(t.attribution.kind))
}

/** Whether an event stands in a clause that describes something in what a predicate governs. */
function isDescribedUnder(event: Predicate, above: Predicate, sentence: Sentence): boolean {
  let described = false
  for (const { as, up, from } of stepsUp(event, sentence)) {
    if (up === above) return described
    described ||= as === 'relative' && from.form === 'finite'
  }
  return false
}

/** Whoever offers, demands, confesses or denies something of his own is the one who says so. */
const OF_ONESELF = new Set<Attribution['kind']>(['demand', 'admit', 'deny'])

/** "A source said that the information points to …": what somebody passes on is no link beside whoever passes it on. */
function withoutKnowledge(told: Told[]): Told[] {
  const others = told.filter((t) => !isKnowledge(t.attribution.speakers[0]))
  return others.length > 0 ? others : told
}
const isKnowledge = (x: NounGroup | undefined) =>
  x !== undefined && x.mention === undefined && x.classes.length > 0 && x.classes.every((c) => c === 'information')

const first = (s: Span): Span => ({ start: s.start, end: s.start + 1 })

/** An outlet that carries a person's words stands outside him, wherever the sentence names it ("in a statement carried by X"). */
function carriersFirst(hops: readonly Hop[]): Hop[] {
  return [...hops.filter(carries), ...hops.filter((h) => !carries(h))]
}
