import { type Chunk, type GroupChunk, isAnd, isComma, isLoose } from './chunk.js'
import { type Group, kindOf, sameKind, spanOver } from './group.js'
import type { Lexicon } from './lexicon.js'
import { skipOn } from './node.js'

/** A list that begins at a group: "A, B and C", "A and B"; null where it is no list. */
export function listAt(chunks: readonly Chunk[], i: number): { chunk: GroupChunk; next: number } | null {
  const first = chunks[i]
  if (first?.kind !== 'group' || (first.group.pronoun?.person === undefined && first.group.pronoun)) return null
  const members: Group[] = [first.group]
  let j = i + 1
  let done = false
  let pause = false
  let added = false
  // "a swap between Kyiv and the separatists": a capital stands for those who rule there.
  const before = chunks[i - 1]
  const sides = before?.kind === 'preposition' && before.role === 'between'
  while (!done) {
    let k = j
    pause = isComma(chunks[k]) && !isBracket(chunks[k])
    if (pause) k++
    if (isAnd(chunks[k]) && chunks[k]!.kind === 'conjunction' && (chunks[k] as { role: string }).role !== 'contrast') {
      k++
      // "four rifles, as well as rockets and mines": such a word need not be the list's last.
      done = (chunks[k - 1] as { role: string }).role !== 'addition'
      added ||= !done
    } else if (k === j) break
    while (chunks[k]?.kind === 'adverb') k++
    const next = chunks[k]
    if (
      next?.kind !== 'group' ||
      !(sameKind(first.group, next.group) || (sides && areSides(first.group, next.group)))
    ) {
      done = false
      break
    }
    members.push(next.group)
    j = k + 1
    if (done && goesOnListing(chunks, j, first.group)) done = false
  }
  if (!(done || added) || members.length < 2) return null
  // "…, and the group then claimed": two members with a comma between are two clauses.
  if (members.length === 2 && pause && verbBehind(chunks, j)) return null
  // "Adam, for the clan, and an elder, for the miners, met": the comma closes a phrase that one opened.
  if (members.length === 2 && pause && chunks[i - 1]?.kind === 'preposition' && isComma(chunks[i - 2])) return null
  const last = chunks[j - 1] as GroupChunk
  const classes = [...new Set(members.flatMap((m) => m.classes))]
  const { start, end } = spanOver(first, last)
  const group: Group = {
    start,
    end,
    head: first.group.head,
    lemma: first.group.lemma,
    classes,
    definite: members.every((m) => m.definite),
    modifiers: [],
    premodifiers: [],
    members,
    plural: true,
    // "Neither the clan nor the guard has attacked": what denies the first denies both.
    ...(first.group.negative && { negative: true }),
  }
  return { chunk: { kind: 'group', group, start: first.start, end: last.end }, next: j }
}

/** A named place beside somebody who acts. */
function areSides(a: Group, b: Group): boolean {
  const [x, y] = [kindOf(a), kindOf(b)]
  return (
    (x === 'place' && a.mention !== undefined && y === 'actor') ||
    (x === 'actor' && y === 'place' && b.mention !== undefined)
  )
}

/** "rifles and their parts, mines, and rockets", "a nurse and a cook, as well as a guard": behind its "and" a list goes on. */
function goesOnListing(chunks: readonly Chunk[], j: number, first: Group): boolean {
  const at = isComma(chunks[j]) ? j + 1 : j
  const [more, further, behind] = [chunks[at], chunks[at + 1], chunks[at + 2]]
  if (more?.kind === 'conjunction' && more.role === 'addition')
    return further?.kind === 'group' && sameKind(first, further.group)
  const things = kindOf(first) === 'thing' && more?.kind === 'group' && kindOf(more.group) === 'thing'
  if (!things || at === j || isBracket(chunks[j])) return false
  return isAnd(further) || (isComma(further) && (isAnd(behind) || goesOnListing(chunks, j + 2, first)))
}

export const isBracket = (c: Chunk | undefined) => c?.kind === 'punctuation' && /[()]/.test(c.norm)

/**
 * "senator and presidential candidate Adam Tal", "mayor and party chairman Omar Sorn": an office without an article and
 * another before a name are those of one person.
 */
export function officesOfOne(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const [office, and, name] = chunks.slice(i, i + 3)
    const one =
      office?.kind === 'group' &&
      and?.kind === 'conjunction' &&
      and.role === 'and' &&
      name?.kind === 'group' &&
      isBareOffice(office.group) &&
      isTitled(name.group)
    if (one) {
      const classes = [...new Set([...name.group.classes, ...office.group.classes])]
      out.push({ ...name, start: office.start, group: { ...name.group, start: office.group.start, classes } })
      i += 2
    } else out.push(chunks[i]!)
  }
  return out
}

const OFFICES = new Set(['official', 'leader', 'worker'])
const isBareOffice = (g: Group) =>
  g.mention === undefined &&
  !g.plural &&
  !g.definite &&
  g.single === undefined &&
  g.quantity === undefined &&
  !g.possessor &&
  !g.of &&
  g.classes.some((c) => OFFICES.has(c))
/** A person's name behind what he is, without an article. */
const isTitled = (g: Group) =>
  g.mention !== undefined && g.single === undefined && g.start < g.head.start && g.classes.includes('person')

/**
 * Coordinated groups become one. Not where the last member begins a clause of its own behind an object ("killed five
 * guards and the attackers fled").
 */
export function coordinations(chunks: Chunk[], lexicon: Lexicon): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; ) {
    const c = chunks[i]!
    const list = c.kind === 'group' ? listAt(chunks, i) : null
    const before = out.at(-1)
    // "said two guards and a nurse were killed": nobody is acted on by what only tells.
    const between =
      (before?.kind === 'preposition' && before.role === 'between') || tells(before, lexicon) || isDescribed(out)
    const ofSubject = list && verbBehind(chunks, list.next) ? subjectOfList(clauseIn(out, lexicon)) : undefined
    if (list && ofSubject) {
      ofSubject.group.of ??= list.chunk.group
      ofSubject.group.end = list.chunk.end
      ofSubject.end = list.chunk.end
      out.splice(out.indexOf(ofSubject) + 1)
      i = list.next
    } else if (list && (between || !(clauseBehind(chunks, list.next, lexicon, list.chunk) && isObjectPlace(out)))) {
      out.push(list.chunk)
      i = list.next
    } else {
      out.push(c)
      i++
    }
  }
  return out
}

/**
 * "A text signed by Amman and Baghdad provides", "A boat carrying rice and sugar was shelled": what belongs to a description,
 * before the clause has a verb of its own.
 */
function isDescribed(before: readonly Chunk[]): boolean {
  const by = before.at(-1)
  const isDoer = by?.kind === 'preposition' && by.role === 'agent'
  const at = before.length - (isDoer ? 2 : 1)
  const verb = before[at]
  const noun = before[at - 1]
  if (verb?.kind !== 'verb' || (isDoer ? !verb.verb.open : verb.verb.form !== 'gerund' || noun?.kind !== 'group'))
    return false
  for (let k = at - 1; k >= 0; k--) {
    const x = before[k]!
    if (x.kind === 'verb') return x.verb.form !== 'finite'
    if (x.kind === 'punctuation' || x.kind === 'subordinator' || x.kind === 'relative') return true
  }
  return true
}

/** An active verb behind which what is said may begin without "that". */
const tells = (c: Chunk | undefined, lexicon: Lexicon) =>
  c?.kind === 'verb' && !c.verb.passive && lexicon.tells.has(c.verb.lemma)

/** What stands last, from the word on that opens what is said. */
function clauseIn(before: readonly Chunk[], lexicon: Lexicon): readonly Chunk[] {
  const opener = before.findLastIndex((x) => (x.kind === 'subordinator' && x.role === 'content') || tells(x, lexicon))
  return before.slice(opener + 1)
}

/** "Envoys for the clan and the guard met": those who open the clause, where they act for the two of the list behind them. */
function subjectOfList(clause: readonly Chunk[]): GroupChunk | undefined {
  const [subject, preposition, more] = clause.filter((x) => !isLoose(x))
  if (more || subject?.kind !== 'group' || preposition?.kind !== 'preposition') return undefined
  const { plural, mention, classes } = subject.group
  if (preposition.role === 'company' || preposition.role === 'means')
    return classes.some((k) => k === 'talks' || k === 'deal') ? subject : undefined
  const from = preposition.role === 'benefit' || preposition.role === 'source'
  return from && plural === true && kindOf(subject.group) === 'actor' && mention === undefined ? subject : undefined
}

/** "Rebels, army swap prisoners": in a headline a comma stands for "and" between the subjects of a verb. */
export function headlineLists(chunks: Chunk[]): Chunk[] {
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
export function isObjectPlace(before: readonly Chunk[]): boolean {
  let j = before.length - 1
  while (j >= 0 && isLoose(before[j])) j--
  const c = before[j]
  if (c?.kind === 'verb') return true
  return c?.kind === 'preposition'
}

/** Whether a verb follows in the same clause. */
export const verbBehind = (chunks: readonly Chunk[], i: number): boolean => {
  let j = i
  while (isLoose(chunks[j])) j++
  const c = chunks[j]
  return c?.kind === 'verb' && c.verb.form === 'finite'
}

/** Whether the list's last member begins a clause: not where it is only described ("freed nine women and children seized by"). */
function clauseBehind(chunks: readonly Chunk[], i: number, { transitive }: Lexicon, list: GroupChunk): boolean {
  if (!verbBehind(chunks, i)) return false
  const at = skipOn(chunks, i)
  const verb = chunks[at]
  const [first, last] = [list.group.members![0]!, list.group.members!.at(-1)!]
  // "to 16 dead and 18 wounded": a number alone is not described; "stationed at the dam and six trucks loaded with rifles".
  const apart = last.head.end === last.quantity?.end || kindOf(first) !== kindOf(last)
  if (verb?.kind !== 'verb' || !verb.verb.open || verb.verb.passive || apart) return true
  const [next, doer] = chunks.slice(skipOn(chunks, at + 1))
  if (next?.kind === 'preposition' && next.role === 'agent' && doer?.kind === 'group')
    return kindOf(doer.group) !== 'actor'
  return next?.kind === 'group' || next?.kind === 'verb' || !transitive.has(verb.verb.lemma)
}
