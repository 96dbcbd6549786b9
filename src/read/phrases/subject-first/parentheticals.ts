import { type Chunk, isAnd, isComma, isLoose, isQuote } from './chunk.js'
import { kindOf } from './group.js'
import type { Clauses } from './node.js'

/** A saying between commas: the chunks of its first and last comma, and of its verb. */
export interface Parenthetical {
  from: number
  to: number
  verb: number
}

/**
 * Finds the sayings that break into another clause ("The clan, it says, has freed …", "…, argues the scholar, …"): one
 * finite verb of saying between two commas, with its speaker and phrases and nothing else.
 */
export function parentheticals(c: Clauses): Parenthetical[] {
  const out: Parenthetical[] = []
  for (const say of c.nodes) {
    if (!say.verb || say.form !== 'finite' || !c.lexicon.saying.has(`${say.lemma}/verb`)) continue
    const from = edge(c.chunks, say.chunk, -1)
    const to = edge(c.chunks, say.chunk, 1)
    if (from === null || to === null || from === 0) continue
    const speaker = c.chunks.slice(from + 1, say.chunk).some((x) => x.kind === 'group')
    const behind = c.chunks[say.chunk + 1]
    const inverted =
      !say.passive && behind?.kind === 'group' && kindOf(behind.group) !== 'thing' && say.lemma !== 'tell'
    if (speaker || inverted) out.push({ from, to, verb: say.chunk })
  }
  return out
}

/** The comma that bounds a stretch of groups and phrases on one side of a verb; null where anything else comes first. */
function edge(chunks: readonly Chunk[], verb: number, step: 1 | -1): number | null {
  for (let k = verb + step; k >= 0 && k < chunks.length; k += step) {
    const x = chunks[k]!
    if (isComma(x)) return k
    if (x.kind !== 'group' && x.kind !== 'preposition' && !isLoose(x) && !isQuote(x)) return null
    if (isAnd(x)) return null
  }
  return null
}
