import { type Chunk, isOf } from './chunk.js'
import type { Group } from './group.js'
import type { Lexicon } from './lexicon.js'

/** "the handing over of the port": a verb's noun with its second word before the genitive. */
function joinToNoun(group: Group, chunks: readonly Chunk[], i: number, lexicon: Lexicon, dropped: Set<number>): void {
  const [second, of] = [chunks[i + 1], chunks[i + 2]]
  if (!group.gerund || !second || !('norm' in second) || !isOf(of)) return
  if (!lexicon.particles.get(group.lemma)?.includes(second.norm)) return
  group.lemma = `${group.lemma} ${second.norm}`
  dropped.add(i + 1)
}

/** "handed the men over", "set nine detainees free": joins a verb with its second word behind the object. */
export function joinParticles(chunks: Chunk[], lexicon: Lexicon): Chunk[] {
  const dropped = new Set<number>()
  for (const [i, c] of chunks.entries()) {
    if (c.kind === 'group') joinToNoun(c.group, chunks, i, lexicon, dropped)
    if (c.kind !== 'verb') continue
    const known = lexicon.particles.get(c.verb.lemma)
    if (!known || chunks[i + 1]?.kind !== 'group') continue
    let k = i + 2
    while (chunks[k]?.kind === 'group' || isOf(chunks[k])) k++
    const p = chunks[k]
    if (p?.kind === 'verb' && p.verb.base && known.includes(p.verb.lemma) && chunks[k + 1]?.kind !== 'group') {
      c.verb.lemma = `${c.verb.lemma} ${p.verb.lemma}`
      dropped.add(k)
      continue
    }
    if (!p || !('norm' in p) || !known.includes(p.norm)) continue
    if (p.kind === 'preposition' && chunks[k + 1]?.kind === 'group') continue
    c.verb.lemma = `${c.verb.lemma} ${p.norm}`
    dropped.add(k)
  }
  return chunks.filter((_, i) => !dropped.has(i))
}
