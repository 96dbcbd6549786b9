import { type Chunk, type GroupChunk, isAnd, isComma, isOf, isPhrasal, isQuote } from './chunk.js'
import { type Group, kindOf } from './group.js'
import { newClause } from './new-clause.js'
import { addPhrase, type Clauses, isBehindOpener, type Node, skipBack, skipOn, widen } from './node.js'

/** Objects and prepositional phrases to the right of a verb, up to the next verb or clause. */
export function complements(c: Clauses, node: Node): void {
  objects(c, node)
  // "met no Houthi": what denies the object denies the event.
  if ([...node.functions.O, ...node.functions.O2].some((g) => (g as Group).negative)) node.negated = true
}

function objects(c: Clauses, node: Node): void {
  const { chunks } = c
  const f = node.functions
  let k = skipOn(chunks, node.chunk + 1)
  // "to release immediately and unconditionally the nine": two adverbs before what is acted on.
  if (isAnd(chunks[k]) && chunks[k - 1]?.kind === 'adverb' && chunks[k + 1]?.kind === 'adverb')
    k = skipOn(chunks, k + 1)
  // 'accused "men of the valley" of': whoever is charged may stand between quotation marks, what is said is no object.
  const speech = c.lexicon.saying.has(`${node.lemma}/verb`) && c.lexicon.control.get(node.lemma) !== 'object'
  const within = isQuote(chunks[k]) ? chunks[k + 1] : undefined
  // 'acknowledged "a cowardly attack"': so may an act, alone.
  const act = within?.kind === 'group' && isQuote(chunks[k + 2]) && c.lexicon.eventNouns.has(within.group.lemma)
  if (within?.kind === 'group' && (!speech || act)) k++
  const first = chunks[k]
  if (node.form === 'participle' && newClause(chunks, node.chunk, c.lexicon)) return widen(node, chunks[k - 1]!)
  // "in the days that followed they attacked": "they" is never acted on.
  if (first?.kind === 'group' && !isTime(first.group) && !first.group.nominative && !startsClause(c, node, k)) {
    const after = skipOn(chunks, k + 1)
    const second = chunks[after]
    const contact = c.nodes.some((n) => n.relativeAt === after)
    const dative =
      !contact &&
      second?.kind === 'group' &&
      !isTime(second.group) &&
      !(isPlace(second.group) && !isGivenPlace(c, node, first.group, second.group)) &&
      !startsClause(c, node, after) &&
      !isComma(chunks[k + 1])
    if (dative) {
      // "gave the militants rifles", but "named the colonel governor"
      const names = kindOf(second.group) === 'actor' && !c.lexicon.giving.has(node.lemma)
      f.O.push(names ? first.group : second.group)
      f.O2.push(names ? second.group : first.group)
      widen(node, second)
      k = names ? after : listed(c, node, after)
    } else {
      const pair = recipientWithin(c, node, first.group, chunks[skipOn(chunks, k + 1)])
      const shared = pair ? null : recipientBehind(c, node, k)
      f.O.push((pair ?? shared)?.thing ?? first.group)
      if (pair) f.O2.push(pair.recipient)
      if (shared) f.O2.push(first.group, shared.recipient)
      if (shared) k += 2
    }
    widen(node, first)
    k++
    if (c.lexicon.giving.has(node.lemma) && isSum(first.group)) first.group.classes = ['money']
    if (node.form !== 'participle' && !node.passive) k = listed(c, node, k - 1) + 1
  }
  phrases(c, node, k)
}

const isPlace = ({ classes }: Group) => classes.length > 0 && classes.every((k) => k === 'place' || k === 'area')

/** "handed the rebels the district centre": a place with an article behind whoever gets it. */
const isGivenPlace = ({ lexicon }: Clauses, { lemma, passive }: Node, who: Group, place: Group) =>
  lexicon.giving.has(lemma) &&
  !passive &&
  (who.pronoun !== undefined || kindOf(who) === 'actor') &&
  place.mention === undefined &&
  place.definite &&
  place.start < place.head.start

/** "received forty rifles and the promise of more": things of two kinds under one verb; where the last of them stands. */
function listed(c: Clauses, node: Node, at: number): number {
  const [and, further] = [c.chunks[at + 1], c.chunks[at + 2]]
  const list =
    isAnd(and) &&
    further?.kind === 'group' &&
    !further.group.pronoun &&
    !isTime(further.group) &&
    c.chunks[at + 3]?.kind !== 'verb' &&
    !(c.chunks[at + 3]?.kind === 'group' && kindOf(further.group) === 'actor')
  if (!list || verbFollows(c, at + 3)) return at
  node.functions.O.push(further.group)
  widen(node, further)
  return at + 2
}

/** "an hour later": a stretch of time is no object. */
export const isTime = (g: { classes: readonly string[] }) => g.classes.includes('time')

/** "paid 400,000 to the group": a large number of nothing, where something is given. */
const isSum = ({ quantity, head, start, end, classes }: Group) =>
  (quantity?.min ?? 0) >= LEAST_SUM && quantity!.start === start && head.end === end && classes.join() === 'person'
const LEAST_SUM = 10_000

/** Prepositional phrases from a place on; each is given to the predicate whichever noun it stands beside. */
export function phrases(c: Clauses, node: Node, from: number, tight = false): void {
  const { chunks } = c
  for (let k = from; k < chunks.length; k++) {
    // "agreed to free ten men, three people familiar with the talks said"
    if (c.tail?.from === k && node.chunk < k && !c.asides.some((a) => a.from === k)) return
    const x = chunks[k]!
    if (x.kind === 'time' || x.kind === 'adverb') {
      // "lent them boats if necessary": what is said of several words behind the object is said of the act.
      if (x.kind === 'adverb' && node.verb && x.norm.includes(' ')) node.modality = [...node.modality, x.norm]
      widen(node, x)
      continue
    }
    if (x.kind === 'preposition') {
      // "from “the Band”"; but what something is dismissed as is no party: "as “pure fabrication”".
      const quoted = x.role !== 'capacity' && isQuote(chunks[k + 1]) && chunks[k + 2]?.kind === 'group' ? 1 : 0
      const at = skipOn(chunks, k + 1 + quoted)
      const target = chunks[at]
      if (target?.kind === 'group') {
        addPhrase(node.functions, x.norm, target.group)
        widen(node, target)
        k = at
        // "killed in the raid, according to a tally by the town": what stands behind a teller is his.
        // "in retaliation for the raid against the port": what it was aimed at is the raid's own.
        const aimed = chunks[k + 1]
        const deed = target.group.classes.some((cls) => cls === 'violence' || cls === 'event')
        if (x.role === 'cause' && deed && aimed?.kind === 'preposition' && aimed.role === 'against') k += 2
        if (x.role === 'according') while (chunks[k + 1] && !isComma(chunks[k + 1])) k++
        continue
      }
      if (target?.kind === 'verb' || target?.kind === 'relative') return
      continue
    }
    if (tight) {
      // "the downing, with a missile, of a plane": said by the way, and the noun goes on.
      if (isComma(x) && isDoerBehind(chunks, k)) continue
      // "the killing of Adam Tal, an envoy of the clan, by gunmen": over what describes him.
      if (isComma(x) && chunks[k + 1]?.kind === 'group' && isComma(chunks[k + 2]) && isDoerBehind(chunks, k + 2)) {
        k += 2
        continue
      }
      const close = isComma(x) ? closingOf(chunks, k) : null
      if (close === null) return
      k = close
      continue
    }
    const aside = isComma(x) ? c.asides.find((a) => a.from === k || (a.verb === node.chunk && a.to === k)) : undefined
    if (aside?.verb === node.chunk && aside.from < aside.verb) return widen(node, chunks[k - 1]!)
    // "were sold to the clan, the envoy said, by two officers": behind the saying the clause goes on.
    const on = aside && chunks[aside.to + 1]
    if (aside && node.verb && aside.from === k && on?.kind === 'preposition' && on.role !== 'time') {
      k = aside.to
      continue
    }
    if (x.kind === 'verb' && node.form !== 'participle' && x.verb.form === 'participle') {
      // "freed the man known as X, along with Y, from the prison": behind the description the clause goes on.
      const close = descriptionEnd(chunks, k)
      if (close === null) return
      k = close
      continue
    }
    if (x.kind === 'verb' || x.kind === 'subordinator' || x.kind === 'relative') return
    if (isComma(x) && node.form === 'participle' && closesDescription(chunks, node, k)) return
    if (x.kind === 'conjunction') {
      if (chunks[k + 1]?.kind === 'preposition') continue
      return
    }
    if (x.kind === 'punctuation' && !isComma(x) && !isQuote(x)) return
    // A noun group behind a comma begins something new, unless it is an aside.
    if (isComma(x) && chunks[k + 1]?.kind === 'group' && verbFollows(c, k + 2) && !lacksThing(c, node, k)) return
    if (x.kind === 'group' && verbFollows(c, k + 1)) return
    // "dismissed as fabrications reports that …": a heavy object behind a phrase.
    if (
      x.kind === 'group' &&
      node.verb &&
      !node.passive &&
      node.form !== 'participle' &&
      node.functions.O.length === 0 &&
      !isTime(x.group) &&
      !x.group.pronoun &&
      (chunks[skipBack(chunks, k - 1)]?.kind === 'group' || closesPhrase(c, node, k - 1))
    ) {
      node.functions.O.push(x.group)
      widen(node, x)
    }
  }
}

/** "released, at the end of May, nine men from a jail, among them a cook nicknamed …": the object comes only behind the aside. */
const lacksThing = (c: Clauses, node: Node, close: number) =>
  node.verb !== undefined &&
  !node.passive &&
  node.functions.O.length === 0 &&
  c.lexicon.transitive.has(node.lemma) &&
  closesPhrase(c, node, close)

/**
 * Whether the comma at `close` ends something said by the way before the object ("released, under the deal, nine men",
 * "sold to the clan, in May, nine rifles").
 */
function closesPhrase({ chunks, lexicon }: Clauses, node: Node, close: number): boolean {
  if (!isComma(chunks[close])) return false
  const first = skipOn(chunks, node.chunk + 1)
  // "announced this Monday, the third, the arrest of …": the comma closes the day.
  if (close === first && close > node.chunk + 1) return lexicon.saying.has(`${node.lemma}/verb`)
  let open = close - 1
  while (open > first && !isComma(chunks[open])) {
    const x = chunks[open]!
    if (!isPhrasal(x)) return false
    open--
  }
  if (!isComma(chunks[open])) return false
  if (open === first) return chunks[open + 1]?.kind === 'preposition' || chunks[open + 1]?.kind === 'time'
  const lacking = [lexicon.giving, lexicon.transitive, lexicon.light].some((verbs) => verbs.has(node.lemma))
  return lacking && chunks.slice(first, open).every((x) => ['preposition', 'group', 'adverb', 'time'].includes(x.kind))
}

/** "the arrest of a nurse, by the guard, …": who did it may stand behind a comma. */
function isDoerBehind(chunks: Clauses['chunks'], comma: number): boolean {
  const at = skipOn(chunks, comma + 1)
  const [by, doer] = chunks.slice(at, at + 2)
  return by?.kind === 'preposition' && by.role === 'agent' && doer?.kind === 'group' && kindOf(doer.group) === 'actor'
}

/** The comma that closes a phrase between commas and stands before "of"; null where none does. */
function closingOf(chunks: Clauses['chunks'], open: number): number | null {
  const [phrase, group, close, of] = chunks.slice(open + 1, open + 5)
  const aside = phrase?.kind === 'preposition' && group?.kind === 'group' && isComma(close)
  return aside && isOf(of) ? open + 3 : null
}

/**
 * "gave the Houthis rifles", "sold AQAP drones", "lent the militia boats": a body before the thing given receives it. Only
 * where it cannot describe the thing: a plural, an acronym ("sold Houthi rifles" says whose they were), or a noun of its own
 * behind an article, where nobody else gets the things ("sent the army trucks to the dam").
 */
function recipientWithin(
  c: Clauses,
  node: Node,
  group: Group,
  behind: Chunk | undefined,
): { recipient: Group; thing: Group } | null {
  if (!c.lexicon.giving.has(node.lemma) || node.passive) return null
  const first = group.members?.[0] ?? group
  const [name] = first.premodifiers
  const goes = behind?.kind === 'preposition' && (behind.role === 'goal' || behind.role === 'benefit')
  // "sold the Grey Band rifles": nor does a name of several words behind its article.
  const body = name?.mention === undefined ? name?.classes.includes('body') : isLongName(name)
  const noun =
    body && first.definite && first.start < name!.start && (first.plural || first.classes.some((k) => MASS.has(k)))
  if (
    !name ||
    !(name.standsAlone || (noun && !goes)) ||
    name.classes.includes('place') ||
    first.possessor ||
    kindOf(first) !== 'thing'
  )
    return null
  const split = (g: Group): Group => {
    const { of, ...rest } = g
    const start = name.end + 1
    return { ...rest, start, premodifiers: g.premodifiers.slice(1), ...(of && of !== name ? { of } : {}) }
  }
  const thing = split(first)
  const recipient: Group = { ...name, start: Math.min(first.start, name.start), definite: true }
  if (!group.members) return { recipient, thing }
  return { recipient, thing: { ...group, start: thing.start, members: [thing, ...group.members.slice(1)] } }
}

const isLongName = ({ lemma, classes }: Group) => classes.includes('group') && /\s/.test(lemma)

/** "gave the Band and the Houthis rifles": the second recipient stands before the thing, behind "and". */
function recipientBehind(c: Clauses, node: Node, k: number): { recipient: Group; thing: Group } | null {
  const [first, and, further] = [c.chunks[k], c.chunks[k + 1], c.chunks[k + 2]]
  if (first?.kind !== 'group' || !isAnd(and) || further?.kind !== 'group' || kindOf(first.group) !== 'actor')
    return null
  return recipientWithin(c, node, further.group, c.chunks[skipOn(c.chunks, k + 3)])
}

/** Classes of what is given without being counted. */
const MASS = new Set(['money', 'ammunition', 'information', 'support'])

/** Where the noun stands that a reduced relative clause describes, over the comma that opens it. */
function describedAt(chunks: Clauses['chunks'], verb: number): number {
  const at = skipBack(chunks, verb - 1)
  return isComma(chunks[at]) ? skipBack(chunks, at - 1) : at
}

/** The comma that closes a reduced relative clause right behind its noun and is followed by a phrase; null where none does. */
function descriptionEnd(chunks: Clauses['chunks'], verb: number): number | null {
  if (chunks[describedAt(chunks, verb)]?.kind !== 'group') return null
  for (let k = verb + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (isComma(x)) return chunks[k + 1]?.kind === 'preposition' ? k : null
    if (!isPhrasal(x) && !isQuote(x)) return null
  }
  return null
}

/** Whether the comma at `k` ends a reduced relative clause that began right behind the object of another verb. */
function closesDescription(chunks: Clauses['chunks'], node: Node, k: number): boolean {
  const host = describedAt(chunks, node.chunk)
  return (
    chunks[k + 1]?.kind === 'preposition' &&
    chunks[host]?.kind === 'group' &&
    chunks[skipBack(chunks, host - 1)]?.kind === 'verb'
  )
}

function verbFollows(c: Clauses, from: number): boolean {
  const { chunks } = c
  for (let k = skipOn(chunks, from); k < chunks.length; k++) {
    const x = chunks[k]!
    if (x.kind === 'verb') return x.verb.form === 'finite'
    if (!isPhrasal(x)) return false
  }
  return false
}

/** Whether a finite verb that has no other subject stands right behind the group at `k`. */
function verbRightBehind(c: Clauses, node: Node, k: number): boolean {
  const j = skipOn(c.chunks, k + 1)
  const verb = c.chunks[j]
  if (verb?.kind !== 'verb' || verb.verb.form !== 'finite' || c.verbAt.get(j)?.relativeAt !== undefined) return false
  return k > skipOn(c.chunks, node.chunk + 1) || kindOf((c.chunks[k] as GroupChunk).group) === 'actor'
}

/** Whether the group at `k` is the subject of a further clause ("said the group attacked") and no object. */
function startsClause(c: Clauses, node: Node, k: number): boolean {
  const says = c.lexicon.saying.has(`${node.lemma}/verb`) || node.lemma === 'be'
  if (node.form === 'gerund' && isBehindOpener(c.chunks, node.chunk)) return verbRightBehind(c, node, k)
  if (!says && ((node.form !== 'finite' && node.form !== 'infinitive') || node.relativeAt !== undefined)) return false
  const { chunks } = c
  for (let j = skipOn(chunks, k + 1); j < chunks.length; j++) {
    const x = chunks[j]!
    if (x.kind === 'verb') {
      const inner = c.verbAt.get(j)
      if (x.verb.form !== 'finite') {
        if (x.verb.form === 'infinitive') return false
        continue
      }
      if (inner?.relativeAt !== undefined) return false
      // "The claim that rebels shelled the dam was denied": the verb behind it has its subject further back.
      if (inner?.subjectAt !== undefined && inner.subjectAt < node.chunk) return false
      // "threatened the clan with war should it enter the town": it has a subject of its own.
      if (inner?.subjectAt !== undefined && inner.subjectAt > k) return false
      return says || j === skipOn(chunks, k + 1)
    }
    if (x.kind === 'group' && j === skipOn(chunks, k + 1)) return false
    if (x.kind === 'relative' || x.kind === 'subordinator' || x.kind === 'conjunction') return false
    // 'said he "welcomed every effort"'
    if (x.kind === 'punctuation' && !(says && isQuote(x))) return false
  }
  return false
}
