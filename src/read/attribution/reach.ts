import type { Sentence } from '../analysis.js'
import type { AttributionGrammar } from './grammar.js'

/**
 * Whether whoever spoke in the sentence before still speaks in this one, which names no speaker: a quotation runs on,
 * the sentence is the next item of a list that he began, or it opens with a pronoun in the same paragraph. Anything else is the outlet's own voice.
 */
export function goesOn(
  before: Sentence | undefined,
  sentence: Sentence,
  g: Pick<AttributionGrammar, 'ordinals' | 'goesOn'>,
): boolean {
  if (!before) return false
  return (
    quotationRunsOn(before, sentence) ||
    isItem(sentence, g.ordinals) ||
    opensWithPronoun(before, sentence) ||
    opensWith(sentence, g.goesOn)
  )
}

/** "Additionally, …", «وفي المقابل …», or such a word beside the first verb ("The group also …"). */
function opensWith(sentence: Sentence, forms: readonly (readonly string[])[]): boolean {
  const words = sentence.words.flatMap((w) => w.norm.split(' '))
  const skip = sentence.words[0]?.pos === 'conjunction' ? 1 : 0
  return forms.some((form) => form.every((w, k) => words[skip + k] === w))
}

/** "…, the sources said. They were set free there …": the same story goes on in its paragraph. */
function opensWithPronoun(before: Sentence, sentence: Sentence): boolean {
  if (before.paragraph !== sentence.paragraph) return false
  const first = sentence.predicates.toSorted((a, b) => a.span.start - b.span.start)[0]
  const opening = [...(first?.functions.S ?? []), ...(first?.passive ? first.functions.O : [])]
  return opening.some((g) => g.pronoun?.person !== 1 && g.pronoun !== undefined && g.start - sentence.start <= 2)
}

/** One quotation covers the end of the sentence before and the beginning of this one. */
function quotationRunsOn(before: Sentence, sentence: Sentence): boolean {
  return sentence.quotes.some((q) => q.start < before.end && q.end > sentence.start)
}

const BULLET = new Set(['-', '–', '—', '•', '*', '·', '▪', '●'])

/** "The second …", «ثانياً: …», "2. …": an item of a list. */
export function isItem(sentence: Sentence, ordinals: ReadonlySet<string>): boolean {
  const [first, next] = sentence.words.filter((w) => w.pos !== 'determiner')
  if (!first) return false
  return ordinals.has(first.norm) || BULLET.has(first.text) || (first.pos === 'number' && next?.pos === 'punctuation')
}
