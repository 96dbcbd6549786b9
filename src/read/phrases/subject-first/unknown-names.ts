import type { Chunk } from './chunk.js'
import type { Group } from './group.js'
import type { Lexicon } from './lexicon.js'

/**
 * Gives names that no pack knows a kind from where they stand: behind a preposition of place a place, as whoever says or
 * does something a person or a body. A name in capitals throughout is a body.
 */
export function settleUnknown(chunks: readonly Chunk[], _lexicon: Lexicon): void {
  for (const [i, c] of chunks.entries()) {
    if (c.kind !== 'group') continue
    const before = chunks[i - 1]
    const locative =
      before?.kind === 'preposition' && (before.role === 'place' || before.role === 'source' || before.role === 'goal')
        ? before.role
        : ''
    for (const g of [c.group, ...c.group.premodifiers]) settle(g, g === c.group ? locative : '')
  }
}

function settle(g: Group, locative: string): void {
  if (!g.unknown || g.classes.length > 0) return
  if (locative === 'place') g.classes = ['place', 'name']
  // "to the Tuareg-led front": what has an article or adjective is no place name.
  else if (locative && g.start === g.head.start) g.classes = ['place', 'group', 'person', 'name']
  else g.classes = ['group', 'person', 'name']
}
