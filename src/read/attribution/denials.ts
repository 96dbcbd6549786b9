import { covers, type Hop, type Mention, type Slot } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { type BySentence, type Candidate, candidatesBySentence, candidatesNear, type Party } from '../candidate.js'
import type { FrameIndex } from '../frames/compile.js'
import { addParty } from '../frames/slots.js'
import { stepsUp } from '../governors.js'
import { identity } from '../merge/filler.js'
import type { AttributionGrammar } from './grammar.js'
import { sideOf } from './own-act.js'
import { isPaper } from './papers.js'
import { sayingOf, saysUntrue } from './saying.js'
import { speakersOf } from './speakers.js'

/** A denial of what somebody else said: "The group denied it", "called the report a lie", «وهو ما تنفيه …». */
export interface Denial {
  sentence: Sentence
  predicate: Predicate
  speaker: NounGroup
  chain: Hop[]
  /** Denied is a part in the deed, and not the deed. */
  tie?: boolean
  /** The word for it, where it is denied that there was any ("denied that there were any such talks"). */
  there?: NounGroup
  /** What is denied, where the sentence itself tells it as another's words ("dismissed a charge by X that …"). */
  of?: Candidate
}

type FoundDenial = Pick<Denial, 'predicate' | 'speaker' | 'tie' | 'there'>

/** How many sentences before a denial hold what it denies. */
const REACH = 3

/**
 * The clause of a denial that names what it denies only by a pronoun or a noun for words, and whoever denies: "denied the
 * report", "called it a lie", "…, which the ministry denied", "said the story was untrue".
 */
export function findDenials(sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar): FoundDenial[] {
  return sentence.predicates.flatMap((predicate): FoundDenial[] => {
    if (predicate.pos === 'noun') return saidNotToBe(predicate, sentence, mentions, g)
    if (predicate.pos !== 'verb' || predicate.negated) return []
    const denies = sayingOf(predicate, sentence, g) === 'deny'
    const called = !denies && isUntrue(predicate, sentence, g)
    const speaker = denies
      ? speakersOf(predicate, mentions, g)[0]
      : called
        ? callerOf(predicate, sentence, mentions, g)
        : undefined
    const tie = denies && deniesTie(predicate)
    const there = denies ? (deniedToBe(predicate, sentence) ?? deniedToOccur(predicate, sentence)) : undefined
    const said = !denies || tie || there || namesWords(predicate, sentence) || deniesClause(predicate, g)
    return speaker && said ? [{ predicate, speaker, tie, ...(there && { there }) }] : []
  })
}

/** Whether the object is a pronoun or words told before; grammar may take what they are called into their group ("the report baseless"). */
function namesWords({ functions: { O, O2 } }: Predicate, sentence: Sentence): boolean {
  const isWord = (classes: readonly string[]) => classes.includes('statement') || classes.includes('document')
  const paper = (x: NounGroup) =>
    isPaper(x) ||
    (x.mention === undefined && sentence.words.some((w) => w.start >= x.start && w.end <= x.end && isWord(w.classes)))
  // "calls this a lie"
  const points = (x: NounGroup) =>
    sentence.words.some((w) => w.start === x.start && w.end === x.end && w.pos === 'pronoun')
  return [...O, ...O2].some((x) => x.pronoun !== undefined || points(x) || (x.definite && paper(x)))
}

/** "denied that there were any such talks": a bare word for what was told, which names nobody. */
function deniedToBe({ index }: Predicate, { predicates }: Sentence): NounGroup | undefined {
  const is = predicates.find((q) => q.governor?.predicate === index && q.governor.as === 'content' && q.pos === 'verb')
  const [there, other] = is?.functions.S ?? []
  const [what] = is?.functions.O ?? []
  const empty = there && !other && there.classes.length === 0 && !there.pronoun && there.mention === undefined
  const alone = Object.keys(is?.functions.P ?? {}).length === 0 && what && !what.of && what.mention === undefined
  return empty && alone && isTold(what) ? what : undefined
}

/** «نفت الحركة حدوث اللقاء», «نفى صحة الاتفاق»: that what was told came about; where its word names nobody, it is what was told before. */
function deniedToOccur({ functions: { O } }: Predicate, { predicates }: Sentence): NounGroup | undefined {
  const [what, other] = O
  const of = what?.mention === undefined && !what?.definite === !what?.of?.definite ? what?.of : undefined
  if (other || !of?.definite || of.mention !== undefined || of.of || of.pronoun) return undefined
  if (!isTold(of)) return undefined
  const named = predicates.some((q) => covers(of, q.span) && Object.keys(q.functions.P).length > 0)
  return named ? undefined : of
}
/** Words for what may have been told before: talks, a deal, an event. */
const isTold = ({ classes }: NounGroup) => ['talks', 'deal', 'event'].some((k) => classes.includes(k))

/** "said no such talks took place": a bare word for what was told, of which it is said that there was none. */
function saidNotToBe(p: Predicate, sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar) {
  const bare = p.negated && p.definite && Object.values(p.functions).every((f) => Object.values(f).flat().length === 0)
  if (!bare || p.governor?.as !== 'light') return []
  const there = sentence.groups.find((x) => covers(x, p.span) && x.mention === undefined && !x.of)
  const says = [...stepsUp(p, sentence)].find(({ as, up }) => as === 'content' && sayingOf(up, sentence, g))?.up
  const speaker = says && speakersOf(says, mentions, g)[0]
  return there && speaker ? [{ predicate: says, speaker, there }] : []
}

/** "accused the clan of the raid, which it denied": the relative stands for the clause before it; no person or thing is denied. */
const deniesClause = ({ governor, lemma, functions: { O } }: Predicate, g: AttributionGrammar) =>
  governor?.as === 'relative' && g.governors.get(`${lemma}/verb`) === 'denied' && !O.some((x) => x.pronoun)

/** «نفت أي صلة لها بالحادث», "denied any part in the incident": of a deed told before, by a word that tells nothing of it. */
const deniesTie = ({ functions: { O, P } }: Predicate) =>
  O.some((x) => x.classes.includes('tie')) &&
  Object.values(P).some((xs) => xs.some((x) => x.definite && x.mention === undefined && x.classes.includes('event')))

/** "the claim was baseless": what was said before is called untrue in a clause of its own. */
const isUntrue = ({ functions: { S }, span, governor }: Predicate, sentence: Sentence, g: AttributionGrammar) =>
  governor?.as === 'content' &&
  S.some((x) => isPaper(x) && x.definite) &&
  saysUntrue(sentence, span.start, sentence.end, g)

/** Whoever says a clause: the subject of the saying above it, or whose "answer" it is. */
function callerOf(p: Predicate, sentence: Sentence, mentions: readonly Mention[], g: AttributionGrammar) {
  const up = sentence.predicates[p.governor!.predicate]!
  if (sayingOf(up, sentence, g)) return speakersOf(up, mentions, g)[0]
  const within = (q: Predicate) => up.functions.S.some((s) => s.start <= q.span.start && q.span.end <= s.end)
  const word = sentence.predicates.find((q) => q.pos === 'noun' && sayingOf(q, sentence, g) && within(q))
  return word && speakersOf(word, mentions, g)[0]
}

/** Adds what is denied as claims of their own: the event last told, denied by the one who speaks. */
export function addDenials(
  candidates: Candidate[],
  denials: readonly Denial[],
  mentions: readonly Mention[],
  frames: FrameIndex,
  g: AttributionGrammar,
): void {
  const bySentence = candidatesBySentence(candidates)
  let last: Denied | undefined
  for (const d of denials) {
    const told =
      d.of ??
      toldOf(candidates, d, frames) ??
      (d.there || tellsItself(d, frames) ? undefined : (deniedBeside(d, last) ?? lastTold(bySentence, d, mentions, g)))
    if (!told || told.dropped) continue
    last = { denial: d, told }
    const slots = Object.fromEntries(Object.entries(told.slots).map(([s, ps]) => [s, [...ps]])) as Record<Slot, Party[]>
    const side = d.tie ? (sideOf(d.speaker, mentions) ?? seatOf(d, mentions)) : undefined
    if (side) {
      slots.agents = []
      addParty(slots.agents, side, 'whoever denies a part in it')
    }
    candidates.push({
      ...told,
      rule: `${told.rule} denial`,
      sentence: d.sentence,
      predicate: d.of ? told.predicate : d.predicate,
      slots,
      status: 'denied',
      chain: d.chain,
      links: [],
      support: [{ ...told.predicate.clause, for: 'denied' }],
      confidence: told.confidence * 0.8,
    })
  }
}

/** «نفى ما تداولته صفحات عن انسحاب القوة من …»: what is denied is told with its parties, though no frame reads it. */
const tellsItself = ({ predicate, sentence, tie }: Denial, frames: FrameIndex): boolean =>
  !tie &&
  sentence.predicates.some(
    (q) =>
      q.pos === 'noun' &&
      q.span.start > predicate.span.end &&
      frames.has(`${q.lemma}/noun`) &&
      Object.values({ ...q.functions, ...q.functions.P }).some((f) => Array.isArray(f) && f.length > 0) &&
      [...stepsUp(q, sentence)].some(({ up }) => up === predicate),
  )

interface Denied {
  denial: Denial
  told: Candidate
}
/** «نفت الحركة حدوث اللقاء، كما نفاه بيان …»: a denial beside another denies the same. */
const deniedBeside = (d: Denial, last: Denied | undefined): Candidate | undefined =>
  last && last.denial.sentence === d.sentence && d.predicate.governor?.predicate === last.denial.predicate.index
    ? last.told
    : undefined

/** «مصدر في الفصيل»: the party in which whoever denies has his seat. */
function seatOf({ sentence, speaker, chain }: Denial, mentions: readonly Mention[]): NounGroup | undefined {
  const end = chain.at(-1)?.end ?? speaker.end
  return sentence.groups.find((x) => x.start >= speaker.end && x.end <= end && sideOf(x, mentions) === x)
}

/** "called the story of the release a lie": the event of the kind that the words denied are about, told anywhere before. */
function toldOf(candidates: readonly Candidate[], { predicate, sentence, there }: Denial, frames: FrameIndex) {
  const events = there
    ? [there.lemma]
    : predicate.functions.O.flatMap(({ of }) => (of?.definite && of.mention === undefined ? [of.lemma] : []))
  const types = new Set(events.flatMap((noun) => frames.get(`${noun}/noun`) ?? []).map((u) => u.type))
  return candidates.findLast(
    (c) =>
      types.has(c.type) &&
      !c.dropped &&
      !c.sentence.heading &&
      c.status !== 'denied' &&
      c.sentence.index < sentence.index &&
      c.slots.agents.length + c.slots.counterparts.length > 0,
  )
}

function lastTold(
  bySentence: BySentence,
  d: Denial,
  mentions: readonly Mention[],
  g: AttributionGrammar,
): Candidate | undefined {
  const speaker = identity(mentions, d.speaker)
  const before = candidatesNear(bySentence, d.sentence, deniesOwnSentence(d) ? 0 : REACH).filter(
    (c) => !c.dropped && !c.sentence.heading && c.status !== 'denied' && c.predicate.span.end <= d.predicate.span.start,
  )
  const own = before.filter((c) => parties(c).some((p) => identity(mentions, p.group) === speaker))
  // "dismissed the accusation": of what was told, what somebody was accused of.
  const accusation = d.predicate.functions.O.some(({ lemma }) => g.saying.get(`${lemma}/noun`) === 'accuse')
  const of = own.length > 0 ? own : before
  const accused = accusation ? of.filter((c) => c.status === 'alleged') : []
  return (accused.length > 0 ? accused : of).toSorted((a, b) => a.predicate.span.start - b.predicate.span.start).at(-1)
}

/** «وتتهم الجماعة موظفين بالتجسس، وهو ما تنفيه المنظمة»: what hangs on a clause of its sentence denies that, and nothing told before. */
const deniesOwnSentence = ({ predicate: { governor, span }, sentence: { predicates } }: Denial) =>
  (governor?.as === 'relative' || governor?.as === 'adverbial') &&
  predicates[governor.predicate]!.span.end <= span.start

const parties = (c: Candidate) => [...c.slots.agents, ...c.slots.counterparts]
