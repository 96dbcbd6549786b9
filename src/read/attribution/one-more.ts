import type { NounGroup, Sentence } from '../analysis.js'
import type { AttributionGrammar } from './grammar.js'

/** "Another said", "A third said": words that stand for one more of those told of; "the other" is one of them. */
export function isOneMore(
  { pronoun, start, head }: NounGroup,
  { words }: Sentence,
  { oneMore }: Pick<AttributionGrammar, 'oneMore'>,
): boolean {
  if (pronoun === undefined) return false
  const within = words.filter((w) => w.start >= start && w.end <= head.end)
  return oneMore.has(within.map((w) => w.norm).join(' '))
}
