import { type Chunk, type GroupChunk, isAnd, isComma, isLoose, isOf } from './chunk.js'
import { listAt, verbBehind } from './coordinations.js'
import { type Group, kindOf, sameKind } from './group.js'
import type { Lexicon } from './lexicon.js'

/** "leaders of the clan and of the guard": one genitive of two. */
export function genitivesJoined(chunks: Chunk[]): Chunk[] {
  return chunks.filter((c, i) => {
    const [of, first, and] = [chunks[i - 3], chunks[i - 2], chunks[i - 1]]
    const second = chunks[i + 1]
    const joined = isOf(c) && isOf(of) && isAnd(and) && first?.kind === 'group' && second?.kind === 'group'
    return !(joined && sameKind(first.group, second.group))
  })
}

/** "40,000 dollars a month": the stretch of time belongs to the sum. */
export function rates(chunks: Chunk[]): Chunk[] {
  return chunks.filter((c, i) => {
    const before = chunks[i - 1]
    const rate =
      c.kind === 'group' &&
      c.group.single &&
      c.group.classes.includes('time') &&
      before?.kind === 'group' &&
      before.group.quantity !== undefined
    return !rate
  })
}

/** "leaders of the group", innermost first, so that chains nest to the right. */
export function ofPhrases(chunks: Chunk[], lexicon: Lexicon): Chunk[] {
  const out = [...chunks]
  for (let i = out.length - 1; i >= 1; i--) {
    const p = out[i]!
    const before = out[i - 1]
    const after = out[i + 1]
    if (p.kind !== 'preposition' || before?.kind !== 'group' || after?.kind !== 'group') continue
    if (p.role !== 'of' && !(p.role === 'place' && servesIn(before.group, after.group))) continue
    // Coordination under "of" first: "the killing of A and B".
    let to = i + 1
    let inner = after
    const list = listAt(out, i + 1)
    const own = list?.chunk.group.members?.some((m, n) => n > 0 && m.of && m.of.start > m.head.start && !m.possessor)
    const between = before.group.classes.some((k) => k === 'talks' || k === 'violence' || k === 'event' || k === 'deal')
    // "an elder of the clan, his wife and two sons": those who are his are none of the genitive.
    const kin = isComma(out[i + 2]) && list?.chunk.group.members?.some((m, n) => n > 0 && m.of?.pronoun)
    const told = list !== null && isComma(out[i + 2]) && isToldBehind(out, list.next, lexicon)
    if (
      list &&
      !own &&
      !told &&
      !(kin && !between) &&
      (between || isNames(list.chunk.group) || !verbBehind(out, list.next))
    ) {
      inner = list.chunk
      to = list.next - 1
    }
    // A person's name takes no genitive: "said X of the drone that …" speaks about it.
    if (
      (before.group.mention !== undefined || before.group.unknown) &&
      before.group.classes.includes('person') &&
      !before.group.classes.includes('group')
    )
      continue
    if (isAccused(out, i - 1, inner.group, lexicon)) continue
    if (before.group.pronoun && !before.group.quantity) {
      if (lexicon.marked.get('that-of')?.has(before.group.lemma)) before.group.pronoun = undefined
      else continue
    }
    // "the release by the clan of nine men": the genitive of the event stands behind who did it.
    const event = eventWithDoer(out, i - 1, inner.group)
    const owner = event ?? before.group
    owner.of = inner.group
    if (event) {
      out.splice(i, to - i + 1)
      continue
    }
    // "a batch of ten prisoners", "two crates of rifles": a measure is what it holds.
    const measure = before.group.lemma === 'number' || before.group.classes.includes('load')
    if (measure && inner.group.classes.length > 0) before.group.classes = inner.group.classes
    // "two lorries of ammunition": what is in them is what is moved.
    else if (isCarrier(before.group) && kindOf(inner.group) === 'thing' && !inner.group.definite)
      before.group.classes = [...new Set([...before.group.classes, ...inner.group.classes])]
    // "Ten days of talks ended": the stretch of time is what happened in it.
    else if (isStretch(before.group) && inner.group.classes.some((k) => EVENTS.includes(k)))
      before.group.classes = ['abstract']
    // A measure of people is those people.
    if (measure && before.group.lemma !== 'number' && kindOf(inner.group) === 'actor') {
      const { start } = before.group
      out.splice(i - 1, to - i + 2, { ...before, group: { ...inner.group, start }, end: inner.end })
      continue
    }
    before.group.end = inner.end
    out.splice(i - 1, to - i + 2, { ...before, end: inner.end })
  }
  return out
}

/** "three gunmen in the Reed Brigade", "their enemies in the Front": whose those are who are in a body; an official has his office. */
const servesIn = (who: Group, body: Group) =>
  (!who.of || who.of.pronoun !== undefined) &&
  who.mention === undefined &&
  !who.unknown &&
  !who.pronoun &&
  kindOf(who) === 'actor' &&
  !who.classes.includes('group') &&
  (!who.classes.includes('official') || who.classes.includes('leader')) &&
  body.mention !== undefined &&
  body.classes.includes('group') &&
  kindOf(body) === 'actor'

/** "the deaths of nine men, a driver and a guard reported": the last of the list say so. */
function isToldBehind(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  let j = i
  while (isLoose(chunks[j])) j++
  const [verb, by] = [chunks[j], chunks[j + 1]]
  const says = verb?.kind === 'verb' && !verb.verb.passive && lexicon.saying.has(`${verb.verb.lemma}/verb`)
  return says && !(by?.kind === 'preposition' && by.role === 'agent')
}

/** Vehicles and boats, as measures of what they carry. */
const isCarrier = (g: Group) =>
  g.mention === undefined &&
  g.classes.some((k) => k === 'vehicle' || k === 'ship') &&
  (g.plural || g.quantity !== undefined || g.single)

const EVENTS = ['event', 'violence', 'talks', 'deal']

const isStretch = (g: Group) =>
  g.classes.includes('time') && (g.quantity !== undefined || g.plural === true || g.definite)

/**
 * "accused the Red Band of the bombing", "warned the smugglers of the raid": behind such a verb "of" names the deed, not
 * whose somebody is.
 */
function isAccused(chunks: readonly Chunk[], i: number, deed: Group, lexicon: Lexicon): boolean {
  const [verb, who] = [chunks[i - 1], chunks[i]]
  if (verb?.kind !== 'verb' || who?.kind !== 'group') return false
  const { lemma, passive } = verb.verb
  const charged = lexicon.doers.get(lemma)?.some((d) => d.link === 'of')
  const told = !passive && lexicon.saying.has(`${lemma}/verb`) && kindOf(who.group) === 'actor'
  if (!charged && !(told && !who.group.classes.some((k) => HAS_DEEDS.has(k)))) return false
  return deed.classes.some((k) => EVENTS.includes(k)) || lexicon.eventNouns.has(deed.lemma)
}
/** "the victims of the raid", "leaders of the attack": whose deed it was, or what they suffered. */
const HAS_DEEDS = new Set(['victim', 'leader', 'attacker', 'source'])

/** "the arrest last night of two men", "the killing in Marib of a judge": a time or a named place within an event and its genitive. */
export function genitivesOver(chunks: Chunk[]): Chunk[] {
  const out = [...chunks]
  for (let i = 0; i < out.length; i++) {
    const c = out[i]!
    if (c.kind !== 'group' || !c.group.classes.some((k) => EVENTS.includes(k))) continue
    let j = i + 1
    while (isLoose(out[j])) j++
    const [place, site] = [out[j], out[j + 1]]
    const named = site?.kind === 'group' && kindOf(site.group) === 'place' && site.group.mention !== undefined
    if (place?.kind === 'preposition' && place.role === 'place' && named) j += 2
    while (isLoose(out[j])) j++
    const done = out[j + 1]
    if (j === i + 1 || !isOf(out[j]) || done?.kind !== 'group' || kindOf(done.group) === 'place') continue
    let end = j + 2
    while (isOf(out[end]) && out[end + 1]?.kind === 'group') end += 2
    // The genitive is moved to its noun; what stood between follows.
    out.splice(i + 1, end - i - 1, ...out.slice(j, end), ...out.slice(i + 1, j))
  }
  return out
}

/** The event noun before "by" and the group at `i`, where the event can be done to what follows "of" and has no genitive yet. */
function eventWithDoer(chunks: readonly Chunk[], i: number, done: Group): Group | null {
  let at = i
  // "the delivery by Ostby to the clan of ten boats": over whoever gave and whoever got.
  while (isParty(chunks[at - 1]) && chunks[at - 2]?.kind === 'group') at -= 2
  const event = chunks[at]
  if (at === i || event?.kind !== 'group' || event.group.of) return null
  const by = chunks.slice(at, i).some((c) => c.kind === 'preposition' && c.role === 'agent')
  if (!by && kindOf(done) !== 'thing') return null
  const doer = (chunks[i] as GroupChunk).group
  const named = doer.mention !== undefined || doer.definite
  // "the attack by members of the clan" says whose members they are.
  const own = isNames(done) || done.mention !== undefined || (done.classes.includes('group') && !done.quantity)
  return named && !own && event.group.classes.some((k) => EVENTS.includes(k)) ? event.group : null
}

const isParty = (c: Chunk | undefined) => c?.kind === 'preposition' && (c.role === 'agent' || c.role === 'goal')

const isNames = (g: Group) => g.members?.every((m) => m.mention !== undefined || m.unknown) ?? false
