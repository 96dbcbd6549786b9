import type { Chunk } from './chunk.js'
import { kindOf } from './group.js'

/**
 * "a group loyal to the clan attacked": words of belonging right behind people or a body describe them, and whom they are
 * loyal to stands in their description, not in the clause. A name needs no description.
 */
export function belongings(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (let i = 0; i < chunks.length; i++) {
    const [who, loyal, whom] = [chunks[i]!, chunks[i + 1], chunks[i + 2]]
    // "a truck belonging to the clan", "men belonging to it": whose something is, is its owner.
    if (loyal?.kind === 'preposition' && loyal.role === 'owner' && who.kind === 'group' && whom?.kind === 'group') {
      if (who.group.mention === undefined)
        Object.assign(who.group, { of: who.group.of ?? whom.group, end: whom.group.end })
      out.push({ ...who, end: whom.end })
      i += 2
      continue
    }
    const describes = loyal?.kind === 'preposition' && loyal.role === 'belonging'
    if (!describes || who.kind !== 'group' || whom?.kind !== 'group' || kindOf(who.group) !== 'actor') {
      out.push(who)
      continue
    }
    if (who.group.mention === undefined) who.group.end = whom.group.end
    out.push({ ...who, end: whom.end })
    i += 2
  }
  return out
}
