import type { NounGroup } from '../../analysis.js'
import { surface } from '../../surface.js'
import { antecedent } from './antecedent.js'
import { type Chunk, isAnd, isComma, isLoose, isPhrasal, isQuote } from './chunk.js'
import { isContact, isTakenUp, isTold, lacksObject } from './contact.js'
import { type Group, kindOf } from './group.js'
import { newClause, opensSpeech } from './new-clause.js'
import { type Clauses, isBehindOpener, isOfThings, type Node, skipBack, skipOn, verbBefore } from './node.js'
import { isStray } from './stray-comma.js'

/** What stands as subject, and how it was reached. */
export interface Subject {
  groups: NounGroup[]
  /** Chunk where the subject stands; absent where it is shared or taken from an antecedent. */
  at?: number
  /** Shared with this predicate. */
  shared?: Node
  /** Chunk of the relative word that opened the clause; the antecedent is the subject itself or, with `at`, the object. */
  relative?: number
  antecedent?: NounGroup
}

/**
 * Searches leftwards from a finite verb for its subject, stepping over adverbs, times, prepositional phrases, what stands
 * between commas, and relative clauses, full or reduced.
 */
export function subjectOf(c: Clauses, i: number): Subject {
  const { chunks } = c
  const first = c.verbAt.get(i)!.verb?.goesOn ? verbBefore(c, i, (n) => n.passive && n.form === 'finite') : undefined
  if (first) return { groups: first.functions.O, shared: first }
  let j = i - 1
  while (j >= 0) {
    const x = chunks[j]!
    const broken = c.asides.find((a) => a.to === j && a.verb !== i)
    if (broken) {
      j = broken.from - 1
      continue
    }
    if (x.kind === 'relative') return { groups: antecedent(c, j), relative: j }
    if (isComma(x)) {
      // "…, said the officer": a saying right behind a comma is inverted where a group follows.
      const inverted = besideOnly(chunks, j, i) && c.verbAt.get(i)!.verb!.form === 'finite' && inverts(c, i)
      if (inverted && !awaitsVerb(c, i, j)) return { groups: [] }
      // "while the clan is to lend boats, tip it off about ships": a bare form goes on from the infinitive before the comma.
      const bare = besideOnly(chunks, j, i) && c.verbAt.get(i)!.verb!.base ? verbBefore(c, j) : undefined
      if (bare && (bare.form === 'infinitive' || bare.modality.length > 0))
        return { groups: bare.functions.S, shared: bare }
      const open = openingOf(c, j)
      if (open !== null) {
        j = open - 1
        continue
      }
      const shared = besideOnly(chunks, j, i) && isStray(chunks, j) ? null : sharing(c, i, j)
      if (shared) return shared
      j--
      continue
    }
    if (x.kind === 'conjunction') {
      const shared = sharing(c, i, j)
      if (shared) return shared
      j--
      continue
    }
    if (x.kind === 'subordinator')
      return x.norm === 'that' && j === skipBack(chunks, i - 1)
        ? { groups: antecedent(c, j), relative: j }
        : { groups: [] }
    if (x.kind === 'punctuation' && !isQuote(x)) return { groups: [] }
    if (x.kind === 'verb') {
      if (x.verb.form !== 'finite') {
        j--
        continue
      }
      const node = c.verbAt.get(j)
      // "a raid which the army said would follow": what is said is said of the noun before.
      if (node?.relativeAt !== undefined && isSaidOf(c, node, i))
        return { groups: antecedent(c, node.relativeAt), relative: node.relativeAt }
      if (node?.relativeAt !== undefined) {
        j = node.relativeAt - 1
        continue
      }
      return { groups: [] }
    }
    if (x.kind === 'group') {
      const step = overGroup(c, j, i)
      if (step.take) {
        const first = joinedOverAside(c, j)
        return first ? { groups: [first.group, x.group], at: first.at } : relativeObject(c, j, x.group, i)
      }
      j = step.next
      continue
    }
    j--
  }
  return { groups: [] }
}

/** Whether a verb of saying with its own subject in a relative clause stands right before a finite verb. */
const isSaidOf = ({ chunks, lexicon }: Clauses, node: Node, verb: number) =>
  node.subjectAt !== undefined &&
  node.subjectAt > node.relativeAt! &&
  skipBack(chunks, verb - 1) === node.chunk &&
  lexicon.tells.has(node.lemma)

/** "Adam, for the clan, and an elder, for the miners, met": the first of two subjects that each have a phrase between commas. */
function joinedOverAside(c: Clauses, j: number): { group: Group; at: number } | undefined {
  const { chunks } = c
  if (!isAnd(chunks[j - 1]) || !isComma(chunks[j - 2]) || chunks[j + 1]?.kind !== 'punctuation') return undefined
  const open = openingOf(c, j - 2)
  const first = open === null ? undefined : chunks[open - 1]
  if (open === null || first?.kind !== 'group' || chunks[open + 1]?.kind !== 'preposition') return undefined
  const before = chunks[skipBack(chunks, open - 2)]
  return before?.kind === 'verb' || before?.kind === 'preposition' ? undefined : { group: first.group, at: open - 1 }
}

/** "The colonel, whom the junta dismissed, now advises the militia": behind what is said of the subject comes its own verb. */
function closesDescription(c: Clauses, comma: number, verb: number): boolean {
  const before = c.nodes.filter((n) => n.verb?.form === 'finite' && n.chunk < verb)
  return before.length > 0 && before.every((n) => n.relativeAt !== undefined) && openingOf(c, comma) !== null
}

/** A verb of saying with a group behind it and nothing that could be its subject beside it. */
function inverts(c: Clauses, i: number): boolean {
  const verb = c.chunks[i]
  const next = c.chunks[skipOn(c.chunks, i + 1)]
  return (
    verb?.kind === 'verb' &&
    INVERTING.has(verb.verb.lemma) === false &&
    c.lexicon.saying.has(`${verb.verb.lemma}/verb`) &&
    !verb.verb.passive &&
    next?.kind === 'group' &&
    // "…, says the report": a paper speaks too.
    (kindOf(next.group) !== 'thing' || isPaperThatSays(c, i, next.group)) &&
    !next.group.classes.includes('body-part') &&
    !actedOn(c, i, skipOn(c.chunks, i + 1)) &&
    !finiteBehind(c.chunks, skipOn(c.chunks, i + 1))
  )
}

/**
 * "The captain, in a recorded statement, identified the man", "Three residents, who had fled, described …": whoever opens the
 * clause still has no verb behind what is said of him by the way.
 */
function awaitsVerb(c: Clauses, i: number, comma: number): boolean {
  const { chunks } = c
  if (c.asides.some((a) => a.verb === i)) return false
  if (closesDescription(c, comma, i)) return true
  const open = openingOf(c, comma)
  if (open === null || !opensAside(chunks, open + 1)) return false
  let g = skipBack(chunks, open - 1)
  while (chunks[g]?.kind === 'group' && chunks[skipBack(chunks, g - 1)]?.kind === 'preposition')
    g = skipBack(chunks, skipBack(chunks, g - 1) - 1)
  const subject = chunks[g]
  const before = chunks[skipBack(chunks, g - 1)]
  const opens = before === undefined || before.kind === 'conjunction' || before.kind === 'subordinator'
  return subject?.kind === 'group' && opens && kindOf(subject.group) === 'actor'
}

/** "…, says the report", and behind a clause that has its verb "…, claims a report by the council". */
function isPaperThatSays(c: Clauses, i: number, { definite, classes }: Group): boolean {
  if (!classes.includes('document')) return false
  const main = verbBefore(c, i, (n) => n.form === 'finite' && n.relativeAt === undefined)
  return definite || (main !== undefined && c.verbAt.get(i)?.tense === 'present')
}

/** "…, for its part, urged the clan to leave", "…, retired now, assured me that": what stands behind is who was spoken to or of. */
function actedOn({ chunks, lexicon }: Clauses, i: number, g: number): boolean {
  const [verb, said, next] = [chunks[i], chunks[g], chunks[skipOn(chunks, g + 1)]]
  if (verb?.kind !== 'verb' || said?.kind !== 'group') return false
  if (said.group.pronoun?.person && !said.group.nominative) return true
  // "The footage, verified by the daily, shows soldiers beating a man"
  if (next?.kind === 'verb') return next.verb.form === 'infinitive' || next.verb.form === 'gerund'
  if (next?.kind === 'subordinator') return next.role === 'content'
  return (
    next?.kind === 'preposition' && (lexicon.doers.get(verb.verb.lemma)?.some((d) => d.link === next.norm) ?? false)
  )
}

/** Nothing but quotation marks, adverbs and times between two chunks. */
function besideOnly(chunks: readonly Chunk[], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (!isQuote(chunks[k]) && !isLoose(chunks[k])) return false
  return true
}

/** Whether the group at `g` is itself the subject of a clause ("said the group attacked"). */
function finiteBehind(chunks: readonly Chunk[], g: number): boolean {
  for (let k = skipOn(chunks, g + 1); k < chunks.length; k++) {
    const x = chunks[k]!
    if (x.kind === 'verb') return x.verb.form === 'finite'
    if (!isPhrasal(x)) return false
  }
  return false
}
const INVERTING = new Set(['tell'])

/** Whether the group at `j` is the subject, or where the search goes on before it. */
function overGroup(c: Clauses, j: number, verb: number): { take: true } | { take: false; next: number } {
  const { chunks } = c
  const k = behindQuote(chunks, skipBack(chunks, j - 1))
  const before = chunks[k]
  if (before?.kind === 'preposition') return { take: false, next: k - 1 }
  const x = chunks[j]!
  if (x.kind === 'group' && x.group.nominative) return { take: true }
  // "the clan, which this morning set fire to …": a time is nobody's subject where one stands before it.
  const time = x.kind === 'group' && x.group.classes.includes('time') && x.group.classes.length === 1
  if (time && (before?.kind === 'relative' || before?.kind === 'group')) return { take: false, next: k }
  if (before?.kind === 'group' && k === j - 1 && x.kind === 'group' && x.group.pronoun?.person === 3) {
    // "the weapons they had bought": the noun is what they bought; "the militia it handed over": the pronoun takes it up.
    const thing = kindOf(before.group) === 'thing' || kindOf(before.group) === 'place'
    return thing || lacksObject(c, verb) || isTold(c, k) ? { take: true } : { take: false, next: k }
  }
  if (before?.kind === 'group' && k === j - 1) {
    // "a unit calling itself the Shield took …": the second object of a verb that describes.
    const at = skipBack(chunks, k - 1)
    const outer = chunks[at]
    // "Before attacking the barracks the fighters met …": nor is who acts behind what opens the sentence; "telling a channel
    // the clan had left": nor behind whoever is told.
    const told = outer?.kind === 'verb' && !before.group.pronoun && c.lexicon.saying.has(`${outer.verb.lemma}/verb`)
    if (outer?.kind === 'verb' && outer.verb.form !== 'finite' && !told && !isBehindOpener(chunks, at))
      return { take: false, next: at - 1 }
  }
  if (before?.kind === 'verb') {
    const node = c.verbAt.get(k)
    if (before.verb.form === 'participle' && newClause(chunks, k, c.lexicon)) return { take: true }
    if (x.kind === 'group' && opensSpeech(before, x.group, c.lexicon)) return { take: true }
    if (before.verb.form !== 'finite') return { take: false, next: k - 1 }
    const word = contentNoun(c, k)
    if (word !== null) return { take: false, next: word }
    const at = node?.relativeAt
    // "men who carried the bag have told me": though the first verb can say something, the clause around it needs the second.
    if (at !== undefined && (!c.lexicon.saying.has(`${node!.lemma}/verb`) || isOnlyMain(chunks, at, verb)))
      return { take: false, next: at - 1 }
  }
  return { take: true }
}

/** Whether no other finite verb stands before a relative word or behind the verb, but in what "that" opens. */
function isOnlyMain(chunks: readonly Chunk[], relative: number, verb: number): boolean {
  const that = chunks.findIndex((x, k) => k > verb && x.kind === 'subordinator' && x.role === 'content')
  const clause = chunks.slice(0, that < 0 ? undefined : that)
  return !clause.some((x, k) => x.kind === 'verb' && x.verb.form === 'finite' && (k < relative || k > verb))
}

/** 'who extorted "royalties" from drivers': a mark between a verb and its object parts nothing. */
function behindQuote(chunks: readonly Chunk[], k: number): number {
  const verb = isQuote(chunks[k]) ? skipBack(chunks, k - 1) : k
  return chunks[verb]?.kind === 'verb' ? verb : k
}

/** "The claim that rebels shelled the dam was denied": the noun that opens the sentence, where the verb at `k` is in its content. */
function contentNoun({ chunks, lexicon }: Clauses, k: number): number | null {
  const that = chunks.slice(0, k).findLastIndex((x) => x.kind === 'subordinator' || x.kind === 'verb' || isComma(x))
  const [noun, opener] = [chunks[that - 1], chunks[that]]
  if (opener?.kind !== 'subordinator' || opener.role !== 'content' || noun?.kind !== 'group') return null
  const opens = chunks.slice(0, that).every((x) => x.kind !== 'verb' && x.kind !== 'preposition')
  return opens && lexicon.saying.has(`${noun.group.lemma}/noun`) ? that - 1 : null
}

/** "which the coastguard had seized": the subject stands behind the relative word, the antecedent is the object. */
function relativeObject(c: Clauses, j: number, group: Group, verb: number): Subject {
  let k = skipBack(c.chunks, j - 1)
  const broken = c.asides.find((a) => a.to === k)
  if (broken) k = skipBack(c.chunks, broken.from - 1)
  const before = c.chunks[k]
  const taken =
    before?.kind === 'group' && k === j - 1 && (isContact(c, k, group, verb) || isTakenUp(c, k, group, verb))
  if (taken) {
    // "a man whose house he burned": whose the thing is.
    const at = skipBack(c.chunks, k - 1)
    const whose = c.chunks[at]
    if (whose?.kind === 'relative' && whose.role === 'owner') before.group.of ??= antecedent(c, at)[0] as Group
    return { groups: [group], at: j, relative: j, antecedent: before.group }
  }
  if (before?.kind !== 'relative') return { groups: [group], at: j }
  const [named] = antecedent(c, k)
  if (before.role === 'owner') {
    if (named) {
      const owned = group.apposed ?? group
      owned.of ??= named as Group
      c.nounOf.get(group)?.functions.G.push(named)
    }
    return { groups: [group], at: j, relative: k }
  }
  return { groups: [group], at: j, relative: k, ...(named ? { antecedent: named } : {}) }
}

/** Going on from an earlier verb: the nearest one of the same make hands its subject on. */
function sharing(c: Clauses, i: number, from: number): Subject | null {
  const verb = c.verbAt.get(i)!.verb!
  let broken = false
  // Behind a comma "and" goes back to the clause around: "said the clan had fled, and blamed it", "an accord that binds
  // both, and follows".
  const apart = isAnd(c.chunks[from]) && isComma(c.chunks[from - 1])
  // "The door is open, he added, and denied what …": whoever broke in goes on.
  const teller = c.lexicon.saying.has(`${verb.lemma}/verb`) && c.asides.find((a) => apart && a.to === from - 1)
  const told = teller ? c.verbAt.get(teller.verb) : undefined
  if (told) return { groups: told.functions.S, shared: told }
  let nearest: Subject | null = null
  for (let j = from - 1; j >= 0; j--) {
    const node = c.verbAt.get(j)
    if (c.asides.some((a) => a.verb === j)) {
      broken = true
      continue
    }
    if (!node) {
      if (c.chunks[j]!.kind === 'punctuation' && /[;:.]/.test((c.chunks[j] as { norm: string }).norm)) return nearest
      continue
    }
    const same = verb.base
      ? node.form === 'infinitive' || node.modality.length > 0 || (node.verb?.base ?? false)
      : node.form === verb.form
    if (!same || (broken && isSubordinate(c, node))) continue
    // "had killed two men, one of whom had lived there, and taken a third": what "have" serves goes on from its own verb.
    if (verb.perfect && verb.open && (!node.verb?.perfect || node.relativeAt !== undefined)) continue
    // "denied that a single soldier had crossed and accused the clan of …": who denies goes on, and not who is spoken of.
    if (c.lexicon.saying.has(`${verb.lemma}/verb`) && isDenied(c, j)) continue
    // "said the target had been a depot and denied that …": a thing denies nothing, nor does whoever had acted before.
    if (c.lexicon.denies.has(verb.lemma) && isSubordinate(c, node) && (node.verb?.perfect || isOfThings(node))) continue
    // "released the men they held and let a convoy through": what has an object of its own is no second act on the men.
    if (hasObjectBefore(c, node) && !lacksObject(c, i)) continue
    // "a banner under which factions gather, said": a comma alone closes the relative clause and goes on from none of it.
    if (isComma(c.chunks[from]) && node.relativeAt !== undefined) return null
    if (
      apart &&
      ((verb.open && !verb.perfect && node.verb?.perfect && !node.passive) || node.relativeAt !== undefined)
    ) {
      nearest ??= { groups: surface(node), shared: node }
      continue
    }
    return { groups: surface(node), shared: node }
  }
  return nearest
}

/** Whether the verb at `j` stands in what "that" opens behind a verb that denies. */
function isDenied({ chunks, lexicon }: Clauses, j: number): boolean {
  const that = chunks.slice(0, j).findLastIndex((x) => x.kind === 'subordinator' || x.kind === 'relative')
  const [says, opener] = [chunks[skipBack(chunks, that - 1)], chunks[that]]
  return opener?.kind === 'subordinator' && says?.kind === 'verb' && lexicon.denies.has(says.verb.lemma)
}

/** Whether the verb's object is the noun that its relative clause describes. */
function hasObjectBefore({ chunks }: Clauses, { relativeAt, subjectAt }: Node): boolean {
  const opener = relativeAt === undefined || subjectAt === undefined ? undefined : chunks[relativeAt]
  if (opener === undefined || (opener.kind === 'relative' && opener.role === 'owner')) return false
  // "a deal under which the clan would leave and send guns": what a preposition stands before is no object.
  return chunks[skipBack(chunks, relativeAt! - 1)]?.kind !== 'preposition'
}

/** Behind a saying that broke in, the main clause goes on. */
function isSubordinate(c: Clauses, node: Node): boolean {
  if (node.relativeAt !== undefined) return true
  return node.subjectAt !== undefined && c.chunks[skipBack(c.chunks, node.subjectAt - 1)]?.kind === 'subordinator'
}

/** Where the comma at `j` closes something said by the way, the index of the comma that opens it. */
function openingOf(c: Clauses, j: number): number | null {
  const { chunks } = c
  let finite = false
  for (let m = j - 1; m >= 0 && j - m < 30; m--) {
    const x = chunks[m]!
    if (x.kind === 'verb' && x.verb.form === 'finite') finite = true
    // "the Front, a banner under which factions gather, said": the finite verb is that of a clause within what is said by the way.
    if (x.kind === 'relative' && chunks[skipBack(chunks, m - 1)]?.kind !== 'punctuation') finite = false
    if (x.kind === 'punctuation' && !isComma(x) && !isQuote(x)) return null
    if (!isComma(x)) continue
    const first = chunks[m + 1]
    if (first === undefined || m + 1 === j) return null
    if (isAnd(first)) return null
    if (opensAside(chunks, m + 1)) return m
    // "In Ostby, Adam Tal, an envoy of the clan, denied …": what stands behind an opening phrase is the subject itself.
    if (first.kind === 'group' && first.group.apposed && opensWithPhrase(chunks, m - 1)) return null
    if (!finite && (first.kind === 'group' || isLoose(first) || first.kind === 'adjective')) return m
  }
  return null
}

/** Whether only phrases and times stand between the beginning of the sentence and a place in it. */
function opensWithPhrase(chunks: readonly Chunk[], to: number): boolean {
  let j = skipBack(chunks, to)
  while (chunks[j]?.kind === 'group' && chunks[skipBack(chunks, j - 1)]?.kind === 'preposition')
    j = skipBack(chunks, skipBack(chunks, j - 1) - 1)
  return j < 0 && to >= 0
}

function opensAside(chunks: readonly Chunk[], i: number): boolean {
  const x = chunks[i]!
  if (x.kind === 'relative' || x.kind === 'subordinator') return true
  if (x.kind === 'verb') return x.verb.form !== 'finite'
  if (x.kind === 'preposition') {
    for (let k = i; k < chunks.length && !isComma(chunks[k]); k++) {
      const y = chunks[k]!
      if (y.kind === 'relative') return true
      if (y.kind === 'verb' && y.verb.form === 'finite') return false
    }
    return true
  }
  return false
}
