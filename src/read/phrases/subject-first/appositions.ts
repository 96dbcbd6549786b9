import { type Chunk, type GroupChunk, isAnd, isComma, isPhrasal, isQuote } from './chunk.js'
import { isBracket, isObjectPlace, listAt, verbBehind } from './coordinations.js'
import { type Group, isActorClass, kindOf, sameKind } from './group.js'

/** "X, the leader of Y," and "the leader of Y, X,": two groups of one kind between commas, one of them a name. */
export function appositions(chunks: Chunk[]): Chunk[] {
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

/** "The governor, Adam Tal, and an envoy met": an office between an article and a comma, and who holds it, in a list of two. */
export function officesInLists(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const [office, comma, name, close, and, other] = chunks.slice(i, i + 6)
    const holds =
      office?.kind === 'group' &&
      office.group.definite &&
      office.group.classes.some((k) => k === 'official' || k === 'leader') &&
      isComma(comma) &&
      name?.kind === 'group' &&
      name.group.classes.includes('person') &&
      isComma(close) &&
      isAnd(and) &&
      other?.kind === 'group' &&
      apposes(office.group, name.group, close)
    out.push(holds ? apposed(office, name) : chunks[i]!)
    if (holds) i += 3
  }
  return out
}

/**
 * "killed Adam Tal, leader of the clan in Ostby, and two guards", "Adam Tal, an elder of the clan, his wife and two sons":
 * what describes the first of a list stays beside him and is none of it.
 */
export function describedInLists(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const [name, comma, office] = chunks.slice(i, i + 3)
    const close =
      name?.kind === 'group' && isComma(comma) && isOffice(office, chunks[i + 3])
        ? describedTo(chunks, i + 3, out)
        : null
    const holds = close !== null && apposes((name as GroupChunk).group, (office as GroupChunk).group, chunks[close])
    const person =
      name?.kind === 'group' && name.group.classes.includes('person') && !name.group.classes.includes('group')
    if (!holds || !person) {
      out.push(name!)
      continue
    }
    out.push(apposed(name as GroupChunk, office as GroupChunk))
    i = isAnd(chunks[close + 1]) ? close : close - 1
  }
  return out
}

/** "Adam Tal, nicknamed “the Cook”, a bomb-maker of the clan": behind what he is called stands who he is. */
export function describedBehindNickname(chunks: readonly Chunk[]): Chunk[] {
  const out = [...chunks]
  for (let i = 0; i + 4 < out.length; i++) {
    const [name, comma, called] = out.slice(i, i + 3)
    if (name?.kind !== 'group' || !isComma(comma) || called?.kind !== 'verb' || !called.verb.open) continue
    let j = i + 3
    while (out[j] && (isQuote(out[j]) || isPhrasal(out[j]!))) j++
    const office = isComma(out[j]) ? out[j + 1] : undefined
    const ends = out[j + 2] === undefined || out[j + 2]!.kind === 'punctuation'
    if (j > i + 6 || office?.kind !== 'group' || !isOffice(office, undefined) || !ends) continue
    if (name.group.apposed || !apposes(name.group, office.group, out[j + 2])) continue
    const { group } = apposed(name, office)
    out[i] = { ...name, group }
    out.splice(j, 2)
  }
  return out
}

/** "leader of the clan", "the governor", "an elder of the clan": one office or whose man somebody is, and no name. */
const isOffice = (c: Chunk | undefined, behind: Chunk | undefined): boolean =>
  c?.kind === 'group' &&
  c.group.mention === undefined &&
  !c.group.unknown &&
  c.group.possessor === undefined &&
  c.group.of?.pronoun === undefined &&
  (c.group.of !== undefined ||
    (behind?.kind === 'preposition' && behind.role === 'place') ||
    c.group.classes.some((k) => k === 'official' || k === 'leader'))

/** The comma that closes a description and its phrases and stands before the rest of a list; null where none does. */
function describedTo(chunks: readonly Chunk[], from: number, before: readonly Chunk[]): number | null {
  let j = from
  for (let p = chunks[j]; p?.kind === 'preposition' && p.role === 'place'; p = chunks[j]) {
    if (chunks[j + 1]?.kind !== 'group') return null
    j += 2
  }
  if (!isComma(chunks[j]) || isBracket(chunks[j])) return null
  const last = isAnd(chunks[j + 1])
  const [other, list] = [chunks[last ? j + 2 : j + 1], listAt(chunks, j + 1)]
  if (other?.kind !== 'group' || kindOf(other.group) !== 'actor' || !(last || list)) return null
  return isObjectPlace(before) && verbBehind(chunks, list?.next ?? j + 3) ? null : j
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
    if (!isPhrasal(x)) return false
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
