import type { Mention } from '../../model/index.js'
import type { Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import { announces, isItem, itemSign } from '../attribution/reach.js'
import { type BySentence, type Candidate, candidatesBySentence, candidatesNear } from '../candidate.js'
import { hasClass, sidesOf } from '../frames/classes.js'
import { CONTENT, tieBefore, underDeal } from '../frames/deal.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty, behindAny, emptySlots } from '../frames/slots.js'
import { stepsUp } from '../governors.js'
import { identity } from './filler.js'
import { restrainByDeal } from './restraint.js'

/** How many sentences the items of one deal may fill. */
const LONGEST_LIST = 8

/**
 * What was agreed is a claim of its own, planned until somebody says that it was done: what an agreement governs in its
 * sentence, what a sentence with the deal as subject contains, and the items of a list that a deal opens. Whoever made
 * the deal acts where the content names nobody.
 */
export function readDeals(
  analysis: Analysis,
  candidates: readonly Candidate[],
  grammar: FrameGrammar,
  ordinals: ReadonlySet<string>,
): void {
  const bySentence = candidatesBySentence(candidates)
  let deal: Candidate | null = null
  let listed = 0
  let open = false
  /** How the items of the list are marked; numbered paragraphs go on behind lettered ones. */
  let marked: string | undefined
  let paragraph = -1
  /** How the paragraph is marked, if it is an item itself: what it tells of a deal, the next item is none of its terms. */
  let within: string | undefined
  let toldWithin: string | undefined
  /** Who is to do what the list holds, where the line that opens it says so. */
  let bound: readonly NounGroup[] = []
  for (const sentence of analysis.sentences) {
    const here = bySentence.get(sentence.index) ?? []
    const own = here.find((c) => c.type === 'agreement')
    if (own && own.slots.agents.length === 0) nameSides(own, here, bySentence, analysis.mentions, grammar)
    const opens = sentence.paragraph !== paragraph
    paragraph = sentence.paragraph
    // The list ends where a paragraph begins that is no item of it: later lists are of something else.
    const opensList = announces(sentence, analysis.text)
    if (opens && !isItem(sentence, ordinals) && !own && !opensList) open = false
    // "According to him, the deal had four terms:": what opens the list names the deal once more.
    if (opensList && tellsOfDeal(sentence, grammar)) open = deal !== null
    if (opensList) bound = boundBy(sentence, grammar)
    const sign = itemSign(sentence, ordinals)
    if (opens) within = sign
    if (listed === 0) marked = sign
    else if (sign !== undefined && sign !== marked) open = false
    const item: boolean =
      deal !== null && open && sign !== undefined && sign === marked && sign !== toldWithin && listed < LONGEST_LIST
    listed = item ? listed + 1 : 0
    const contents: Candidate[] = []
    for (const c of here) {
      if (c.type === 'agreement' || c.mediates) continue
      // «توصلا في ختام المشاورات إلى اتفاق»: talks that only say when a deal was reached are part of it.
      const { pos, definite, governor } = c.predicate
      const when = pos === 'noun' && definite && governor?.as === 'adverbial' && c.slots.agents.length < 2
      if (own && c.type === 'meeting' && when) c.dropped = 'the talks at which the deal was made'
      const host =
        own &&
        (governs(sentence, own.predicate, c.predicate) ||
          listedBehind(analysis.text, own.predicate, c.predicate) ||
          underDeal(sentence, c.predicate, grammar.tree))
          ? own
          : null
      const under =
        underDeal(sentence, c.predicate, grammar.tree) || contents.some((o) => goesOnFrom(o, c, analysis.text))
      const content = host ?? (deal && (item || under) ? deal : null)
      if (content || under) contents.push(c)
      if (item && c.predicate.form === 'infinitive' && c.slots.agents.length === 0)
        for (const g of bound) addParty(c.slots.agents, g, 'whoever undertakes what the list holds')
      if (content) beContent(c, content, analysis.mentions, grammar)
      else if (under) intend(c, grammar)
      else shareWays(c, here, analysis.mentions)
    }
    if (own && own.slots.agents.length > 0) {
      deal = own
      open = true
      toldWithin = item ? undefined : within
    } else if (sentence.heading && !opensList) {
      deal = null
    }
  }
}

const tellsOfDeal = ({ groups }: Sentence, { tree }: FrameGrammar) =>
  groups.some((g) => g.definite && hasClass(g, ['deal'], tree))

/** "The clan undertakes in the deal:": the party that the last clause of the line is about. */
function boundBy({ predicates }: Sentence, { tree }: FrameGrammar): readonly NounGroup[] {
  const last = predicates.findLast((p) => p.pos === 'verb' && p.form === 'finite' && !p.passive)
  const [party, other] = last?.functions.S ?? []
  const isParty = party && !other && !party.pronoun && !hasClass(party, ['deal', 'source'], tree)
  return isParty && hasClass(party, ['group', 'person'], tree) ? [party] : []
}

/** "provides for the release of ten men; the opening of the road; and …": behind a semicolon what a deal holds goes on. */
const goesOnFrom = ({ predicate: before }: Candidate, { predicate: p }: Candidate, text: string) =>
  p.form !== 'finite' &&
  !p.governor &&
  /[;؛]/u.test(text.slice(before.span.end, Math.max(before.span.end, p.span.start)))

/** "It was agreed that the clan would … and the army …": those who are to act, else those who met right before. */
function nameSides(
  deal: Candidate,
  here: readonly Candidate[],
  all: BySentence,
  mentions: readonly Mention[],
  { tree, prepositions }: FrameGrammar,
): void {
  const acting = here.filter((c) => c !== deal && governs(deal.sentence, deal.predicate, c.predicate))
  const sides = acting.flatMap((c) => c.slots.agents)
  const distinct = new Set(sides.map((p) => identity(mentions, p.group)))
  const met = candidatesNear(all, deal.sentence, MET).findLast((c) => c.type === 'meeting' && c.slots.agents.length > 1)
  const tie = distinct.size > 1 ? undefined : tieBefore(deal, tree, prepositions)
  const meant = distinct.size > 1 ? sides : (met?.slots.agents ?? [])
  for (const g of tie ? sidesOf(tie) : meant.map((p) => p.group))
    addParty(deal.slots.agents, g, 'those who are to act, who are tied or who met')
}

/** How many sentences before a deal hold the meeting that made it. */
const MET = 2

function beContent(c: Candidate, deal: Candidate, mentions: readonly Mention[], grammar: FrameGrammar): void {
  c.links.push({ kind: 'content-of', candidate: deal })
  // "The truce agreed in April is holding": what was agreed on is spoken of as being there.
  const { form, functions } = deal.predicate
  const agreed = functions.O.some(
    ({ head }) => head.start <= c.predicate.span.start && c.predicate.span.end <= head.end,
  )
  const there = form === 'participle' && c.predicate.pos === 'noun' && c.predicate.definite && agreed
  if (!there) intend(c, grammar)
  if (TOGETHER.has(c.type)) actTogether(c, deal, mentions)
  if (c.slots.agents.length > 0) return completeOtherSide(c, deal, mentions, grammar)
  // Who gets, or whose people are moved or freed, is not the one who does it.
  const other = grammar.oneWay.has(c.type) ? patientsOf(c, mentions) : new Set()
  for (const p of deal.slots.agents)
    if (!other.has(identity(mentions, p.group))) addParty(c.slots.agents, p.group, 'party of the deal')
}

/** Those to whom something is done, and whose people they are. */
const patientsOf = ({ slots: { counterparts, objects } }: Candidate, mentions: readonly Mention[]) =>
  new Set(
    [...counterparts, ...objects].flatMap(({ group: g }) =>
      [g, g.of].flatMap((x) => (x ? [identity(mentions, x)] : [])),
    ),
  )

/** What those who agree on it do together, to somebody else. */
const TOGETHER = new Set(['attack', 'assassination', 'kidnapping', 'seizure'])

/** "The Front reached an accord with the clan to shell the port": the one with whom it was reached shells it, too. */
function actTogether(c: Candidate, deal: Candidate, mentions: readonly Mention[]): void {
  const [own] = c.slots.agents
  const subjects = deal.predicate.functions.S
  // Only where grammar hands the deal's subject down: who is named beside the act acts alone.
  if (!own || c.slots.agents.length > 1 || own.group.end > c.predicate.span.start || !subjects.includes(own.group))
    return
  const victims = new Set(c.slots.counterparts.map((p) => identity(mentions, p.group)))
  const others = deal.slots.agents.filter((p) => !victims.has(identity(mentions, p.group)))
  if (others.length < deal.slots.agents.length) return
  for (const p of others) addParty(c.slots.agents, p.group, 'party of the deal')
}

/** What a deal holds is planned, unless it is told as done. */
function intend(c: Candidate, grammar: FrameGrammar): void {
  restrainByDeal(c, grammar)
  if (c.status === 'negated' && PEACEABLE.has(c.type) && standsBesideStopped(c)) c.status = 'planned'
  const done = c.predicate.form === 'finite' && c.predicate.tense === 'past'
  if (c.status === 'asserted' && !done) c.status = 'planned'
}

/** «وقف الأعمال العدائية وتبادل الأسرى»: behind the fighting that is to stop stands what is to begin. */
const standsBesideStopped = ({ sentence: { predicates }, predicate: { index, governor } }: Candidate) =>
  governor?.as === 'of' &&
  predicates.some((p) => p.index < index && p.governor?.as === 'of' && p.governor.predicate === governor.predicate)
const PEACEABLE = new Set(['prisoner-exchange', 'prisoner-release', 'coordination', 'safe-passage'])

/** «التعاون بين الحزب والفصيل يشمل تهريب السلاح»: what cooperation includes is done by those who cooperate. */
function shareWays(c: Candidate, here: readonly Candidate[], mentions: readonly Mention[]): void {
  if (c.type === 'coordination' || c.slots.agents.length > 0) return
  let at: Predicate | undefined = c.predicate
  while (at?.governor?.as === 'conjunct' && at.pos === 'noun') at = c.sentence.predicates[at.governor.predicate]
  const up = at?.governor?.as === 'object' ? c.sentence.predicates[at.governor.predicate] : undefined
  const held = (g: NounGroup) => here.find((x) => x.type === 'coordination' && x.predicate.span.start === g.head.start)
  const tie = up?.pos === 'verb' ? up.functions.S.map(held).find((x) => x !== undefined) : undefined
  const own = patientsOf(c, mentions)
  for (const p of tie?.slots.agents ?? [])
    if (!own.has(identity(mentions, p.group))) addParty(c.slots.agents, p.group, 'who cooperate in it')
}

/** What one party of a deal of two is to give, the other one is to get. */
function completeOtherSide(c: Candidate, deal: Candidate, mentions: readonly Mention[], grammar: FrameGrammar): void {
  if (!grammar.oneWay.has(c.type) || c.slots.counterparts.length > 0) return
  const parties = deal.slots.agents.flatMap((p) => p.group.referents ?? [p.group])
  const acting = new Set(c.slots.agents.map((p) => identity(mentions, p.group)))
  const others = parties.filter((g) => !acting.has(identity(mentions, g)))
  if (others.length === 1 && parties.length === 2) addParty(c.slots.counterparts, others[0]!, 'other party of the deal')
}

/** The terms of the deal stand behind a colon. */
const listedBehind = (text: string, deal: Predicate, p: Predicate) =>
  p.span.start > deal.span.end && text.slice(deal.span.end, p.span.start).includes(':')

/** So many steps at most lie between a deal and what it provides for. */
const DEEPEST = 8

/** Whether the deal's predicate governs the other one, directly or through what it governs. */
function governs(sentence: Sentence, deal: Predicate, p: Predicate): boolean {
  let n = 0
  for (const { from, as, up } of stepsUp(p, sentence)) {
    // «وقّعتا اتفاقا يقضي بـ…»: the verb only supports the deal that calls for it.
    const carried = as === 'light' && from !== p
    if (n++ === DEEPEST || (!CONTENT.has(as) && as !== 'conjunct' && as !== 'return' && !carried)) return false
    if (up.index === deal.index) return true
  }
  return false
}

/**
 * What is given in return ("in exchange for", «مقابل»): a governed event is linked to its host, its missing parties being
 * the host's the other way round; a sum of money behind such a preposition is funding though no verb says so.
 */
export function readReturns(candidates: readonly Candidate[], grammar: FrameGrammar): Candidate[] {
  const added: Candidate[] = []
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    const here = bySentence.get(c.sentence.index) ?? []
    const host = hostOf(c, here)
    if (host) turnRound(c, host, grammar)
    const paid = behindAny(c.predicate.functions, grammar.prepositions.return)
    const told = (money: NounGroup) => here.some((o) => o.type === 'funding' && holds(o, money))
    // «مقابل مبلغ دفعه تاجر»: who paid it may be told by a verb of its own.
    for (const money of paid.filter((g) => hasClass(g, ['money'], grammar.tree) && !told(g)))
      added.push(funding(c, money))
  }
  return added
}

const holds = (c: Candidate, { start }: NounGroup) =>
  !c.dropped && c.slots.objects.some(({ group }) => group.start === start)

/** «مقابل تنفيذ عمليات», "in return for carrying out raids": what a supporting word carries is given in return with it. */
function hostOf(c: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  for (const { as, up } of stepsUp(c.predicate, c.sentence)) {
    if (as === 'return') return candidates.find((h) => h.predicate === up)
    if (as !== 'light' && as !== 'of' && as !== 'object') return undefined
  }
  return undefined
}

function turnRound(c: Candidate, host: Candidate, { mutual }: FrameGrammar): void {
  c.links.push({ kind: 'in-return-for', candidate: host })
  // "freed them in return for a truce": what the two are to do together is promised.
  const promised =
    host.status === 'planned' || (mutual.has(c.type) && !mutual.has(host.type)) || (HARMS.has(c.type) && !isTold(c))
  if (promised && c.status === 'asserted') c.status = 'planned'
  if (TAKES.has(host.type)) return holdOut(c, host)
  if (c.slots.agents.length === 0)
    for (const p of host.slots.counterparts) addParty(c.slots.agents, p.group, 'other side of the exchange')
  const far = mutual.has(c.type) ? 'agents' : 'counterparts'
  if (far === 'agents' || (c.slots.counterparts.length === 0 && !HARMS.has(c.type)))
    for (const p of host.slots.agents) addParty(c.slots[far], p.group, 'other side of the exchange')
}

/** "freed them in return for raids on the valley": what is done to others, for those who free. */
const HARMS = new Set(['attack', 'assassination', 'kidnapping', 'seizure'])
const isTold = ({ predicate: { form } }: Candidate) => form === 'finite'

/** Whoever is taken deals with nobody. */
const TAKES = new Set(['kidnapping', 'arrest'])

/** «اختطفت الحركة مدنيين، مطالبة بفدية مقابل إطلاق سراحهم»: those who took them would let them go. */
function holdOut(c: Candidate, { slots }: Candidate): void {
  if (c.status === 'asserted' && c.predicate.form !== 'finite') c.status = 'planned'
  if (c.type !== 'prisoner-release' || c.slots.agents.length > 0) return
  for (const p of slots.agents) addParty(c.slots.agents, p.group, 'whoever took them')
  const named = new Set(slots.agents.map((p) => p.group))
  // "them", of whom nothing else is known than that they were taken.
  const meant = c.slots.objects.some((p) => p.group.pronoun && (p.group.referents ?? []).every((r) => named.has(r)))
  if (meant) c.slots.objects = slots.counterparts.map((p) => ({ ...p }))
}

function funding(host: Candidate, money: NounGroup): Candidate {
  const slots = emptySlots()
  addParty(slots.objects, money)
  for (const p of host.slots.counterparts) addParty(slots.agents, p.group, 'other side of the exchange')
  for (const p of host.slots.agents) addParty(slots.counterparts, p.group, 'other side of the exchange')
  return {
    ...host,
    type: 'funding',
    rule: 'return#money',
    slots,
    counts: money.quantity ? { amount: money.quantity } : {},
    links: [{ kind: 'in-return-for', candidate: host }],
    support: [],
    confidence: 0.6,
  }
}
