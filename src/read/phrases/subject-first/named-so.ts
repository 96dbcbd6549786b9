import type { Chunk } from './chunk.js'
import { kindOf } from './group.js'
import { NAMING } from './lexicon.js'

/** "a brigadier who gave his name as Tal said": he and the name that he gave are one group. */
export function namedSo(chunks: readonly Chunk[]): Chunk[] {
  const out: Chunk[] = []
  for (const [i, c] of chunks.entries()) {
    const [naming, who] = [out.at(-1), out.at(-2)]
    const named =
      c.kind === 'group' &&
      naming?.kind === 'relative' &&
      naming.role === NAMING &&
      who?.kind === 'group' &&
      kindOf(who.group) === 'actor' &&
      (c.group.mention !== undefined || c.group.unknown)
    if (!named) {
      out.push(chunks[i]!)
      continue
    }
    const classes = [...new Set([...who.group.classes, 'person', 'individual'])]
    const group = { ...c.group, apposed: who.group, classes, unknown: undefined }
    out.splice(-2, 2, { kind: 'group', group, start: who.start, end: c.end })
  }
  return out
}
