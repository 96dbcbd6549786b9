import type { Government, NounGroup } from '../../analysis.js'
import { surface } from '../../surface.js'
import { isComma } from './chunk.js'
import type { Clauses, Node } from './node.js'

export function hang(c: Clauses, node: Node, on: Node | undefined, as: Government, by?: string): void {
  if (!on || on === node || node.governor || reaches(c.nodes, on, node)) return
  node.governor = { predicate: on.index, as, ...(by ? { by } : {}) }
}
/** Governing never runs in a circle. */
function reaches(all: readonly Node[], from: Node, to: Node): boolean {
  const seen = new Set<number>()
  for (
    let at: Node | undefined = from;
    at && !seen.has(at.index);
    at = at.governor ? all[at.governor.predicate] : undefined
  ) {
    if (at === to) return true
    seen.add(at.index)
  }
  return false
}
/** Hands a verb without a subject of its own that of another; a deal that "includes freeing captives" does not free them. */
export function give(node: Node, subject: readonly NounGroup[]): void {
  const f = surface(node)
  if (f.length === 0) f.push(...subject.filter((g) => node.passive || !g.classes.includes('deal')))
}

/** The nearest event noun to the left. */
export function nounBefore(c: Clauses, i: number): Node | undefined {
  let best: Node | undefined
  for (const n of c.nodes) if (n.group && n.chunk < i && (!best || n.chunk > best.chunk)) best = n
  return best
}

/** Whether an infinitive or gerund under the verb is its object's act. */
export const controlsObject = (c: Clauses, n: Node) => c.lexicon.control.get(n.lemma.split(' ')[0]!) === 'object'

/** The next finite verb of a main clause to the right: over what "that" opens ("which says that rebels left, wants more"). */
export function nextFinite(c: Clauses, i: number): Node | undefined {
  let said = false
  for (let j = i + 1; j < c.chunks.length; j++) {
    const x = c.chunks[j]!
    if (x.kind === 'subordinator' && x.role === 'content') said = true
    const n = c.verbAt.get(j)
    if (n?.form !== 'finite' || n.relativeAt !== undefined || breaksIn(c, n)) continue
    if (!said) return n
    said = false
  }
  return undefined
}

/** "Before leaving, he said, they burned it": a saying between commas, and whoever says it. */
function breaksIn({ chunks, lexicon }: Clauses, { lemma, chunk, subjectAt = chunk }: Node): boolean {
  const [first, last] = [Math.min(subjectAt, chunk), Math.max(subjectAt, chunk)]
  return lexicon.saying.has(`${lemma}/verb`) && isComma(chunks[first - 1]) && isComma(chunks[last + 1])
}
