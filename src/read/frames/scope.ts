import { covers, type Mention, overlapping, overlaps, type Span } from '../../model/index.js'
import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import { hasClass } from './classes.js'
import type { FrameGrammar } from './grammar.js'
import { addParty } from './slots.js'

const PLACE = ['place']
/** How far, in UTF-16 units, a bearing stands behind the place that it explains: a comma and its words. */
const BESIDE = 16
/** Classes of what is no ground to stand on, though its name may be that of a place. */
const NO_GROUND = ['person', 'group', 'vehicle']
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
  for (const time of insideFirst(sentence)) {
    const owner = ownerOf(time, sentence, candidates, saying)
    if (owner) for (const c of sameTrigger(owner, candidates)) c.time ??= time
  }
  for (const place of placesOf(sentence, mentions, grammar)) {
    const owner = ownerOf(place, sentence, candidates, saying)
    if (owner) for (const c of sameTrigger(owner, candidates)) if (!isTaken(c, place)) addParty(c.slots.places, place)
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

/** Places named within what was hit, taken or left ("the Umbadda market"), and owners of the place ("Aden's old quarter"). */
function sitesOf(c: Candidate, mentions: readonly Mention[], grammar: FrameGrammar): NounGroup[] {
  const inside = (g: NounGroup, passes: (m: Mention) => boolean) =>
    overlapping(mentions, g).flatMap((m) => {
      const part = covers(g, m) && !covers(m, g)
      return part && isSite(m, g, grammar) && passes(m) ? [siteOf(m, c.sentence)] : []
    })
  const things = (['counterparts', 'objects'] as const).flatMap((slot) => c.slots[slot].map((p) => p.group))
  return [
    ...things.filter((g) => isNamedSite(g, mentions, grammar)),
    ...things.filter((g) => isPlace(g, grammar)).flatMap((g) => inside(g, () => true)),
    ...c.slots.places.flatMap(({ group: g }) =>
      inside(g, (m) => (m.end <= g.head.start ? g.of?.start === m.start : hasClass(g, ['building'], grammar.tree))),
    ),
  ]
}

/** "the Zamzam camp", "Sirwah": ground whose name says where it is; "a checkpoint", "the positions of the army" do not. */
function isNamedSite(g: NounGroup, mentions: readonly Mention[], grammar: FrameGrammar): boolean {
  if (!isGround(g, grammar) || g.state) return false
  const known = overlapping(mentions, g).some((m) => m.kind === 'place' && covers(g, m))
  return known || (g.mention !== undefined && mentions[g.mention]?.entities.length === 0)
}

/** A known place, or a lone unknown name before something that stands at a place. */
function isSite(m: Mention, g: NounGroup, grammar: FrameGrammar): boolean {
  if (m.kind === 'place') return true
  return m.entities.length === 0 && m.end <= g.head.start && !/\s/u.test(m.text) && isPlace(g, grammar)
}

function siteOf({ start, end, id }: Mention, sentence: Sentence): NounGroup {
  const mention = sentence.words.find((w) => w.start === start)?.mention
  const span = { start, end }
  const group = { ...span, head: span, lemma: id, classes: PLACE, definite: true, modifiers: [] }
  return mention === undefined ? group : { ...group, mention }
}

const sameTrigger = (owner: Candidate, all: readonly Candidate[]) => all.filter((c) => c.predicate === owner.predicate)
const isTaken = (c: Candidate, g: NounGroup) => TAKEN.some((s) => c.slots[s].some((p) => overlaps(p.group, g)))

/** Groups that name a place behind a preposition that can mark one, each once, outer before inner. */
function placesOf(sentence: Sentence, mentions: readonly Mention[], grammar: FrameGrammar): NounGroup[] {
  const marked = new Set<NounGroup>()
  const bearings: NounGroup[] = []
  const { between, place, means, bearing } = grammar.prepositions
  for (const p of sentence.predicates) {
    for (const [preposition, groups] of Object.entries(p.functions.P)) {
      if (bearing.has(preposition)) bearings.push(...groups)
      const isBetween = between.has(preposition)
      if (!isBetween && !place.has(preposition) && !means.has(preposition)) continue
      for (const g of groups.flatMap((x) => x.members ?? [x]))
        if (isBetween ? isGround(g, grammar) : isPlace(g, grammar)) marked.add(g)
    }
  }
  // "in the Wadi district, east of Aden": where a place is said, what it lies beside is no second one.
  const beside = (g: NounGroup) =>
    [...marked].some((o) => !bearings.includes(o) && o.end <= g.start && g.start - o.end <= BESIDE)
  for (const g of bearings) if (beside(g)) marked.delete(g)
  for (const g of [...marked])
    if (g.of && isPlace(g.of, grammar) && g.of.mention !== undefined && hasOwnName(g, g.of, mentions)) marked.add(g.of)
  const named = [...marked].flatMap((g) => listed(g, grammar)).map((g) => withNameBehind(g, sentence, mentions))
  const all = named.sort((a, b) => a.start - b.start || b.end - a.end)
  return all.filter((g, i) => !all.slice(0, i).some((o) => o.of !== g && o.start <= g.start && g.end <= o.end))
}

/** "the cities of Sanaa and Hodeidah": each place of the list for itself. */
function listed(g: NounGroup, grammar: FrameGrammar): NounGroup[] {
  const members = g.mention === undefined ? g.of?.members : undefined
  return members?.every((m) => isPlace(m, grammar)) ? members : [g]
}

/** "the capital, Sanaa": a description of a place with its name behind a comma. */
function withNameBehind(g: NounGroup, sentence: Sentence, mentions: readonly Mention[]): NounGroup {
  if (g.mention !== undefined || g.of || g.apposed) return g
  const i = sentence.words.findIndex((w) => w.start >= g.end)
  const [comma, word] = [sentence.words[i], sentence.words[i + 1]]
  if (comma?.pos !== 'punctuation' || comma.start !== g.end || !word) return g
  const name = mentions.find((m) => m.kind === 'place' && m.start === word.start)
  return name ? { ...g, end: name.end } : g
}

/** "the Mahfad district of Abyan" names two places, «منطقة يكلا» one. */
const hasOwnName = (outer: NounGroup, inner: NounGroup, mentions: readonly Mention[]) =>
  mentions.some((m) => m.kind === 'place' && m.start >= outer.start && m.end <= inner.start)

/** A place that is nobody and nothing that moves. */
const isGround = (g: NounGroup, grammar: FrameGrammar) => isPlace(g, grammar) && !hasClass(g, NO_GROUND, grammar.tree)

const isPlace = (g: NounGroup, grammar: FrameGrammar) =>
  hasClass(g, PLACE, grammar.tree) && !hasClass(g, ['weapon', 'time', 'event'], grammar.tree) && !g.pronoun

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
      p.span.start < span.start &&
      !candidates.some((c) => c.predicate.span.start < span.start && c.predicate.span.start > p.span.start)
    )
      return undefined
  }
  const before = candidates.filter((c) => c.predicate.span.start < span.start).at(-1)
  return before ?? candidates[0]
}

/** Events bound to each other by government (a blast and the deaths in it) are at one place and time. */
function shareWithin(c: Candidate, candidates: readonly Candidate[]): void {
  const bound = candidates.filter((o) => o !== c && isBound(c.predicate, o.predicate))
  if (c.slots.places.length === 0) {
    const donor = bound.find((o) => o.slots.places.length > 0)
    if (donor) for (const p of donor.slots.places) if (!isTaken(c, p.group)) addParty(c.slots.places, p.group)
  }
  c.time ??= bound.find((o) => o.time)?.time ?? null
}

const BINDING = new Set(['relative', 'conjunct', 'object', 'of', 'light', 'adverbial'])
const isBound = (a: Predicate, b: Predicate) =>
  (a.governor?.predicate === b.index && BINDING.has(a.governor.as)) ||
  (b.governor?.predicate === a.index && BINDING.has(b.governor.as))
