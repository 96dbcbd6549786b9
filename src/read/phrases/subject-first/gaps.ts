import type { Functions, NounGroup } from '../../analysis.js'
import { type GroupChunk, isAnd, isComma, isPhrasal } from './chunk.js'
import { kindOf } from './group.js'
import { addNode, type Clauses, type Node, noFunctions, skipOn } from './node.js'

/**
 * Clauses that go on from a verb without saying it again: "The clan took the mill and the guard the dam", "gave rifles to
 * the clan and mines to the guard", "supplied with rifles by the clan and mines by the guard". Each becomes a predicate of
 * its own with the verb before.
 */
export function gaps(c: Clauses): void {
  for (const node of [...c.nodes]) {
    if (!node.verb || node.form === 'participle' || node.verb.copula) continue
    const and = conjunctionBehind(c, node)
    const functions = and === null ? null : (otherDoer(c, node, and) ?? otherPhrase(c, node, and))
    if (and === null || !functions) continue
    const [first, last] = [c.chunks[skipOn(c.chunks, and + 1)]!, c.chunks[lastOf(c, and)]!]
    const { lemma, passive, negated, form, tense, modality, chunk } = node
    addNode(c, {
      lemma,
      pos: 'verb',
      span: { start: first.start, end: last.end },
      functions,
      passive,
      negated,
      definite: true,
      form,
      ...(tense ? { tense } : {}),
      modality,
      chunk,
      governor: { predicate: node.index, as: 'conjunct' },
    })
  }
}

/** The first "and" behind a verb's own objects and phrases; null where another verb or clause comes first. */
function conjunctionBehind({ chunks }: Clauses, { chunk }: Node): number | null {
  for (let k = chunk + 1; k < chunks.length; k++) {
    const x = chunks[k]!
    if (isAnd(x)) return k
    if (!isPhrasal(x) && !isComma(x)) return null
  }
  return null
}

/** The last chunk of what stands behind "and", before a comma, a stop or the end; where a verb stands there it is no gap. */
function lastOf({ chunks }: Clauses, and: number): number {
  let k = and
  while (isPhrasal(chunks[k + 1])) k++
  return k
}
const endsThere = (c: Clauses, and: number) => {
  const next = c.chunks[lastOf(c, and) + 1]
  return next === undefined || (next.kind === 'punctuation' && (isComma(next) || /[.;!?]/.test(next.norm)))
}

const groupAt = ({ chunks }: Clauses, k: number): GroupChunk | undefined => {
  const x = chunks[k]
  return x?.kind === 'group' && !x.group.pronoun ? x : undefined
}

/** "… and the guard the dam": who else did it, and to what. */
function otherDoer(c: Clauses, node: Node, and: number): Functions | null {
  const [doer, done] = [groupAt(c, and + 1), groupAt(c, and + 2)]
  const [own, first] = [node.functions.S[0], node.functions.O[0]]
  if (node.passive || !doer || !done || !own || !first || !endsThere(c, and)) return null
  const alike =
    kindOf(doer.group) === 'actor' && kindOf(done.group) !== 'actor' && kindOf(first as never) === kindOf(done.group)
  if (!alike || doer.group.classes.includes('time') || done.group.classes.includes('time')) return null
  node.functions.O = node.functions.O.filter((g) => g !== doer.group && g !== done.group)
  return { ...noFunctions(), S: [doer.group], O: [done.group] }
}

/** "… and mines to the guard", "… and mines by the guard": what else, to or by whom else. */
function otherPhrase(c: Clauses, node: Node, and: number): Functions | null {
  const [thing, party] = [groupAt(c, and + 1), groupAt(c, and + 3)]
  const by = c.chunks[and + 2]
  if (!thing || !party || by?.kind !== 'preposition' || !endsThere(c, and)) return null
  if (kindOf(thing.group) !== 'thing' || kindOf(party.group) !== 'actor') return null
  const { functions: f } = node
  const before = (f.P[by.norm] ?? []).filter((g) => g !== party.group)
  if (before.length === 0 || (by.role !== 'agent' && by.role !== 'goal' && by.role !== 'source')) return null
  const isThing = (g: NounGroup) => g !== thing.group && kindOf(g as never) === 'thing'
  const other = { ...noFunctions(), S: f.S, P: { [by.norm]: [party.group] } }
  if (!node.passive) return f.O.some(isThing) ? { ...other, O: [thing.group] } : null
  const behind = Object.entries(f.P).find(([, groups]) => groups.some(isThing))?.[0]
  return by.role === 'agent' && behind
    ? { ...other, S: [party.group], O: f.O, P: { [behind]: [thing.group], [by.norm]: [party.group] } }
    : null
}
