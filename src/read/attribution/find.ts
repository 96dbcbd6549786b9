import { covers, type Mention, type Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { hasClass } from '../frames/classes.js'
import { byAccount } from './by-account.js'
import { byColon } from './by-colon.js'
import { byDraft } from './by-draft.js'
import { byHolding } from './by-holding.js'
import { byPreposition } from './by-preposition.js'
import { isCalledUntrue } from './called-untrue.js'
import { beforeMain, contentOf, endOfSpeech, saidToBe } from './content.js'
import type { AttributionGrammar, SayingKind } from './grammar.js'
import { addresseeOf } from './hearer.js'
import { carriersOfPaper, isPaper } from './papers.js'
import { quotedOf, sourcesOf } from './quoted.js'
import { saidOtherwise } from './said-otherwise.js'
import { sayingOf, tellsInIt } from './saying.js'
import { setBehind } from './set-behind.js'
import { isAccount, isAct, passesOn, speakersOf, speaks, tellersFrom } from './speakers.js'
import { tellsTerms } from './terms.js'

/** One act of passing on: who, by which words, and over what it reaches. */
export interface Attribution {
  sentence: Sentence
  /** Empty where the clause names nobody and the last speaker goes on. */
  speakers: NounGroup[]
  /** "told the agency": the one who was told, if it passes things on itself. */
  addressee?: NounGroup
  /** "quoted X", «نقلت عن X»: the one who is passed on, innermost of this act. */
  quoted?: NounGroup
  cue: Span
  kind: SayingKind
  /** Predicate of saying; absent for "according to". */
  predicate?: Predicate
  /** Whoever stands before a colon. */
  label?: true
  /** Whoever has an account of it all, which the sentences behind tell until somebody else speaks. */
  account?: true
  /** Whoever saw or got the paper that says it: an outlet, known or not. */
  carries?: true
  /** Whoever prints or broadcasts what another says: nobody goes back to him. */
  passesOn?: true
  /** Whom the transmitter before it has it from: «نقلا عن». */
  cited?: true
  scope: Span
}

/** All attributions of a sentence, outer ones first. */
export function findAttributions(
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Attribution[] {
  const bySayings = bySaying(sentence, mentions, g)
  const found = [
    ...bySayings,
    // "the daily, quoting officers, reported": the verb tells more than the phrase that it also is.
    ...byPreposition(sentence, mentions, g).filter(
      (a) => !bySayings.some((s) => s.speakers.length > 0 && (s.cue.start === a.cue.start || hearsBehind(s, a))),
    ),
    ...byColon(sentence, mentions, g),
    ...byPaper(sentence, mentions, g),
    ...byChannel(sentence, mentions, g),
    ...byDraft(sentence, g),
    ...byAccount(sentence, mentions, g),
    ...byHolding(sentence, mentions, g),
    ...saidOtherwise(sentence, mentions, g),
    ...setBehind(sentence, mentions, g),
  ].sort((a, b) => b.scope.end - b.scope.start - (a.scope.end - a.scope.start) || a.cue.start - b.cue.start)
  return behindTransmitters(found)
}

/** «حسب ما علمته الصحراء من أسرته»: whoever heard it, right behind the word, tells it with whom he heard it from. */
const hearsBehind = ({ kind, quoted, cue }: Attribution, { cue: { end } }: Attribution) =>
  kind === 'learn' && quoted !== undefined && cue.start >= end && cue.start - end <= 1

/** Whoever is cited stands right inside the transmitter named last before him; what that one passes on is his. */
function behindTransmitters(found: readonly Attribution[]): Attribution[] {
  const out = found.filter((a) => !a.cited)
  for (const cited of found.filter((a) => a.cited)) {
    const before = out.filter((a) => a.cue.start < cited.cue.start)
    // "Citing officers, the daily reported …": whoever cites may stand behind.
    const citing = out.find((a) => a.cue.start > cited.cue.start && a.predicate?.form === 'finite')
    const host = before.toSorted((a, b) => a.cue.start - b.cue.start).at(-1) ?? citing
    const scope =
      host && host.cue.start < host.scope.start && cited.cue.start < host.scope.end ? host.scope : cited.scope
    out.splice(host ? out.indexOf(host) + 1 : 0, 0, { ...cited, scope })
  }
  return out
}

/** «تبنت الجماعة عبر وكالة … الهجوم», "claimed the attack via its agency": the outlet through which somebody speaks. */
function byChannel(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  return sentence.predicates.flatMap((p) => {
    if (p.pos !== 'verb' || p.negated) return []
    // "took credit through its news agency": whose outlet it is says that he speaks.
    const says = sayingOf(p, sentence, g)
    const outlet = [...g.channels]
      .flatMap((f) => p.functions.P[f] ?? [])
      .find((x) => passesOn(x, mentions) && (says || x.of?.pronoun))
    const scope = { start: sentence.start, end: sentence.end }
    return outlet
      ? [{ sentence, speakers: [outlet], cue: p.span, kind: 'report' as const, passesOn: true as const, scope }]
      : []
  })
}

/** Kinds of saying that pass on another's words. */
const QUOTES = new Set<SayingKind>(['quote', 'learn', 'attribute'])

function bySaying(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  return sentence.predicates.flatMap((p): Attribution[] => {
    const said = sayingOf(p, sentence, g)
    const kind = said === 'attribute' && chargesWith(p, sentence, g) ? 'accuse' : said
    // "saw a copy of the report" passes nothing on; it only says who has it.
    // "a lorry carrying bread": what is carried or found is no word of anybody's.
    if (kind === 'report' && p.form === 'gerund' && p.functions.O.some((x) => hasClass(x, THINGS, g.tree))) return []
    if (!kind || (kind === 'learn' && g.sayingWith.has(`${p.lemma}/${p.pos}`))) return []
    // «وبموجب الاتفاق، تعهدت الحركة بـ…»: what is undertaken in a deal is told by whoever tells of the deal.
    if ((kind === 'demand' || kind === 'promise') && tellsTerms(sentence, g)) return []
    if (
      (p.negated && kind !== 'believe') ||
      isCalledUntrue(p, sentence, g) ||
      isRefused(sentence, p, g) ||
      (MEANS_MORE.has(kind) && onlySupports(p, sentence))
    )
      return []
    const told = isOfNobody(p, sentence, g)
      ? []
      : (quotedAbove(p, sentence, g) ?? speakersOf(p, mentions, g)).flatMap(
          (x) => holdersOf(x, p, sentence, mentions, g) ?? x,
        )
    const named = told.filter(
      (x) => !actsWithin(x, p, sentence) && !isAbstract(x) && (!isAct(x, sentence, g) || isAccount(x, sentence, g)),
    )
    // «جاء في التقرير أن …», "it says in the report that …": with nobody who speaks, the paper does.
    // «جاء في التقرير، المرفوع إلى …، أن …»: nor does a word that is not known to speak take its place.
    const papers = papersIn(p, g)
    const own = named.length > 0 && (papers.length === 0 || named.some((x) => speaks(x, g))) ? named : papers
    const speakers = own.length > 0 ? own : subjectBefore(p, sentence, mentions, g)
    // Nobody named: whoever spoke before goes on («وأضاف أن», "adding that"); a passive names nobody at all.
    const unsaid = p.passive && !(g.sayingWith.has(`${p.lemma}/verb`) && tellsInIt(p, sentence, g))
    if (speakers.length === 0 && (unsaid || p.pos === 'noun' || p.functions.S.length > 0)) return []
    const reach =
      chargedOf(sentence, p, g) ??
      saidBeside(sentence, p, kind, g) ??
      scopeOfHost(sentence, p, g) ??
      (kind === 'deny' ? reportDenied(sentence, p) : null) ??
      (kind === 'say' ? saidToBe(p, g.capacity) : null) ??
      restBehind(sentence, p, kind, speakers, g)
    if (!reach) return []
    const scope = beforeMain(reach, p, sentence, g.whereas)
    const quoted =
      (QUOTES.has(kind) ? quotedOf(p, kind, g) : undefined) ?? quotedAs(p, kind, sentence, g) ?? sourcesOf(p, kind, g)
    const addressee = addresseeOf(sentence, p, scope, kind, mentions, g)
    return [
      {
        sentence,
        speakers,
        cue: p.span,
        kind,
        predicate: p,
        scope,
        ...(addressee && addressee !== quoted ? { addressee } : {}),
        ...(quoted ? { quoted } : {}),
      },
    ]
  })
}

/** «نقل الموقع عن ضابط نفيه …، مؤكدا أن …»: what is affirmed meanwhile is affirmed by whoever is quoted. */
function quotedAbove(p: Predicate, sentence: Sentence, g: AttributionGrammar): NounGroup[] | undefined {
  const up = p.form === 'participle' && p.governor?.as === 'adverbial' && sentence.predicates[p.governor.predicate]
  const quoted = up && sayingOf(up, sentence, g) === 'quote' && quotedOf(up, 'quote', g)
  return quoted ? [quoted] : undefined
}

/** "The Panel received information that …": what is known says nothing, whoever got it or has it passes it on. */
function holdersOf(
  x: NounGroup,
  { governor }: Predicate,
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
) {
  if (!x.classes.includes('information') || governor?.as !== 'relative') return undefined
  const by = sentence.predicates[governor.predicate]
  if (by?.pos !== 'verb' || by.negated || sayingOf(by, sentence, g)) return undefined
  const { S, O, P } = by.functions
  const has = [...O, ...Object.values(P).flat()].some((o) => o.start === x.start)
  const from = tellersFrom(by, mentions, g)
  const holders = from.length > 0 ? from : S.filter((s) => s.mention !== undefined || speaks(s, g))
  return has && holders.length > 0 ? holders : undefined
}

/** «تشير أصابع الاتهام إلى …»: what is nothing but an idea says nothing. */
const isAbstract = ({ mention, classes }: NounGroup) =>
  mention === undefined && classes.length > 0 && classes.every((c) => c === 'abstract')

/** «قدّمت القيادة رواية أخرى، إذ ذكرت أن …»: with no subject of its own a saying is that of the clause it hangs on. */
function subjectBefore(
  p: Predicate,
  sentence: Sentence,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): NounGroup[] {
  const { governor, agreement } = p
  const hangs = governor?.as === 'adverbial' || governor?.as === 'conjunct'
  const host = hangs && sentence.predicates[governor.predicate]
  if (!host || !agreement || p.passive || host.form !== 'finite' || host.span.end > p.span.start) return []
  const subject = speakersOf(host, mentions, g)[0]
  const named = subject?.referents?.[0] ?? subject
  if (!named || named.pronoun || !speaks(named, g)) return []
  const { feminine } = subject!.agreement ?? {}
  return feminine === undefined || feminine === (agreement.gender === 'feminine') ? [named] : []
}

/** "reports of a raid by the army": it is the raid that is the army's. */
const actsWithin = (x: NounGroup, p: Predicate, { predicates }: Sentence) =>
  p.pos === 'noun' &&
  predicates.some(
    (q) =>
      q.governor?.predicate === p.index &&
      q.governor.as === 'of' &&
      q.span.end <= x.start &&
      q.functions.S.some((s) => s.start === x.start),
  )

/** "It is worth mentioning that …": nobody mentions it but whoever writes. */
function isOfNobody(
  { form, functions: { S }, governor }: Predicate,
  sentence: Sentence,
  g: AttributionGrammar,
): boolean {
  const up = governor && sentence.predicates[governor.predicate]
  if (form !== 'gerund' || (up && g.saying.has(`${up.lemma}/${up.pos}`))) return false
  return S.some(({ pronoun: x }) => x?.number === 'singular' && !x.gender && x.person !== 1)
}

const papersIn = (p: Predicate, g: AttributionGrammar) =>
  p.pos === 'verb' && g.sayingWith.has(`${p.lemma}/verb`)
    ? [...g.within].flatMap((f) => p.functions.P[f] ?? []).filter(isPaper)
    : []

/** "reported, citing officials, that …": the citing reaches as far as the saying that it hangs on. */
function scopeOfHost(sentence: Sentence, p: Predicate, g: AttributionGrammar): Span | null {
  if (p.form === 'finite' || (p.pos === 'noun' && p.functions.S.length === 0)) return null
  const host = p.governor && sentence.predicates[p.governor.predicate]
  if (!host || !g.saying.has(`${host.lemma}/${host.pos}`)) return null
  return contentOf(sentence, host)
}

/** What a predicate governs as said: "quoting a police report" says nothing that stands in the words for the report. */
function saidBeside(sentence: Sentence, p: Predicate, kind: SayingKind, g: AttributionGrammar): Span | null {
  const said = contentOf(sentence, p, kind, (q) => speaksAgainst(q, sentence, g))
  const told = said && sentence.predicates.some((q) => q.pos === 'verb' && q !== p && covers(said, q.span))
  return QUOTES.has(kind) && p.form === 'gerund' && p.functions.O.length > 0 && !told ? null : said
}

/** «… إن الجيش انسحب، فيما نفى مسؤول …»: behind a word that sets one voice beside another, somebody else speaks. */
const speaksAgainst = (q: Predicate, sentence: Sentence, g: AttributionGrammar) =>
  q.pos === 'verb' &&
  q.form === 'finite' &&
  q.governor?.as === 'adverbial' &&
  g.whereas.has(q.governor.by ?? '') &&
  sayingOf(q, sentence, g) !== undefined

/** Kinds of saying whose object is what is said, whatever the grammar makes of it: "revealed …", «كشف عن …». */
const TELLS = new Set<SayingKind>(['report', 'announce', 'confirm', 'admit'])

/** What is found or carried without being told. */
const THINGS = ['weapon', 'equipment', 'vehicle', 'person', 'money', 'support']

/** Where grammar finds no content: what stands behind such a verb, if whoever speaks is known to pass things on. */
function restBehind(
  sentence: Sentence,
  p: Predicate,
  kind: SayingKind,
  speakers: readonly NounGroup[],
  g: AttributionGrammar,
): Span | null {
  if (p.pos !== 'verb' || p.form !== 'finite' || p.passive) return null
  // "said that …", "said in April that …": what is said begins there, whatever grammar makes of it.
  const next = sentence.words.find((w) => w.start >= p.span.end && w.pos === 'subordinator')
  const between = (x: Span) => x.start >= p.span.end && next !== undefined && x.end <= next.start
  const apart = () =>
    sentence.predicates.some((q) => between(q.span)) ||
    sentence.words.some((w) => (w.pos === 'conjunction' || w.pos === 'punctuation') && between(w))
  if (speakers.length > 0 && next && g.thatWords.has(next.norm) && !apart())
    return { start: next.end, end: endOfSpeech(sentence, p, new Set([p.index])) }
  if (p.governor || !TELLS.has(kind)) return null
  // "A patrol found the rifles": a thing is found, not told.
  if (p.functions.O.some((x) => hasClass(x, THINGS, g.tree))) return null
  const known = speakers.some((s) => hasClass(s, ['source', 'outlet', 'document', 'group'], g.tree))
  return known ? { start: p.span.end, end: sentence.end } : null
}

/** "dismissed as invention a charge by X that …": what the verb's clause of content says is what X said. */
function chargedOf(sentence: Sentence, p: Predicate, g: AttributionGrammar): Span | null {
  if (p.pos !== 'noun' || speakerless(p)) return null
  const host = sentence.predicates.findLast(
    (q) => q.pos === 'verb' && q.span.end <= p.span.start && sayingOf(q, sentence, g) === 'deny',
  )
  const content =
    host && sentence.predicates.filter((q) => q.governor?.predicate === host.index && q.governor.as === 'content')
  const said = content?.find((q) => q.span.start > p.span.end)
  return said ? { start: said.clause.start, end: Math.max(said.clause.end, said.span.end) } : null
}
/** "dismissed as invention reports that …", "described as untrue claims that …": what the words denied say. */
function reportDenied({ predicates }: Sentence, p: Predicate): Span | null {
  if (p.pos !== 'verb') return null
  const words = predicates.find((q) => q.pos === 'noun' && q.span.start >= p.span.end)
  const said = predicates.find((q) => words && q.governor?.predicate === words.index && q.governor.as === 'content')
  if (!words || !said) return null
  const between = predicates.some(
    (q) => q.form === 'finite' && q.span.start > p.span.end && q.span.end < words.span.start,
  )
  return between ? null : { start: said.clause.start, end: Math.max(said.clause.end, said.span.end) }
}
const speakerless = (p: Predicate) => p.functions.S.length + p.functions.X.length === 0

/** "quoted in its issue of today a security official as saying that …": whoever stands right before his saying. */
function quotedAs(p: Predicate, kind: SayingKind, sentence: Sentence, g: AttributionGrammar): NounGroup | undefined {
  const says = sentence.predicates.find((q) => q.governor?.predicate === p.index && sayingOf(q, sentence, g) === 'say')
  const passes = kind === 'quote' || (kind === 'report' && says?.governor?.by === 'as')
  if (!passes || p.passive || says?.form !== 'gerund') return undefined
  return sentence.groups.findLast((x) => x.start >= p.span.end && x.end <= says.span.start && speaks(x, g))
}

/** "refused to confirm or deny that …", "could not confirm": nothing is passed on. */
function isRefused(sentence: Sentence, p: Predicate, g: AttributionGrammar): boolean {
  const up = p.governor && sentence.predicates[p.governor.predicate]
  if (!up) return false
  if (p.governor?.as === 'conjunct' && up.form === 'infinitive') return isRefused(sentence, up, g)
  return p.governor?.as === 'complement' && g.governors.get(`${up.lemma}/${up.pos}`) === 'negated'
}

/** Kinds of saying whose verbs have another sense with a noun of what is done. */
const MEANS_MORE = new Set<SayingKind>(['say', 'believe'])

/** "concluded a deal", "consider the listing of": a verb that only supports its noun says nothing. */
const onlySupports = (p: Predicate, { predicates }: Sentence) =>
  p.pos === 'verb' && predicates.some((q) => q.governor?.predicate === p.index && q.governor.as === 'light')

/** "attributed the raid to the clan", «نسب الهجوم إلى الجماعة»: whoever ascribes an act to somebody quotes nobody. */
function chargesWith(p: Predicate, sentence: Sentence, g: AttributionGrammar): boolean {
  if (p.pos !== 'verb') return false
  const isWords = (q: Predicate) => g.saying.has(`${q.lemma}/noun`) || g.saying.has(`${q.act?.lemma}/verb`)
  const acts = sentence.predicates.filter((q) => q.pos === 'noun' && p.functions.O.some((o) => covers(o, q.span)))
  return acts.length > 0 && !acts.some(isWords)
}

/** "in a statement carried by the agency", "papers seen by the daily": the outlet passes on all that the sentence says. */
function byPaper(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): Attribution[] {
  const papers = sentence.groups.filter(isPaper)
  return papers.flatMap((paper) =>
    carriersOfPaper(paper, sentence, mentions, g).map(({ by, outlet }) => ({
      sentence,
      speakers: [outlet],
      cue: by.span,
      kind: 'report' as const,
      passesOn: true as const,
      predicate: by,
      // Whoever saw or got a paper prints what it says.
      ...(isGot(by, g) ? { carries: true as const } : {}),
      scope: { start: sentence.start, end: sentence.end },
    })),
  )
}

const isGot = ({ lemma }: Predicate, g: AttributionGrammar) => g.sayingWith.get(`${lemma}/verb`)?.kind === 'learn'
