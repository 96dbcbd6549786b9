import type { Sentence } from '../analysis.js'

/**
 * Whether whoever spoke in the sentence before still speaks in this one, which names no speaker: a quotation runs on, or
 * the sentence is the next item of a list that he began. Anything else is the outlet's own voice.
 */
export function goesOn(before: Sentence | undefined, sentence: Sentence, ordinals: ReadonlySet<string>): boolean {
  if (!before) return false
  return quotationRunsOn(before, sentence) || isItem(sentence, ordinals)
}

/** One quotation covers the end of the sentence before and the beginning of this one. */
function quotationRunsOn(before: Sentence, sentence: Sentence): boolean {
  return sentence.quotes.some((q) => q.start < before.end && q.end > sentence.start)
}

/** "The second …", «ثانياً: …», "2. …": an item of a list. */
export function isItem(sentence: Sentence, ordinals: ReadonlySet<string>): boolean {
  const [first, next] = sentence.words.filter((w) => w.pos !== 'determiner')
  if (!first) return false
  return ordinals.has(first.norm) || (first.pos === 'number' && next?.pos === 'punctuation')
}
