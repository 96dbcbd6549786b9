import { type Chunk, isAnd, isComma, type VerbChunk } from './chunk.js'
import { type Clauses, type Node, skipOn, widen } from './node.js'

// Verbs that stand side by side and have one object, or one doer, between them.

/**
 * "trained, armed and paid the clan", "beaten and robbed by soldiers": the last of a list of verbs with nothing but commas
 * and one "and" between them; the verb itself where no list begins there.
 */
export function lastOfList(chunks: readonly Chunk[], i: number): number {
  for (let last = i; ; ) {
    let at = skipOn(chunks, last + 1)
    const comma = isComma(chunks[at])
    if (comma) at = skipOn(chunks, at + 1)
    const closes = isAnd(chunks[at])
    if (closes) at = skipOn(chunks, at + 1)
    const [verb, next] = [chunks[last] as VerbChunk, chunks[at]]
    if (!(comma || closes) || next?.kind !== 'verb' || !goesOn(verb, next)) return i
    if (closes) return at
    last = at
  }
}

const goesOn = ({ verb: a }: VerbChunk, { verb: b }: VerbChunk) =>
  b.open ? a.open || a.perfect || a.passive : !a.open && a.form === b.form && !a.copula

/** Gives the verbs of a list the object or the doer that stands behind the last one. */
export function shareInLists(c: Clauses): void {
  for (const node of c.nodes) {
    if (!node.verb || node.verb.copula) continue
    const at = lastOfList(c.chunks, node.chunk)
    const last = at === node.chunk ? undefined : c.verbAt.get(at)
    if (!last || last.passive !== node.passive) continue
    for (let k = node.chunk; k < at; k = nextVerb(c, k)) share(c.verbAt.get(k)!, last)
  }
}

function nextVerb({ chunks }: Clauses, k: number): number {
  let at = k + 1
  while (chunks[at]?.kind !== 'verb') at++
  return at
}

function share(node: Node, last: Node): void {
  const [f, from] = [node.functions, last.functions]
  if (node.passive) {
    const by = from.P.by
    if (f.S.length > 0 || f.P.by || !by || from.S.length === 0) return
    f.S.push(...from.S)
    f.P.by = [...by]
  } else {
    if (f.O.length > 0 || f.O2.length > 0 || Object.keys(f.P).length > 0) return
    f.O.push(...from.O)
  }
  for (const g of [...from.O, ...from.S]) widen(node, g)
}
