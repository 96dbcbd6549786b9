import type { Analysis, NounGroup, Predicate, Sentence } from '../analysis.js'
import { type Candidate, candidatesBySentence, candidatesNear, type Party } from '../candidate.js'
import { hasClass } from '../frames/classes.js'
import { isEpithet } from '../frames/epithet.js'
import type { FrameGrammar } from '../frames/grammar.js'
import { addParty, behindAny } from '../frames/slots.js'
import { MEANS } from '../frames/surroundings.js'
import { stepsUp } from '../governors.js'
import { isPlural } from '../names/actors.js'
import { allGroups } from '../names/walk.js'
import { arePeople } from '../people.js'
import { groupOf, identity, isPlaceName, nameWithin } from './filler.js'

/**
 * Supplies parties that the clause leaves unsaid, and drops what remains without any. A party from elsewhere is marked
 * as inferred, so that a screen can show it and an analyst doubt it.
 */
export function complete(
  analysis: Analysis,
  candidates: readonly Candidate[],
  grammar: FrameGrammar,
  saying: (p: Predicate) => boolean,
): void {
  const bySentence = candidatesBySentence(candidates)
  for (const c of candidates) {
    dropNobody(c)
    if (grammar.mutual.has(c.type)) splitSides(c)
    else for (const side of ['agents', 'counterparts'] as const) c.slots[side] = c.slots[side].flatMap(bodiesOf)
    if (c.type === 'seizure' && c.slots.agents.length === 0) nameTakers(c, candidatesNear(bySentence, c.sentence))
    if (c.type === 'prisoner-exchange' && partiesOf(c) < 2) nameOwners(c, analysis)
    if (grammar.mutual.has(c.type) && partiesOf(c) === 1) addPartner(c, analysis, saying)
    if (c.type === 'seizure' && c.slots.counterparts.length === 0) nameLosers(c, analysis)
    if (c.slots.agents.length === 0 && grammar.oneWay.has(c.type)) shareDoer(c)
    const parties = c.slots.agents.length + c.slots.counterparts.length + c.slots.objects.length
    const goesOff = c.slots.instruments.some((p) => c.predicate.functions.G.includes(p.group))
    const evidence = parties > 0 || goesOff || Object.keys(c.counts).length > 0
    if (isTaught(c, bySentence)) c.dropped = 'what is taught, and not done'
    else if (isSupposed(c.predicate, c.sentence)) c.dropped = 'a condition, not news'
    else if (isEpithet(c) && !namesLeader(c, analysis)) c.dropped = 'an epithet, not news'
    else if (grammar.mutual.has(c.type) && partiesOf(c) - writersIn(c) < 2 && isWriters(c))
      c.dropped = 'the writer himself is no party'
    else if (namesSubject(c, grammar)) c.dropped = 'a heading that names a subject, and tells nothing'
    else if (!evidence) c.dropped = 'no party is named or described'
    else if (suffersNobody(c)) c.dropped = 'it is said that nobody suffered or got it'
    else if (fightsNobody(c)) c.dropped = 'fights with nobody, at no place'
    else if (isUnclaimed(c)) c.dropped = 'nobody is said to have owned up to it or not'
    else if (grammar.mutual.has(c.type) && c.slots.agents.length === 0) c.dropped = 'a mutual event with no party'
  }
}

/** "the officer whom I met": the writer among those who took part. */
const writersIn = ({ slots: { agents } }: Candidate) => agents.filter((p) => isWriter(p.group)).length
const isWriter = ({ pronoun, referents }: NounGroup) => pronoun?.person === 1 && !referents

/** «التقينا رجلا»: of whoever writes, by the verb's ending or by a pronoun that means nobody named. */
const isWriters = ({ predicate, slots: { agents } }: Candidate) =>
  predicate.agreement?.person === 1 || agents.some((p) => isWriter(p.group))

/** "No group has claimed the attack", «لم يتبن أي طرف الهجوم»: that nobody owned up to it is said of nobody. */
function dropNobody({ type, status, slots }: Candidate): void {
  if (type !== 'responsibility-claim' || status !== 'negated') return
  slots.agents = slots.agents.filter(({ group: g }) => g.definite || g.mention !== undefined || g.pronoun)
}

/** "The attack has not been claimed": by whom, nobody says. */
const isUnclaimed = ({ type, status, predicate: p, slots }: Candidate) =>
  type === 'responsibility-claim' &&
  status === 'negated' &&
  slots.agents.length === 0 &&
  (p.passive || p.governor?.as === 'adverbial')

/** "taught recruits to lay mines": what somebody is trained for. */
const isTaught = (
  { predicate: p, sentence }: Candidate,
  bySentence: ReturnType<typeof candidatesBySentence>,
): boolean =>
  p.governor?.as === 'complement' &&
  candidatesNear(bySentence, sentence).some((o) => o.type === 'training' && o.predicate.index === p.governor?.predicate)

/** "rifles packed by traders and shipped to the miners": who did the first did the second, where it is no freeing of those held. */
function shareDoer({ predicate, sentence, slots, type }: Candidate): void {
  const host = predicate.governor?.as === 'conjunct' ? sentence.predicates[predicate.governor.predicate] : undefined
  if (type === 'prisoner-release' || !predicate.passive || !host?.passive) return
  for (const g of host.functions.S) addParty(slots.agents, g, 'whoever did what it goes on from')
}

/** "seized two ISIS bases": whose name stands in what is taken loses it, unless he takes it. */
function nameLosers({ slots }: Candidate, analysis: Analysis): void {
  const takers = new Set(slots.agents.map((p) => mention(p.group)))
  for (const { group } of slots.objects) {
    const owner = group.mention === undefined ? ownerWithin(group, analysis) : undefined
    if (owner && !takers.has(owner.mention)) addParty(slots.counterparts, owner, 'whose it was')
  }
}

/** "arrested four men, and two pistols were taken from them": whoever caught those from whom things are taken takes them. */
function nameTakers({ predicate, slots }: Candidate, here: readonly Candidate[]): void {
  const from = slots.counterparts.flatMap(({ group: g }) => (g.pronoun ? (g.referents ?? []) : []))
  const caught = (o: Candidate) => o.slots.counterparts.some((p) => from.includes(p.group))
  const taking = here.find((o) => CATCHES.has(o.type) && o.predicate.span.end <= predicate.span.start && caught(o))
  for (const { group } of taking?.slots.agents ?? [])
    addParty(slots.agents, group, 'whoever caught those it is taken from')
}
const CATCHES = new Set(['arrest', 'kidnapping', 'attack', 'assassination'])

/** "Two Ox prisoners were traded for nine men of the Front": those whose people are exchanged exchange them. */
function nameOwners({ slots }: Candidate, analysis: Analysis): void {
  const owners = slots.objects.flatMap(({ group }) => ownerWithin(group, analysis) ?? group.of ?? [])
  const bodies = owners.filter((g) => isActor(g, analysis))
  // «سبعة من أسرى اللجان مقابل خمسة من أسرى الطرف الآخر»: whose name nobody knows is a side as well, where there are two.
  const sides = owners.filter((g) => !g.pronoun && (isActor(g, analysis) || g.definite))
  const acting = new Set(slots.agents.map((p) => identity(analysis.mentions, p.group)))
  const both = new Set(bodies.map(mention)).size > 1 ? bodies : sides.length > 1 ? sides : []
  // «أفرجت الكتيبة عن تسعة من عناصر الجبهة مقابل إطلاق …»: beside whoever frees them the other side does.
  const known = (g: NounGroup) => isActor(g, analysis) || (g.classes.includes('group') && !g.pronoun)
  const others = owners.filter((g) => known(g) && !acting.has(identity(analysis.mentions, g)))
  const named = acting.size > 0 ? others.slice(0, 1) : both
  for (const g of named) addParty(slots.agents, g, 'whose people are exchanged')
}

/** "V. Transfers of arms", "Cooperation with armed groups": in a heading, a noun of help or dealings without its parties. */
function namesSubject(c: Candidate, grammar: FrameGrammar): boolean {
  const { predicate, sentence, slots } = c
  if (!sentence.heading || predicate.pos !== 'noun' || sentence.predicates.some((p) => p.form === 'finite'))
    return false
  if (grammar.mutual.has(c.type)) return partiesOf(c) < 2
  return grammar.oneWay.has(c.type) && slots.agents.length + slots.counterparts.length === 0
}

/** "lets nobody enter": nobody is on its other side. */
const suffersNobody = ({ status, slots: { counterparts } }: Candidate): boolean =>
  status === 'negated' && counterparts.length > 0 && counterparts.every(({ group: g }) => g.lemma === 'nobody')

/** "Those columns fight less": what one side does at no place and against nobody is no fight. */
const fightsNobody = ({ type, predicate: p, slots, counts }: Candidate): boolean =>
  type === 'armed-clash' &&
  p.pos === 'verb' &&
  p.tense === 'present' &&
  slots.agents.length === 1 &&
  (slots.agents[0]!.group.quantity?.min ?? 1) === 1 &&
  slots.places.length === 0 &&
  Object.keys(counts).length === 0

const UNDER = new Set(['conjunct', 'complement', 'object', 'light', 'of', 'purpose'])
/** Whether an event stands in a condition, itself or by what it hangs on. */
function isSupposed(p: Predicate, { predicates }: Sentence): boolean {
  for (let at: Predicate | undefined = p, n = 0; at && n < 8; n++) {
    if (at.supposed) return true
    at = at.governor && UNDER.has(at.governor.as) ? predicates[at.governor.predicate] : undefined
  }
  return false
}

/** «عصابة يقودها أبو سعد»: a description by a verb that gives a leader's name says who he is. */
const namesLeader = ({ type, predicate: { pos, passive }, slots: { agents } }: Candidate, { mentions }: Analysis) =>
  type === 'membership' &&
  pos === 'verb' &&
  !passive &&
  agents.some(({ group: g }) => g.mention !== undefined && mentions[g.mention]?.kind === 'person' && !g.referents)

/** What never acts and is never acted on, whatever function it stands in. */
const NEVER = ['time', 'area', 'event', 'deal', 'plan', 'abstract', 'statement', 'document', 'talks', 'price', 'sport']
const VIOLENT = new Set(['attack', 'assassination', 'armed-clash'])

/** Times, sums of money, deals and events are no parties; a weapon that "attacks" is what somebody attacked with. */
export function cleanParties(c: Candidate, analysis: Analysis, grammar: FrameGrammar): void {
  const isParty = (g: NounGroup) =>
    g.pronoun !== undefined ||
    hasClass(g, ['person', 'group'], grammar.tree) ||
    (g.mention !== undefined && !hasClass(g, MEANS, grammar.tree) && !isNamedEvent(g, analysis, grammar))
  const isSum = (g: NounGroup) => g.quantity !== undefined && g.classes.includes('money')
  // «مقابل مبالغ للمساعدة في السيطرة على التل»: what is done for is nobody; with a genitive it says whom it is done for.
  const isHelp = (g: NounGroup) => g.definite && !g.of && hasClass(g, ['support'], grammar.tree)
  // "raids on two townships": an area in which people live can be struck.
  const isStruck = (g: NounGroup) => VIOLENT.has(c.type) && g.classes.includes('place')
  const never = (g: NounGroup) =>
    !isParty(g) && !isStruck(g) && (isSum(g) || isHelp(g) || hasClass(g, NEVER, grammar.tree))
  const doers = c.slots.agents
    .filter((p) => never(p.group))
    .flatMap((p) => doersOf(p.group, c.sentence).filter(isParty))
  for (const slot of ['agents', 'counterparts'] as const) c.slots[slot] = c.slots[slot].filter((p) => !never(p.group))
  // «شحنات من الصواريخ من إيران», «محركات للمسيرات»: beside people, weapons neither give nor get.
  if (c.slots.objects.length > 0)
    for (const slot of ['agents', 'counterparts'] as const) {
      const isArms = ({ group: g }: Party) => !isParty(g) && hasClass(g, ['weapon'], grammar.tree)
      if (c.slots[slot].some((p) => !isArms(p))) c.slots[slot] = c.slots[slot].filter((p) => !isArms(p))
    }
  // "wave each other through": nobody is the other side of his own act.
  const acting = new Set(c.slots.agents.map((p) => p.group.start))
  const isSelf = ({ pronoun, referents = [] }: NounGroup) =>
    pronoun !== undefined && referents.length > 0 && referents.every((r) => acting.has(r.start))
  // "The Front said that the army had shelled its positions": whoever is struck is not he who strikes, and so he who says it.
  const teller = VIOLENT.has(c.type) ? tellerOver(c) : undefined
  if (teller && isParty(teller) && !acting.has(teller.start))
    for (const p of c.slots.counterparts)
      if (isSelf(p.group)) p.group = { ...p.group, referents: [teller.referents?.[0] ?? teller] }
  const others = c.slots.counterparts.filter((p) => !isSelf(p.group))
  if (others.length < c.slots.counterparts.length && others.length + c.slots.objects.length === 0)
    c.dropped = 'nobody but whoever acts is on its other side'
  c.slots.counterparts = others
  // «أعلن مسؤوليته عن التفجير»: nor is he the thing that he owns up to.
  const things = c.slots.objects.filter((p) => !isSelf(p.group))
  if (things.length > 0) c.slots.objects = things
  // Whoever only tells or prints frees nobody and attacks nobody.
  if (!SPEAKS.has(c.type)) c.slots.agents = c.slots.agents.filter((p) => !onlyTells(p.group, analysis))
  if (c.slots.agents.length === 0) for (const g of doers) addParty(c.slots.agents, g, 'who did what did it')
  if (!VIOLENT.has(c.type)) return
  // «لقي الانتحاري حتفه»: whoever dies by his own attack is no victim of it.
  if (c.toll && c.slots.agents.length === 0)
    c.slots.counterparts = c.slots.counterparts.filter((p) => !p.group.classes.includes('attacker'))
  // "the explosion of a mine": what goes off harms, and is not harmed.
  if (c.predicate.pos === 'noun') {
    const charges = c.slots.counterparts.filter(
      (p) => !isParty(p.group) && hasClass(p.group, ['explosive'], grammar.tree),
    )
    c.slots.counterparts = c.slots.counterparts.filter((p) => !charges.includes(p))
    for (const p of charges) addParty(c.slots.instruments, p.group)
  }
  // «غارات على البلدة أسفرت عن مقتل …»: a town is where it happened; only a state acts by its name.
  c.slots.agents = c.slots.agents.filter((p) => p.group.state || !isPlaceName(p.group, analysis.mentions))
  // «الطيران الحربي», "the artillery": a branch of a force acts where nobody is said to own it.
  const isArm = (g: NounGroup) =>
    g.classes.includes('arm') && g.definite && (g.of ? !isParty(g.of) && !g.of.pronoun : !ownerWithin(g, analysis))
  const means = c.slots.agents.filter(
    (p) => !isParty(p.group) && !isArm(p.group) && hasClass(p.group, MEANS, grammar.tree),
  )
  c.slots.agents = c.slots.agents.filter((p) => !means.includes(p))
  for (const p of means) addParty(c.slots.instruments, p.group)
  for (const g of useOf(c, isParty, grammar)) addParty(c.slots.agents, g, 'who used what it was done with')
  if (c.slots.agents.length > 0) return
  for (const { group } of c.slots.instruments.filter((p) => !means.includes(p))) {
    const owner =
      c.type === 'attack' ? (ownerOf(group, analysis, isParty) ?? ownerBehind(group, c, grammar, isParty)) : undefined
    if (owner && !taken(c, owner)) addParty(c.slots.agents, owner, 'whose weapon it was')
  }
  for (const p of means) {
    // "an RSF drone struck": what it is done with says whose it is.
    const owner = ownerOf(p.group, analysis, isParty)
    if (owner) addParty(c.slots.agents, owner)
    const supposed = owner ? undefined : ownerSupposed(p.group, c.sentence)
    if (supposed) {
      addParty(c.slots.agents, supposed)
      if (c.status === 'asserted') c.status = 'alleged'
    }
  }
}

/** Whoever says the clause in which an act is told. */
function tellerOver({ predicate, sentence }: Candidate): NounGroup | undefined {
  for (const { as, up } of stepsUp(predicate, sentence)) {
    if (as === 'content') return up.functions.S[0]
    if (as !== 'complement' && as !== 'conjunct' && as !== 'light') return undefined
  }
  return undefined
}

/** Acts that are done in words, or that a paper does as well as anybody. */
const SPEAKS = new Set(['statement', 'responsibility-claim', 'threat', 'meeting', 'agreement', 'membership', 'support'])

/** Sources that are nothing else («مصدر»), outlets, agencies. */
const onlyTells = (g: NounGroup, { mentions }: Analysis): boolean =>
  (g.classes.includes('source') && !arePeople(g)) ||
  (g.classes.includes('outlet') && !g.classes.includes('group') && g.mention === undefined) ||
  (g.mention !== undefined && mentions[g.mention]?.kind === 'outlet')

/** Whose a weapon is: "an RSF drone", «مدفعية الجيش», «طائرات باكستانية». */
function ownerOf(means: NounGroup, analysis: Analysis, isParty: (g: NounGroup) => boolean): NounGroup | undefined {
  const { of, nisba } = means
  if (of && !of.pronoun && isParty(of)) return of
  const meant = of?.pronoun ? of.referents?.find(isParty) : undefined
  if (meant) return meant
  return ownerWithin(means, analysis) ?? (nisba?.classes.includes('group') ? nisba : undefined)
}

/** «هجوم بطائرة مسيرة لقوات السهل»: whoever stands right behind an indefinite weapon with a word for whose it is. */
function ownerBehind(
  means: NounGroup,
  { predicate: { functions }, sentence }: Candidate,
  { prepositions: { goal } }: FrameGrammar,
  isParty: (g: NounGroup) => boolean,
): NounGroup | undefined {
  const close = (g: NounGroup) =>
    g.start - means.end <= 3 &&
    !sentence.words.some((w) => w.pos === 'punctuation' && w.start >= means.end && w.end <= g.start)
  return means.definite
    ? undefined
    : behindAny(functions, goal).find((g) => g.start > means.end && close(g) && isParty(g))
}

/** «مسيّرة أطلقها المتمردون», «لغم زرعه مجهولون»: whoever fired or laid what it was done with, where nobody else acts. */
function useOf(c: Candidate, isParty: (g: NounGroup) => boolean, { tree }: FrameGrammar): NounGroup[] {
  if (c.slots.agents.length > 0) return []
  // "an attack on a convoy escorted by the army": what is hit is not what it was done with.
  const hit = new Set(c.slots.counterparts.map((p) => p.group.start))
  const used = [...c.slots.instruments.map((p) => p.group.start), ...usedIn(c.predicate, tree)]
  const means = new Set(used.filter((start) => !hit.has(start)))
  return c.sentence.predicates
    .filter((q) => q.pos === 'verb' && q.governor?.as === 'relative' && q.functions.O.some((o) => means.has(o.start)))
    .flatMap((q) => q.functions.S.filter((g) => isParty(g) && !g.implied))
}

/** Where the groups begin that stand for what an event was done with: its own genitive («انفجار لغم») and its phrases. */
const usedIn = ({ functions: { G, S, P } }: Predicate, tree: FrameGrammar['tree']) =>
  [...G, ...S, ...Object.values(P).flat()]
    .filter((g) => [g, g.of].some((x) => x && hasClass(x, MEANS, tree)))
    .flatMap((g) => [g.start, ...(g.of ? [g.of.start] : [])])

const taken = (c: Candidate, g: NounGroup) => c.slots.counterparts.some((p) => p.group.start === g.start)

/** "the blast of the mine", «هجوم المكلا»: an event that a thing or a place gives its name to. */
function isNamedEvent(g: NounGroup, analysis: Analysis, grammar: FrameGrammar): boolean {
  const kind = g.mention === undefined ? undefined : analysis.mentions[g.mention]?.kind
  return (kind === 'materiel' || kind === 'place') && hasClass(g, ['event'], grammar.tree)
}

/** "a drone thought to be Turkish", "a drone that is likely to belong to the clan": whose it is said to be stands right behind. */
function ownerSupposed(means: NounGroup, sentence: Sentence): NounGroup | undefined {
  const said = sentence.predicates.find((p) => {
    const up = p.governor && sentence.predicates[p.governor.predicate]
    const about = (q: Predicate) => [...q.functions.S, ...q.functions.O].includes(means)
    return p.form === 'infinitive' && p.governor?.as === 'complement' && about(p) && up !== undefined && about(up)
  })
  return (
    said && sentence.groups.find((g) => isBehind(g, said) && g.classes.some((k) => k === 'person' || k === 'group'))
  )
}
const isBehind = (g: NounGroup, p: Predicate) => g.start >= p.span.end && g.start - p.span.end <= 1

/** "leaders of the clan and of the Front met": those whose people they are meet, not one side. */
function splitSides({ slots }: Candidate): void {
  const [only, other] = slots.agents
  const of = other ? undefined : only?.group.of
  // «وفدان من الجانبين»: both of whom were named before.
  const sides = of?.members ?? of?.referents
  const isSide = (g: NounGroup) => g.classes.includes('group') && (g.mention !== undefined || g.definite)
  if (!sides || sides.length < 2 || !sides.every(isSide)) return
  slots.agents = sides.map((group) => ({ group }))
}

/** "fighters of the clan and the Front": several bodies' people are several parties; one man of several is one. */
function bodiesOf(party: Party): Party[] {
  const { of, ...people } = party.group
  const bodies = of?.members ?? []
  const named = bodies.every((g) => g.mention !== undefined && g.classes.includes('group'))
  if (bodies.length < 2 || !named || !arePeople(people) || !isPlural(people)) return [party]
  const [first, ...others] = bodies
  const own = first!.start > people.head.start ? { ...people, of: first!, end: first!.end } : first!
  return [own, ...others].map((group) => ({ ...party, group }))
}

/** "talks with the group": the other party is the sentence's subject, if it has another actor in front. */
function addPartner(c: Candidate, analysis: Analysis, saying: (p: Predicate) => boolean): void {
  const own = c.slots.agents[0]!.group
  // Whoever tells of it is no party to it.
  const tellers = new Set(c.sentence.predicates.filter(saying).flatMap((p) => p.functions.S))
  const before = allGroups(c.sentence).filter(
    (g) => isActor(g, analysis) && g.end <= c.predicate.span.start && g !== own && !tellers.has(g) && !inside(g, own),
  )
  const nearest = before.at(-1)
  if (nearest && mention(nearest) !== mention(own)) addParty(c.slots.agents, nearest, 'nearest actor before')
  if (nearest || c.type !== 'armed-clash' || c.predicate.governor?.as !== 'adverbial') return
  // «استعاد الجيش البلدة بعد معارك مع الحركة»: whoever acts in the clause that it hangs on.
  const host = c.sentence.predicates[c.predicate.governor.predicate]
  const [doer] = host?.functions.S ?? []
  if (doer && doer !== own && arePeople(doer) && !tellers.has(doer))
    addParty(c.slots.agents, doer, 'whoever acts beside it')
}

/** "the army's raid killed two": of an event that acts, whoever does that event. */
function doersOf(event: NounGroup, sentence: Sentence): NounGroup[] {
  const p = sentence.predicates.find((x) => x.pos === 'noun' && x.span.start >= event.start && x.span.end <= event.end)
  // Of an act that somebody is only asked about, nobody is said to be the doer.
  if (!p || isSupposed(p, sentence)) return []
  return [...p.functions.S, ...p.functions.X].filter((g) => g !== event)
}

function ownerWithin(means: NounGroup, analysis: Analysis): NounGroup | undefined {
  const i = nameWithin(analysis.mentions, means, 'actor')
  return i === undefined || i === means.mention ? undefined : groupOf(analysis.mentions[i]!, i)
}

/** How many parties the agents are: «الطرفان» is one group and two of them; a plural "groups" is never just one. */
const partiesOf = (c: Candidate) =>
  c.slots.agents.reduce(
    (n, p) =>
      n +
      Math.max(
        p.group.referents?.length ?? 1,
        (p.group.quantity?.min ?? 1) > 1 && p.group.mention === undefined && p.group.definite ? 2 : 1,
      ),
    0,
  )

const mention = (g: NounGroup) => g.mention ?? g.referents?.[0]?.mention
const inside = (a: NounGroup, b: NounGroup) => a.start >= b.start && a.end <= b.end
function isActor(g: NounGroup, analysis: Analysis): boolean {
  const m = mention(g)
  return m !== undefined && analysis.mentions[m]?.kind === 'actor'
}
