import type { NounGroup } from '../../analysis.js'
import type { Clauses, Node } from './node.js'

/**
 * "Among those freed was a priest", "Those killed by the clan included two guards", "Those arrested were members of the
 * Front": whoever a clause names as some of those described by an act were acted on in it.
 */
export function nameSomeOfThose(c: Clauses): void {
  const [names, those] = [marked(c, 'names-some'), marked(c, 'those')]
  for (const node of c.nodes) {
    if (!node.verb || node.form !== 'finite' || node.passive || !(node.verb.copula || names.has(node.lemma))) continue
    const [described] = node.functions.S.length > 0 ? node.functions.S : openers(c, node)
    const named = node.functions.O.filter((g) => g !== described)
    const act = described && c.nodes.find((n) => isSaidOf(n, described, node))
    // "Among the victims were three children": no deed describes them.
    const [among] = c.chunks
    if (described && !act && among?.kind === 'preposition' && openers(c, node)[0] === described)
      node.functions.P[among.norm] ??= [described]
    if (!act || named.length === 0) continue
    act.someOf = true
    act.functions.O = [described.lemma, described.of?.lemma ?? ''].some((l) => those.has(l))
      ? named
      : [described, ...named]
  }
}

const NONE: ReadonlySet<string> = new Set()
const marked = ({ lexicon }: Clauses, mark: string) => lexicon.marked.get(mark) ?? NONE

const isSaidOf = ({ verb, form, passive, functions: { O }, chunk }: Node, described: NounGroup, node: Node) =>
  verb !== undefined && form === 'participle' && passive && O.includes(described) && chunk < node.chunk

/** The group behind the preposition that opens the clause, where it is said of whom something is told. */
function openers(c: Clauses, node: Node): NounGroup[] {
  const [among, those] = c.chunks
  const opens =
    among?.kind === 'preposition' && marked(c, 'some-of').has(among.norm) && those?.kind === 'group' && node.chunk > 1
  return opens ? [those.group] : []
}
