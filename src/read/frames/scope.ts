import { covers, type Mention, overlaps, type Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence, Word } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { isEpithet } from './epithet.js'
import type { FrameGrammar } from './grammar.js'
import { isGround, isNamedSite, placesOf, sitesOf } from './named-places.js'
import { addParty } from './slots.js'

/** Slots whose filler, once taken, is no circumstance any more. */
const TAKEN = ['agents', 'counterparts', 'objects', 'instruments', 'origin', 'destination'] as const

/**
 * Says which events of a sentence a time or place belongs to. It belongs to the event in whose clause it stands; one that
 * stands outside every clause to the nearest event before it, or else after it. An event without a place of its own
 * shares that of the events it hangs together with; so does one without a time.
 */
export function assignScope(
  sentence: Sentence,
  candidates: readonly Candidate[],
  mentions: readonly Mention[],
  saying: (p: Predicate) => boolean,
  grammar: FrameGrammar,
): void {
  if (candidates.length === 0) return
  // "arrested nine men who belong to the group on Monday": a description has no time or place of its own.
  const events = candidates.filter((c) => !isEpithet(c))
  const times = insideFirst(sentence)
  const own = times.filter((t) => candidates.some((c) => covers(c.predicate.clause, t)))
  for (const time of [...own, ...times.filter((t) => !own.includes(t))]) {
    if (isDayOfWord(time, sentence, events, saying)) {
      for (const c of events) if (c.predicate.span.start >= time.end) c.saidOn ??= time
      continue
    }
    const owner = hostOf(ownerOf(time, sentence, events, saying), time, sentence, events, saying)
    if (owner) for (const c of sameTrigger(owner, candidates)) c.time ??= time
  }
  const places = placesOf(sentence, mentions, grammar).filter((x) => !isWhereOf(x, sentence, saying))
  const spoken = places.filter((x) => standsBeforeSaying(x, sentence, saying))
  const placed = new Set<Candidate>()
  for (const place of [...places.filter((x) => !spoken.includes(x)), ...spoken]) {
    const owner = ownerOf(place, sentence, events, saying)
    // «وفي المدينة، قال المتحدث إن القوات أوقفت في القرية …»: where an event has its own place, the other is the speaker's.
    if (!owner || (spoken.includes(place) && placed.has(owner))) continue
    if (!spoken.includes(place)) placed.add(owner)
    for (const c of sameTrigger(owner, candidates)) if (!isTaken(c, place)) addParty(c.slots.places, place)
  }
  for (const c of candidates) {
    addPath(c, mentions, grammar)
    for (const place of sitesOf(c, mentions, grammar)) addParty(c.slots.places, place)
  }
  for (const c of candidates) shareWithin(c, candidates)
}

/** "MORANE, 3 May (agency) - Gunmen killed a judge on Friday": what stands in a clause comes before what stands in none. */
function insideFirst(sentence: Sentence) {
  const times = sentence.times.filter((t) => !isDateline(t, sentence))
  const inside = (t: Span) => sentence.predicates.some((p) => covers(p.clause, t))
  return [...times.filter(inside), ...times.filter((t) => !inside(t))]
}

/**
 * "The police said on Saturday that they had …", "said on Saturday they had …": when something was said, between the verb and
 * what was said, or who acts in it; "On Saturday, the police said that …": before whoever says it.
 */
const isDayOfWord = (
  time: Span,
  { predicates }: Sentence,
  events: readonly Candidate[],
  saying: (p: Predicate) => boolean,
): boolean => {
  const last =
    predicates.findLast((p) => p.form === 'finite' && p.span.end <= time.start) ?? opensSaying(time, predicates, saying)
  if (!last || !saying(last) || events.some((c) => c.predicate === last)) return false
  const said = predicates.filter((p) => p.governor?.as === 'content' && p.governor.predicate === last.index)
  const behind = (p: Predicate) =>
    p.clause.start >= time.end || (p.clause.start === time.start && p.functions.S.some((g) => g.start >= time.end))
  return said.some(behind) && said.every((p) => p.span.start >= time.end)
}

/** "On Saturday, a spokesman confirmed that …": the first finite verb, where it says something and whoever says it stands behind the day. */
function opensSaying(time: Span, predicates: readonly Predicate[], saying: (p: Predicate) => boolean) {
  const first = predicates.find((p) => p.form === 'finite')
  const opens =
    first && saying(first) && first.functions.S.some((g) => g.start >= time.end && g.end <= first.span.start)
  const that = predicates.filter((p) => p.governor?.predicate === first?.index && p.governor?.as === 'content')
  return opens && that.length > 0 && that.every((p) => p.governor?.by !== undefined) ? first : undefined
}

/** How many words of a dateline stand behind its day: an agency or place in brackets, a dash. */
const BEHIND_DAY = 6

/** "3 May 2021 (MORANE) – Gunmen …", "MORANE, 3 May (agency) -": the day on which a report was sent is no event's. */
function isDateline(time: Span, { words, predicates }: Sentence): boolean {
  if (predicates.some((p) => p.span.start < time.start)) return false
  const behind = words.filter((w) => w.start >= time.end).slice(0, BEHIND_DAY)
  const close = behind[0]?.norm === '(' ? behind.findIndex((w) => w.norm === ')') : -1
  return close > 0 && /^[-–—:]/u.test(behind[close + 1]?.norm ?? '')
}

/** "fled from the jail", "sent rifles to the port": where something went from and to, whatever else its frame names. */
function addPath(c: Candidate, mentions: readonly Mention[], grammar: FrameGrammar): void {
  const { prepositions, slots } = grammar
  for (const [slot, ways] of [
    ['origin', prepositions.source],
    ['destination', prepositions.goal],
  ] as const) {
    const moves = slots.get(c.type)?.has(slot)
    for (const way of ways)
      for (const g of (c.predicate.functions.P[way] ?? []).flatMap((x) => x.members ?? [x])) {
        const stands = moves ? isGround(g, grammar) : isNamedSite(g, mentions, grammar)
        if (stands && !isTaken(c, g) && !c.slots.places.some((p) => overlaps(p.group, g)))
          addParty(c.slots[moves ? slot : 'places'], g)
      }
  }
}

/** Whether a place opens a clause whose verb says something. */
const standsBeforeSaying = (place: Span, { predicates }: Sentence, saying: (p: Predicate) => boolean) =>
  predicates.some((p) => p.form === 'finite' && saying(p) && place.end <= p.span.start && covers(p.clause, place)) &&
  !predicates.some((p) => p.form === 'finite' && p.span.start < place.start)

const sameTrigger = (owner: Candidate, all: readonly Candidate[]) => all.filter((c) => c.predicate === owner.predicate)
const isTaken = (c: Candidate, g: NounGroup) => TAKEN.some((s) => c.slots[s].some((p) => overlaps(p.group, g)))

function ownerOf(
  span: Span,
  sentence: Sentence,
  candidates: readonly Candidate[],
  saying: (p: Predicate) => boolean,
): Candidate | undefined {
  const clauses = sentence.predicates
    .filter((p) => p.clause.start <= span.start && span.end <= p.clause.end)
    .sort((a, b) => a.clause.end - a.clause.start - (b.clause.end - b.clause.start))
  for (const p of clauses) {
    const own = candidates.find((c) => c.predicate === p)
    if (own) return own
    // What stands between a verb of saying and its content belongs to the saying.
    if (
      saying(p) &&
      !isDoneTo(p, candidates) &&
      !describes(p, sentence) &&
      p.span.start < span.start &&
      !candidates.some((c) => c.predicate.span.start < span.start && c.predicate.span.start > p.span.start)
    )
      return undefined
  }
  const before = candidates.filter((c) => c.predicate.span.start < span.start).at(-1)
  return before ?? candidates[0]
}

/** "freed five men whom it had abducted, the envoy said on Friday": a day behind the saying is no day of what only describes. */
function hostOf(
  owner: Candidate | undefined,
  time: Span,
  { predicates }: Sentence,
  candidates: readonly Candidate[],
  saying: (p: Predicate) => boolean,
): Candidate | undefined {
  const governor = owner?.predicate.governor
  if (!owner || governor?.as !== 'relative') return owner
  const told = predicates.some((p) => saying(p) && p.span.start >= owner.predicate.span.end && p.span.end <= time.start)
  return (told && candidates.find((c) => c.predicate.index === governor.predicate)) || owner
}

/** "attacked a post in the valley": a noun that is also a word of saying is a thing where something is done to it. */
const isDoneTo = ({ pos, governor }: Predicate, candidates: readonly Candidate[]) =>
  pos === 'noun' && governor?.as === 'object' && candidates.some((c) => c.predicate.index === governor.predicate)

/** "a convoy carrying bread", «يشتبه بانتمائهم»: a word of saying that describes somebody and tells nothing. */
const describes = ({ governor, index }: Predicate, { predicates }: Sentence) =>
  governor?.as === 'relative' &&
  !predicates.some(({ governor: g }) => g?.predicate === index && (g.as === 'content' || g.as === 'complement'))

/**
 * "the group's emir in the valley", "Nur Dar, an officer in the port", "a nurse in the town said": where somebody holds his
 * office, or speaks, is not where it happened.
 */
function isWhereOf(place: NounGroup, sentence: Sentence, saying: (p: Predicate) => boolean): boolean {
  const { groups, words, predicates } = sentence
  const at = words.findIndex((w) => w.start >= place.start)
  const holder = groups.find((g) => g.end === words[at - 2]?.end && g.end < place.start)
  if (!holder) return false
  const isSubject = (p: Predicate) => p.functions.S.some((g) => g.start === holder.start)
  if (predicates.some((p) => saying(p) && isSubject(p) && p.span.start >= place.end)) return true
  const isMark = (w: Word | undefined) => w?.pos === 'punctuation' && /^[,،()]$/u.test(w.norm)
  const [mark, close] = [words.filter((w) => w.end <= holder.start).at(-1), words.find((w) => w.start >= place.end)]
  // What stands behind a mark and acts describes nobody: "On Monday, men in the valley attacked".
  if (!isMark(mark) || holder.mention !== undefined || predicates.some(isSubject)) return false
  // "held, on Monday, a meeting in the valley": an act describes nobody.
  if (predicates.some((p) => p.pos === 'noun' && p.span.start === holder.head.start)) return false
  return isMark(close) || holder.classes.some((k) => k === 'person' || k === 'group')
}

/** Events bound to each other (a blast and the deaths in it) are at one place and time. */
function shareWithin(c: Candidate, candidates: readonly Candidate[]): void {
  const bound = candidates.filter((o) => o !== c && isBound(c.predicate, o.predicate))
  if (c.slots.places.length === 0) {
    const donor = bound.find((o) => o.slots.places.length > 0)
    if (donor) for (const p of donor.slots.places) if (!isTaken(c, p.group)) addParty(c.slots.places, p.group)
  }
  c.time ??= bound.find((o) => o.time && !endsWhatBegan(c, o))?.time ?? null
}

const TAKES = new Set(['kidnapping', 'arrest'])
const ENDS = new Set(['prisoner-release', 'prisoner-exchange', 'escape'])
/** "freed on Friday the men whom it had abducted": nobody is taken on the day on which he is free again. */
const endsWhatBegan = (a: Candidate, b: Candidate) =>
  (TAKES.has(a.type) && ENDS.has(b.type)) || (ENDS.has(a.type) && TAKES.has(b.type))

const BINDING = new Set(['relative', 'conjunct', 'object', 'of', 'light', 'adverbial'])
const isBound = (a: Predicate, b: Predicate) =>
  (a.governor?.predicate === b.index && BINDING.has(a.governor.as)) ||
  (b.governor?.predicate === a.index && BINDING.has(b.governor.as)) ||
  isDoneIn(a, b)

/** "killed nine in a strike near the port": the act, named behind a preposition, in which another one is done. */
const isDoneIn = ({ pos, index, functions: { P } }: Predicate, act: Predicate) =>
  pos === 'verb' &&
  act.pos === 'noun' &&
  (!act.governor || act.governor.predicate === index) &&
  Object.values(P).some((groups) =>
    groups.some((g) => g.head.start === act.span.start && g.classes.includes('violence')),
  )
