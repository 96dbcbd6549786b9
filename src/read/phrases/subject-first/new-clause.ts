import type { Chunk } from './chunk.js'
import { type Group, kindOf } from './group.js'
import type { Lexicon } from './lexicon.js'
import { skipOn } from './node.js'

/** "a truce signed on Monday the two sides swapped prisoners": behind a time a clause of its own begins. */
export function newClause(chunks: readonly Chunk[], i: number, lexicon: Lexicon): boolean {
  const at = skipOn(chunks, i + 1)
  if (chunks[at - 1]?.kind !== 'time') return false
  let end = skipOn(chunks, at + 1)
  while (chunks[end]?.kind === 'preposition' && chunks[end + 1]?.kind === 'group') end = skipOn(chunks, end + 2)
  const verb = chunks[end]
  if (verb?.kind !== 'verb' || verb.verb.form === 'infinitive' || verb.verb.form === 'gerund') return false
  // "concluded last week a deal with fighters stationed in …": only described, where the object it needs is missing.
  return (
    !verb.verb.open || !lexicon.transitive.has(verb.verb.lemma) || chunks[skipOn(chunks, end + 1)]?.kind === 'group'
  )
}

/**
 * "a note claiming its men shot two guards", "saying the army had fled": right behind such a gerund somebody's clause begins;
 * not in "a lorry carrying recruits was shelled", whose verb is read as a deed too.
 */
export const opensSpeech = (before: Chunk | undefined, subject: Group, lexicon: Lexicon): boolean =>
  before?.kind === 'verb' &&
  before.verb.form === 'gerund' &&
  lexicon.tells.has(before.verb.lemma) &&
  !lexicon.handles.has(before.verb.lemma) &&
  kindOf(subject) === 'actor'
