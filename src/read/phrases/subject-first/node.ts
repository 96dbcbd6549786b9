import type { Functions, NounGroup, Predicate } from '../../analysis.js'
import { surface } from '../../surface.js'
import type { Chunk } from './chunk.js'
import { type Group, kindOf } from './group.js'
import type { Lexicon } from './lexicon.js'
import type { Parenthetical } from './parentheticals.js'
import type { TrailingSaying } from './trailing-saying.js'
import type { VerbGroup } from './verb-group.js'

/** A predicate in the making: where its chunk stands, and how its subject was found. */
export interface Node extends Predicate {
  chunk: number
  verb?: VerbGroup
  group?: Group
  /** Chunk of the subject, where the clause has one of its own. */
  subjectAt?: number
  /** Chunk of the relative word that opens its clause. */
  relativeAt?: number
}

/** The flat clause list of a sentence and the predicates found on it. */
export interface Clauses {
  chunks: readonly Chunk[]
  lexicon: Lexicon
  heading: boolean
  nodes: Node[]
  /** Verb predicates by chunk. */
  verbAt: Map<number, Node>
  /** Event nouns by the group they are the head of. */
  nounOf: Map<NounGroup, Node>
  /** Sayings that break into another clause. */
  asides: readonly Parenthetical[]
  /** The saying that closes the sentence. */
  tail: TrailingSaying | null
}

export const noFunctions = (): Functions => ({ S: [], O: [], O2: [], G: [], X: [], P: {} })

/** Gives a new predicate its place in the list and the clause that it begins with. */
export function addNode(clauses: Clauses, node: Omit<Node, 'index' | 'clause'>): Node {
  const made: Node = Object.assign(node, { index: clauses.nodes.length, clause: { ...node.span } })
  clauses.nodes.push(made)
  return made
}

/** The predicate without what only its making needed. */
export const asPredicate = (n: Node): Predicate => ({
  index: n.index,
  lemma: n.lemma,
  pos: n.pos,
  span: n.span,
  clause: n.clause,
  functions: n.functions,
  passive: n.passive,
  negated: n.negated,
  definite: n.definite,
  form: n.form,
  tense: n.tense,
  modality: n.modality,
  governor: n.governor,
  supposed: n.supposed,
  someOf: n.someOf,
  agreement: n.agreement,
  quantity: n.quantity,
})

/** Adds a group behind a preposition, once. */
export function addPhrase(f: Functions, preposition: string, group: NounGroup): void {
  const list = f.P[preposition] ?? []
  f.P[preposition] = list
  if (!list.includes(group)) list.push(group)
}

export function widen(node: Node, span: { start: number; end: number }): void {
  node.clause = { start: Math.min(node.clause.start, span.start), end: Math.max(node.clause.end, span.end) }
}

/** Index of the nearest chunk before that is no adverb or time. */
export function skipBack(chunks: readonly Chunk[], i: number): number {
  let j = i
  while (j >= 0 && (chunks[j]!.kind === 'adverb' || chunks[j]!.kind === 'time')) j--
  return j
}
export function skipOn(chunks: readonly Chunk[], i: number): number {
  let j = i
  while (j < chunks.length && (chunks[j]!.kind === 'adverb' || chunks[j]!.kind === 'time')) j++
  return j
}

/** "Before attacking the barracks the fighters met …": whether a verb stands right behind the word that opens the sentence. */
export function isBehindOpener(chunks: readonly Chunk[], verb: number): boolean {
  const at = skipBack(chunks, verb - 1)
  const kind = chunks[at]?.kind
  return (kind === 'preposition' || kind === 'subordinator') && skipBack(chunks, at - 1) < 0
}

/** Nearest verb predicate to the left that passes a test. */
export function verbBefore(c: Clauses, i: number, test: (n: Node) => boolean = () => true): Node | undefined {
  for (let j = i - 1; j >= 0; j--) {
    const n = c.verbAt.get(j)
    if (n && test(n)) return n
  }
  return undefined
}

/** Whether a clause is about things, and nobody. */
export const isOfThings = (node: Node): boolean =>
  surface(node).every((g) => !g.pronoun && g.mention === undefined && kindOf(g as Group) !== 'actor')
