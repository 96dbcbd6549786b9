import { type Chunk, type GroupChunk, isAnd, isComma, isLoose } from './chunk.js'
import { type Group, isActorClass, kindOf, sameKind, spanOver } from './group.js'
import type { Lexicon } from './lexicon.js'

/** Ties neighbouring groups together: of-phrases, coordination, apposition. Works on the flat list, left to right. */
export function linkGroups(chunks: Chunk[], lexicon: Lexicon, heading = false): Chunk[] {
  const flat = ofPhrases(genitivesOver(genitivesJoined(rates(chunks))), lexicon)
  return appositions(coordinations(heading ? headlineLists(flat) : flat))
}

/** "leaders of the clan and of the guard": one genitive of two. */
function genitivesJoined(chunks: Chunk[]): Chunk[] {
  return chunks.filter((c, i) => {
    const [of, first, and] = [chunks[i - 3], chunks[i - 2], chunks[i - 1]]
    const second = chunks[i + 1]
    const joined = isOf(c) && isOf(of) && isAnd(and) && first?.kind === 'group' && second?.kind === 'group'
    return !(joined && sameKind(first.group, second.group))
  })
}

/** "40,000 dollars a month": the stretch of time belongs to the sum. */
function rates(chunks: Chunk[]): Chunk[] {
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
function ofPhrases(chunks: Chunk[], lexicon: Lexicon): Chunk[] {
  const out = [...chunks]
  for (let i = out.length - 1; i >= 1; i--) {
    const p = out[i]!
    const before = out[i - 1]
    const after = out[i + 1]
    if (p.kind !== 'preposition' || before?.kind !== 'group' || after?.kind !== 'group') continue
    if (p.norm !== 'of' && !(p.role === 'place' && servesIn(before.group, after.group))) continue
    // Coordination under "of" first: "the killing of A and B".
    let to = i + 1
    let inner = after
    const list = listAt(out, i + 1)
    const own = list?.chunk.group.members?.some((m, n) => n > 0 && m.of !== undefined && !m.possessor)
    const between = before.group.classes.some((k) => k === 'talks' || k === 'violence' || k === 'event' || k === 'deal')
    if (list && !own && (between || isNames(list.chunk.group) || !verbBehind(out, list.next))) {
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
      if (before.group.lemma === 'those' || before.group.lemma === 'that') before.group.pronoun = undefined
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

/** "three officers in the Coast Guard", "their enemies in the Front": a body that somebody is in is whose he is. */
const servesIn = (who: Group, body: Group) =>
  (!who.of || who.of.pronoun !== undefined) &&
  who.mention === undefined &&
  !who.unknown &&
  !who.pronoun &&
  kindOf(who) === 'actor' &&
  !who.classes.includes('group') &&
  body.mention !== undefined &&
  body.classes.includes('group') &&
  kindOf(body) === 'actor'

const EVENTS = ['event', 'violence', 'talks', 'deal']

const isStretch = (g: Group) =>
  g.classes.includes('time') && (g.quantity !== undefined || g.plural === true || g.definite)
const isOf = (c: Chunk | undefined) => c?.kind === 'preposition' && c.norm === 'of'

/** "accused the Red Band of the bombing": behind such a verb "of" names the deed, not whose somebody is. */
function isAccused(chunks: readonly Chunk[], i: number, deed: Group, lexicon: Lexicon): boolean {
  const verb = chunks[i - 1]
  if (verb?.kind !== 'verb' || !lexicon.doers.get(verb.verb.lemma)?.some((d) => d.link === 'of')) return false
  return deed.classes.some((k) => EVENTS.includes(k)) || lexicon.eventNouns.has(deed.lemma)
}

/** "the arrest last night of two men", "the killing in Marib of a judge": a time or a named place within an event and its genitive. */
function genitivesOver(chunks: Chunk[]): Chunk[] {
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

const verbBehind = (chunks: readonly Chunk[], i: number): boolean => {
  let j = i
  while (isLoose(chunks[j])) j++
  const c = chunks[j]
  return c?.kind === 'verb' && c.verb.form === 'finite'
}

/** A list that begins at a group: "A, B and C", "A and B"; null where it is no list. */
function listAt(chunks: readonly Chunk[], i: number): { chunk: GroupChunk; next: number } | null {
  const first = chunks[i]
  if (first?.kind !== 'group' || (first.group.pronoun?.person === undefined && first.group.pronoun)) return null
  const members: Group[] = [first.group]
  let j = i + 1
  let done = false
  let pause = false
  while (!done) {
    let k = j
    pause = isComma(chunks[k]) && !isBracket(chunks[k])
    if (pause) k++
    if (isAnd(chunks[k]) && chunks[k]!.kind === 'conjunction' && (chunks[k] as { role: string }).role !== 'contrast') {
      k++
      done = true
    } else if (k === j) break
    while (chunks[k]?.kind === 'adverb') k++
    const next = chunks[k]
    if (next?.kind !== 'group' || !sameKind(first.group, next.group)) {
      done = false
      break
    }
    members.push(next.group)
    j = k + 1
  }
  if (!done || members.length < 2) return null
  // "…, and the group then claimed": two members with a comma between are two clauses.
  if (members.length === 2 && pause && verbBehind(chunks, j)) return null
  // "Adam, for the clan, and an elder, for the miners, met": the comma closes a phrase that one opened.
  if (members.length === 2 && pause && chunks[i - 1]?.kind === 'preposition' && isComma(chunks[i - 2])) return null
  const last = chunks[j - 1] as GroupChunk
  const classes = [...new Set(members.flatMap((m) => m.classes))]
  const group: Group = {
    ...spanOver(first, last),
    head: first.group.head,
    lemma: first.group.lemma,
    classes,
    definite: members.every((m) => m.definite),
    modifiers: [],
    premodifiers: [],
    members,
    plural: true,
  }
  return { chunk: { kind: 'group', group, start: first.start, end: last.end }, next: j }
}
const isBracket = (c: Chunk | undefined) => c?.kind === 'punctuation' && /[()]/.test(c.norm)

/**
 * Coordinated groups become one. Not where the last member begins a clause of its own behind an object ("killed five
 * guards and the attackers fled").
 */
function coordinations(chunks: Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; ) {
    const c = chunks[i]!
    const list = c.kind === 'group' ? listAt(chunks, i) : null
    const before = out.at(-1)
    const between = before?.kind === 'preposition' && (before.role === 'between' || isDoer(out))
    if (list && (between || !(verbBehind(chunks, list.next) && isObjectPlace(out)))) {
      out.push(list.chunk)
      i = list.next
    } else {
      out.push(c)
      i++
    }
  }
  return out
}

/** "A text signed by Amman and Baghdad provides": the doers of a description, before the clause has a verb of its own. */
function isDoer(before: readonly Chunk[]): boolean {
  const by = before.at(-1)
  const verb = before.at(-2)
  if (by?.kind !== 'preposition' || by.role !== 'agent' || verb?.kind !== 'verb' || !verb.verb.open) return false
  for (let k = before.length - 3; k >= 0; k--) {
    const x = before[k]!
    if (x.kind === 'verb') return x.verb.form !== 'finite'
    if (x.kind === 'punctuation' || x.kind === 'subordinator' || x.kind === 'relative') return true
  }
  return true
}

/** "Rebels, army swap prisoners": in a headline a comma stands for "and" between the subjects of a verb. */
function headlineLists(chunks: Chunk[]): Chunk[] {
  const [a, comma, b, verb] = chunks
  if (a?.kind !== 'group' || !isComma(comma) || b?.kind !== 'group' || verb?.kind !== 'verb') return chunks
  if (verb.verb.form !== 'finite' || !sameKind(a.group, b.group)) return chunks
  const and: Chunk = {
    kind: 'conjunction',
    norm: comma!.kind === 'punctuation' ? comma!.norm : ',',
    role: 'and',
    start: comma!.start,
    end: comma!.end,
  }
  return [a, and, ...chunks.slice(2)]
}

/** Whether what comes next stands behind a verb or preposition, not at the head of a clause. */
function isObjectPlace(before: readonly Chunk[]): boolean {
  let j = before.length - 1
  while (j >= 0 && isLoose(before[j])) j--
  const c = before[j]
  if (c?.kind === 'verb') return true
  return c?.kind === 'preposition'
}

/** "X, the leader of Y," and "the leader of Y, X,": two groups of one kind between commas, one of them a name. */
function appositions(chunks: Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const c = chunks[i]!
    const next = chunks[i + 2]
    const far = c.kind === 'group' ? nameOverPhrases(chunks, i) : null
    if (far && c.kind === 'group') {
      const name = chunks[far] as GroupChunk
      out.push({ ...apposed(c, name), end: c.end }, ...chunks.slice(i + 1, far - 1))
      i = isComma(chunks[far + 1]) ? far + 1 : far
      continue
    }
    if (c.kind === 'group' && isComma(chunks[i + 1]) && next?.kind === 'group' && oneOfThem(c.group, next.group)) {
      out.push({ ...next, start: c.start })
      i += isComma(chunks[i + 3]) ? 3 : 2
      continue
    }
    if (
      c.kind === 'group' &&
      isComma(chunks[i + 1]) &&
      next?.kind === 'group' &&
      !clauseBegins(chunks, i, out) &&
      apposes(c.group, next.group, chunks[i + 3]) &&
      !describesNext(chunks, i)
    ) {
      const close = isComma(chunks[i + 3])
      out.push(apposed(c, next))
      i += close ? 3 : 2
      continue
    }
    out.push(c)
  }
  return out
}

/** "One of them, the blogger Huda Salim, was freed": the name tells which. */
const oneOfThem = (g: Group, name: Group) =>
  g.pronoun?.person === 3 &&
  g.start < g.head.start &&
  name.classes.includes('person') &&
  (name.mention !== undefined || name.unknown === true)

/** "called Abu Nura, the port's police chief, Captain Adam Tal, said": a description between two names is that of him who speaks. */
function describesNext(chunks: readonly Chunk[], i: number): boolean {
  const [described, comma, name, close, verb] = chunks.slice(i + 2, i + 7)
  if (described?.kind !== 'group' || name?.kind !== 'group' || !isComma(comma) || !isComma(close)) return false
  return verb?.kind === 'verb' && verb.verb.form === 'finite' && apposes(described.group, name.group, close)
}

/**
 * "an officer in the coast guard, Captain Adam Tal, said": a person's name between commas, over the phrases of the noun that
 * describes him; null where none stands.
 */
function nameOverPhrases(chunks: readonly Chunk[], i: number): number | null {
  const host = chunks[i]
  if (host?.kind !== 'group' || !host.group.classes.some((k) => k !== 'group' && k !== 'outlet' && isActorClass(k)))
    return null
  let j = i + 1
  for (let p = chunks[j]; p?.kind === 'preposition'; p = chunks[j]) {
    const within = chunks[j + 1]
    const body = p.role === 'place' || (within?.kind === 'group' && within.group.classes.includes('group'))
    if (within?.kind !== 'group' || (kindOf(within.group) === 'actor' && !body)) return null
    j += 2
  }
  const name = chunks[j + 1]
  if (j === i + 1 || !isComma(chunks[j]) || isBracket(chunks[j]) || name?.kind !== 'group') return null
  const closes = chunks[j + 2]?.kind === 'punctuation'
  const person = name.group.classes.includes('person') && !name.group.classes.includes('group')
  return closes && person && apposes(host.group, name.group, chunks[j + 2]) ? j + 1 : null
}

/** The two groups as one: the name, and beside it what describes it. */
function apposed(a: GroupChunk, b: GroupChunk): GroupChunk {
  const named = a.group.mention !== undefined || a.group.unknown
  const group: Group = named ? { ...a.group, apposed: b.group } : { ...b.group, apposed: a.group }
  group.classes = [...new Set([...group.classes, ...(named ? b.group : a.group).classes])]
  if (!named && a.group.quantity) group.quantity = a.group.quantity
  group.unknown = undefined
  return { kind: 'group', group, start: a.start, end: b.end }
}

/** What stands in brackets, cut into chunks with the brackets at both ends, and where it opens. */
export interface Bracketed {
  at: number
  flat: Chunk[]
}

/** "the clan's envoy (Omar Tal)": a group alone in brackets names the one right before them; a short name does not. */
export function apposeBracketed(chunks: Chunk[], bracketed: readonly Bracketed[]): Chunk[] {
  return chunks.map((c) => {
    if (c.kind !== 'group') return c
    const aside = bracketed.find(({ at }) => at >= c.end && at - c.end <= 1)
    const only = aside?.flat.length === 3 ? aside.flat[1] : undefined
    if (only?.kind !== 'group' || only.group.acronym || !apposes(c.group, only.group, undefined)) return c
    aside!.flat.splice(1, 1)
    return apposed(c, only)
  })
}

/** "told the agency, the brigade came under fire": behind an object and a comma a clause of its own begins. */
function clauseBegins(chunks: readonly Chunk[], i: number, before: readonly Chunk[]): boolean {
  if (!isObjectPlace(before)) return false
  for (let k = i + 3; k < chunks.length; k++) {
    const x = chunks[k]!
    if (x.kind === 'verb') return x.verb.form === 'finite'
    if (x.kind !== 'preposition' && x.kind !== 'group' && !isLoose(x)) return false
  }
  return false
}

function apposes(a: Group, b: Group, behind: Chunk | undefined): boolean {
  if (a.members || b.members || a.pronoun || b.pronoun) return false
  const names = [a, b].filter((g) => (g.mention !== undefined && !g.common) || g.unknown).length
  if (names !== 1) return false
  if (!(a.unknown || b.unknown || (sameKind(a, b) && kindOf(a) === 'actor'))) return false
  const described = a.mention !== undefined || a.unknown ? b : a
  if (kindOf(described) !== 'actor' || described.classes.includes('time')) return false
  // "among them a nurse, the Red Crescent said": one person is no body.
  const name = described === a ? b : a
  const article = name.start < name.head.start
  const body = article && name.classes.includes('group') && !name.classes.includes('person') && !name.unknown
  if (body && described.classes.includes('person') && !described.classes.includes('group')) return false
  // Several people are not one name.
  if (described.plural || described.quantity) return false
  return (
    behind === undefined ||
    isComma(behind) ||
    behind.kind === 'punctuation' ||
    behind.kind === 'relative' ||
    (behind.kind === 'verb' && a.mention === undefined && !a.unknown) ||
    behind.kind === 'preposition'
  )
}
