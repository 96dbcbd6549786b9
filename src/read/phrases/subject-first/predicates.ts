import type { NounGroup, Predicate } from '../../analysis.js'
import { surface } from '../../surface.js'
import { settleBetween } from './between-over.js'
import type { Chunk } from './chunk.js'
import { isAnd, isComma, isQuote } from './chunk.js'
import { lacksObject } from './contact.js'
import { settleFinite } from './finite.js'
import { governFinite, trailingSayings } from './finite-governors.js'
import { gaps } from './gaps.js'
import { supposeGeneral } from './general.js'
import { governNonFinite } from './governors.js'
import { type Group, kindOf } from './group.js'
import type { Lexicon } from './lexicon.js'
import { governNouns } from './light.js'
import {
  addNode,
  addPhrase,
  asPredicate,
  type Clauses,
  type Node,
  noFunctions,
  skipBack,
  skipOn,
  widen,
} from './node.js'
import { nominals } from './nominals.js'
import { complements } from './objects.js'
import { parentheticals } from './parentheticals.js'
import { nameSomeOfThose } from './some-of-those.js'
import { type Subject, subjectOf } from './subjects.js'
import { settleTail, trailingSaying } from './trailing-saying.js'
import { shareInLists } from './verb-lists.js'

/** Finds every predicate of a sentence with its functions and its governor. */
export function predicatesOf(chunks: readonly Chunk[], lexicon: Lexicon, heading: boolean): Predicate[] {
  const tail = trailingSaying(chunks, lexicon)
  settleFinite(tail ? chunks.slice(0, tail.from) : chunks, lexicon, heading)
  if (tail) settleTail(chunks, tail, lexicon)
  const c: Clauses = { chunks, lexicon, heading, nodes: [], verbAt: new Map(), nounOf: new Map(), asides: [], tail }
  for (const [i, x] of chunks.entries()) if (x.kind === 'verb') verbNode(c, i)
  c.asides = parentheticals(c)
  nominals(c)
  const subjects = new Map<Node, Subject>()
  for (const node of c.nodes) if (node.verb && node.form === 'finite') subjects.set(node, finiteSubject(c, node))
  for (const node of c.nodes) if (node.verb) complements(c, node)
  for (const node of c.nodes) if (node.verb && node.form === 'finite') settleVoice(c, node, subjects.get(node)!)
  for (const [node, subject] of subjects) if (subject.shared) share(c, node, subject.shared)
  for (const [node, subject] of subjects) governFinite(c, node, subject)
  gaps(c)
  for (const node of c.nodes) if (node.verb && node.form !== 'finite') governNonFinite(c, node)
  // "are said to have been obtained by the clan": whoever stands behind "by" does what is done.
  for (const node of c.nodes)
    if (node.form === 'infinitive' && node.passive && node.functions.S.length === 0)
      node.functions.S = (node.functions.P.by ?? []).filter((doer) => !doesAnother(c, node, doer))
  // "to attack the port and seize ships": the infinitive's subject is known only now.
  for (const [node, subject] of subjects) if (subject.shared) share(c, node, subject.shared)
  shareInLists(c)
  for (const node of c.nodes) if (node.verb) fronted(c, node)
  nameSomeOfThose(c)
  supposeGeneral(c)
  trailingSayings(c)
  governNouns(c)
  const between = chunks.find((x) => x.kind === 'preposition' && x.role === 'between')
  if (between?.kind === 'preposition') settleBetween(c.nodes, between.norm)
  return c.nodes.map(asPredicate)
}

function verbNode(c: Clauses, i: number): void {
  const x = c.chunks[i]!
  if (x.kind !== 'verb') return
  const { verb } = x
  const node = addNode(c, {
    lemma: verb.lemma,
    pos: 'verb',
    span: verb.span,
    functions: noFunctions(),
    passive: verb.passive,
    negated: verb.negated,
    definite: true,
    form: verb.form,
    ...(verb.tense ? { tense: verb.tense } : {}),
    modality: verb.modality,
    chunk: i,
    verb,
  })
  c.verbAt.set(i, node)
}

function finiteSubject(c: Clauses, node: Node): Subject {
  let subject = subjectOf(c, node.chunk)
  if (subject.groups.length === 0 && !subject.shared && c.lexicon.saying.has(`${node.lemma}/verb`)) {
    subject = inverted(c, node) ?? subject
  }
  if (subject.relative !== undefined) node.relativeAt = subject.relative
  if (subject.at !== undefined) node.subjectAt = subject.at
  // "men whom the clan had paid and armed left", "men who robbed and beat him fled": the relative word's clause goes on.
  const and = skipBack(c.chunks, node.chunk - 1)
  const { relativeAt, chunk } = subject.shared ?? {}
  if (relativeAt !== undefined && isAnd(c.chunks[and]) && skipBack(c.chunks, and - 1) === chunk)
    node.relativeAt = relativeAt
  if (!subject.shared) node.functions.S.push(...subject.groups)
  for (const g of subject.groups) if (!subject.shared) widen(node, g)
  // "no group", "nobody": the denial of the subject denies the event.
  if (subject.groups.some((g) => (g as { negative?: boolean }).negative)) node.negated = true
  return subject
}

/** "…, said the officer": the subject behind its verb. */
function inverted(c: Clauses, node: Node): Subject | null {
  const before = c.chunks[skipBack(c.chunks, node.chunk - 1)]
  if (before !== undefined && !isComma(before) && !isQuote(before)) return null
  const at = skipOn(c.chunks, node.chunk + 1)
  const x = c.chunks[at]
  return x?.kind === 'group' ? { groups: [x.group], at } : null
}

/** After the complements are known: the passive's subject is what it is done to, its by-phrase who does it. */
function settleVoice(c: Clauses, node: Node, subject: Subject): void {
  const f = node.functions
  if (subject.at !== undefined && subject.at > node.chunk) f.O = f.O.filter((g) => !f.S.includes(g))
  if (subject.antecedent && f.O.length === 0 && !node.passive) f.O.push(subject.antecedent)
  // "rifles that the clan sold the rebels": the thing stands before, whoever gets it behind.
  else if (subject.antecedent && !node.passive && getsThing(c, node, subject.antecedent as Group)) {
    f.O2 = f.O
    f.O = [subject.antecedent]
  }
  const whom = subject.relative !== undefined ? c.chunks[skipBack(c.chunks, subject.relative - 1)] : undefined
  if (whom?.kind === 'preposition' && subject.antecedent) {
    f.O = f.O.filter((g) => g !== subject.antecedent)
    addPhrase(f, whom.norm, subject.antecedent)
  }
  if (!node.passive) return
  // "they were given rifles": the thing stays an object, the subject received it.
  if (f.O.length > 0 && c.lexicon.giving.has(node.lemma)) f.O2 = f.S
  else f.O = [...f.S, ...f.O]
  if (f.P.by) f.P.by = f.P.by.filter((doer) => !doesAnother(c, node, doer))
  f.S = [...(f.P.by ?? [])]
}

const getsThing = (c: Clauses, { lemma, functions: { O, O2 } }: Node, antecedent: Group) =>
  c.lexicon.giving.has(lemma) &&
  O.length === 1 &&
  O2.length === 0 &&
  kindOf(antecedent) === 'thing' &&
  (O[0]!.pronoun !== undefined || kindOf(O[0] as Group) === 'actor')

/** "were let go after the payment of ransoms by elders": whoever stands behind an act told as a time did that act. */
function doesAnother({ chunks }: Clauses, node: Node, doer: NounGroup): boolean {
  let k = chunks.findIndex((x) => x.kind === 'group' && x.group === doer) - 2
  while (k > node.chunk && chunks[k]?.kind === 'group') {
    const p = chunks[k - 1]
    if (p?.kind !== 'preposition') return false
    if (p.role === 'time') return true
    k -= 2
  }
  return false
}

/** A verb that goes on from another takes its surface subject, in its own voice. */
function share(c: Clauses, node: Node, from: Node): void {
  const groups = from.passive ? (from.functions.O2.length > 0 ? from.functions.O2 : from.functions.O) : from.functions.S
  const own = surface(node)
  if (own.length === 0) own.push(...groups)
  // "men whom the clan had paid and armed", "a post which rebels took in May and lost in June"
  const described = from.relativeAt !== undefined && (from.subjectAt ?? 0) > from.relativeAt && !from.passive
  if (described && !node.passive && node.functions.O.length === 0 && lacksObject(c, node.chunk))
    node.functions.O.push(...from.functions.O.filter((g) => g.end <= c.chunks[from.relativeAt!]!.start))
  // "were brought there and given rifles": whoever goes on as the subject received the thing.
  else if (node.passive && node.functions.O2.length === 0 && c.lexicon.giving.has(node.lemma))
    node.functions.O2.push(...groups.filter((g) => !own.includes(g)))
}

/** Phrases and times before the subject of a main clause ("On Sunday, in Marib, gunmen …"), places between subject and verb. */
function fronted(c: Clauses, node: Node): void {
  if (node.subjectAt === undefined || node.subjectAt > node.chunk) return
  for (let k = node.subjectAt + 1; k < node.chunk; k++) {
    const p = c.chunks[k]!
    if (p.kind === 'time') widen(node, p)
    const target = c.chunks[k + 1]
    const between = p.kind === 'preposition' && (p.role === 'place' || p.role === 'agent')
    if (between && target?.kind === 'group') addPhrase(node.functions, p.norm, target.group)
    if (p.kind === 'relative' || p.kind === 'verb') break
  }
  let segment: { preposition: string; group: NounGroup; span: { start: number; end: number } }[] = []
  const keep = () => {
    for (const { preposition, group, span } of segment) {
      addPhrase(node.functions, preposition, group)
      widen(node, span)
    }
    segment = []
  }
  for (let k = node.subjectAt - 1; k >= 0; k--) {
    const x = c.chunks[k]!
    if (x.kind === 'time' || x.kind === 'adverb') {
      widen(node, x)
      continue
    }
    if (isComma(x) || isQuote(x)) {
      keep()
      continue
    }
    // "In Ostby, which the clan controls, gunmen killed …": over what is said of the place.
    const aside = x.kind === 'verb' ? c.verbAt.get(k)?.relativeAt : undefined
    if (aside !== undefined && isComma(c.chunks[aside - 1])) {
      k = aside
      continue
    }
    const at = skipBack(c.chunks, k - 1)
    const p = c.chunks[at]
    if (x.kind !== 'group' || p?.kind !== 'preposition' || verbBeforePhrase(c, k)) break
    // "According to a diplomat in Amman, …": the place is the diplomat's.
    if (p.role === 'according') segment = []
    else segment.push({ preposition: p.norm, group: x.group, span: p })
    k = at
  }
  keep()
}

/** Whether the phrase at `k` belongs to an earlier clause. */
function verbBeforePhrase(c: Clauses, k: number): boolean {
  for (let j = k - 1; j >= 0; j--) {
    const x = c.chunks[j]!
    if (x.kind === 'verb') return true
    if (x.kind === 'subordinator' || (x.kind === 'punctuation' && !isComma(x) && !isQuote(x))) return false
  }
  return false
}
