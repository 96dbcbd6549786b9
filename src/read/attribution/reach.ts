import type { Sentence } from '../analysis.js'

/**
 * Whether whoever spoke in the sentence before still speaks in this one, which names no speaker: a quotation runs on, or
 * the sentence is the next item of a list that he began. Anything else is the outlet's own voice.
 */
export function goesOn(before: Sentence | undefined, sentence: Sentence): boolean {
  if (!before) return false
  return quotationRunsOn(before, sentence) || isItem(sentence)
}

/** One quotation covers the end of the sentence before and the beginning of this one. */
function quotationRunsOn(before: Sentence, sentence: Sentence): boolean {
  return sentence.quotes.some((q) => q.start < before.end && q.end > sentence.start)
}

/** "The second …", «ثانياً: …», "2. …": an item of a list. */
export function isItem(sentence: Sentence): boolean {
  const opening = sentence.words.filter((w) => w.pos !== 'determiner' && w.pos !== 'punctuation').slice(0, 2)
  return (
    opening[0]?.classes.includes('ordinal') === true ||
    (opening[0]?.pos === 'number' && sentence.words[1]?.pos === 'punctuation')
  )
}
