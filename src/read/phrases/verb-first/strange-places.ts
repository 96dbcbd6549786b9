import type { Chunk } from './chunks.js'
import { isQuote } from './group-boundary.js'

/** What a word that nobody knows may name, by what the preposition before it marks. */
const MARKED: Record<string, readonly string[]> = { place: ['place', 'name'], goal: ['place', 'name'], on: ['name'] }

/**
 * «قرب القطرون», «إلى كيدال», «في عتق وجردان»: a word that nobody knows, behind a preposition of place or direction or
 * listed behind a place that stands there, is most likely a place's name.
 */
export function nameStrangePlaces(chunks: readonly Chunk[]): void {
  let place = -1
  for (const [i, { kind, tok }] of chunks.entries()) {
    const lists = kind === 'conjunction' && tok.reading.role === 'and' && place === i - 1
    const marked = lists ? MARKED.place : kind === 'preposition' ? MARKED[tok.reading.role ?? ''] : undefined
    if (!marked) continue
    const at = isQuote(chunks[i + 1]?.tok) ? i + 2 : i + 1
    if (isStrange(chunks, at)) chunks[at]!.group!.classes = marked
    if (chunks[at]?.group?.classes.includes('place')) place = at
  }
}

/** Whether a group is one word that is in no lexicon and no name, of nobody's and no people. */
function isStrange(chunks: readonly Chunk[], at: number): boolean {
  const { group, tok } = chunks[at] ?? {}
  if (!group || !tok || tok.known || group.mention !== undefined || group.classes.length > 0) return false
  const owned = chunks[at + 1]?.tok.attached === 'after' || group.of?.pronoun !== undefined
  return !owned && !tok.spelling.people && !tok.spelling.plural && !tok.spelling.accusative
}
