import { covers, madeOnce, type Span } from '../../model/index.js'
import type { Sentence } from '../analysis.js'
import { arePeople } from '../people.js'
import type { AttributionGrammar } from './grammar.js'

/**
 * Whether whoever spoke in the sentence before still speaks in this one, which names no speaker: a quotation runs on or
 * the next one opens, or it opens with a pronoun or a description of those spoken of in the same paragraph. Anything else is the outlet's own voice.
 */
export function goesOn(
  before: Sentence | undefined,
  sentence: Sentence,
  g: Pick<AttributionGrammar, 'goesOn' | 'saying'>,
): boolean {
  if (!before) return false
  return (
    quotationRunsOn(before, sentence) ||
    opensWithSpeech(sentence) ||
    opensWithPronoun(before, sentence, g) ||
    speaksOfThem(before, sentence) ||
    opensWith(sentence, g.goesOn)
  )
}

/**
 * "… had burned a clinic, the envoy said. Two nurses were killed.": whether a sentence that names no speaker may still be part
 * of the story that somebody told in its paragraph. One behind words that he is quoted with, with a day of its own, of how
 * things are, or of somebody new by name begins another.
 */
export const storyGoesOn = (before: Sentence | undefined, sentence: Sentence): boolean => {
  if (before?.paragraph !== sentence.paragraph || before.heading || sentence.times.length > 0) return false
  if (before.quotes.some((q) => isSpeech(q, before))) return false
  const known = new Set(before.groups.map((x) => x.mention))
  const finite = sentence.predicates.filter((p) => p.form === 'finite')
  return finite.every((p) => p.tense === 'past' && p.functions.S.every((x) => known.has(x.mention)))
}

/** "They agreed on the following:": a sentence that a list or a text follows. */
export const announces = ({ start, end }: Sentence, text: string): boolean =>
  text.slice(start, end).trimEnd().endsWith(':')

/** "Additionally, …", «وفي المقابل …», or such a word beside the first verb ("The group also …"). */
export function opensWith(sentence: Sentence, forms: readonly (readonly string[])[]): boolean {
  const words = sentence.words.slice(0, longestOf(forms) + 1).flatMap((w) => w.norm.split(' '))
  const skip = sentence.words[0]?.pos === 'conjunction' ? 1 : 0
  return forms.some((form) => [0, skip].some((from) => standsAt(words, form, from)))
}

/** Whether a sequence of words stands among others from a place on. */
export const standsAt = (words: readonly string[], form: readonly string[], from: number): boolean =>
  form.every((w, k) => words[from + k] === w)
const longestOf = madeOnce((forms: readonly (readonly string[])[]) => Math.max(0, ...forms.map((f) => f.length)))

/**
 * "…, a councillor said. The raiders also carried off ten boys.": the same paragraph goes on with those of whom he spoke, by a
 * description. A name, or somebody new, is the outlet's own word again.
 */
const speaksOfThem = (before: Sentence, sentence: Sentence): boolean =>
  before.paragraph === sentence.paragraph &&
  !before.heading &&
  sentence.groups.some(
    (x) =>
      x.definite &&
      x.mention === undefined &&
      !x.pronoun &&
      x.start - sentence.start <= OPENING &&
      ((x.referents ?? []).some((r) => r.end > before.start) || (x.plural === true && arePeople(x))),
  )
/** How far from the beginning of a sentence, in UTF-16 units, a group still opens it. */
const OPENING = 4

/** "…, the sources said. They were set free there …": the same story goes on in its paragraph. */
function opensWithPronoun(before: Sentence, sentence: Sentence, g: Pick<AttributionGrammar, 'saying'>): boolean {
  if (before.paragraph !== sentence.paragraph) return false
  // "It had said as much in May", "It is recalled that …": what is told beside such words is not told by them.
  const tells = sentence.predicates.filter((p) => g.saying.has(`${p.lemma}/${p.pos}`))
  const first = sentence.predicates.toSorted((a, b) => a.span.start - b.span.start)[0]
  const opening = [...(first?.functions.S ?? []), ...(first?.passive ? first.functions.O : [])]
  return opening.some(
    (x) =>
      x.pronoun !== undefined &&
      x.pronoun.person !== 1 &&
      // "…," said the nurse. She was kidnapped in May.": behind a quotation he or she is spoken of.
      !(x.pronoun.gender && x.pronoun.number === 'singular' && before.quotes.some((q) => isSpeech(q, before))) &&
      x.start - sentence.start <= 2 &&
      !tells.some(({ functions: { S, O } }) => [...S, ...O].includes(x)),
  )
}

/** '"We fled," said the nurse. "Gunmen took the car."': nobody speaks between quotation marks but whoever spoke last. */
const opensWithSpeech = (sentence: Sentence) => sentence.quotes.some((q) => opens(q, sentence))
const opens = (q: Span, sentence: Sentence) => q.start - sentence.start <= 1 && isSpeech(q, sentence)

/** The quotation in which whoever spoke before still speaks: what others say within it is told by him. */
export const speechOn = (before: Sentence | undefined, sentence: Sentence): Span | undefined =>
  before && sentence.quotes.find((q) => quotationSpans(q, before, sentence) || opens(q, sentence))

/** A name or a word between quotation marks is nobody's speech. */
const isSpeech = (quote: Span, { predicates }: Sentence) =>
  predicates.some((p) => p.form === 'finite' && covers(quote, p.span))

/** One quotation covers the end of the sentence before and the beginning of this one. */
function quotationRunsOn(before: Sentence, sentence: Sentence): boolean {
  return sentence.quotes.some((q) => quotationSpans(q, before, sentence))
}
const quotationSpans = (q: Span, before: Sentence, sentence: Sentence) => q.start < before.end && q.end > sentence.start

/** What stands behind the number of an item; a colon would be a time's. */
const COUNTED = new Set(['.', ')', '-', '–', '—'])
const BULLET = new Set(['-', '–', '—', '•', '*', '·', '▪', '●'])

/** "The second …", «ثانياً: …», "2. …", "(b) …": whether a sentence is an item of a list, and how it is marked as one. */
export function itemSign(sentence: Sentence, ordinals: ReadonlySet<string>): ItemSign | undefined {
  const [first, next] = sentence.words.filter((w) => w.pos !== 'determiner')
  if (!first) return undefined
  // "His first mate confirmed it": whose first he is counts nothing.
  const owned = sentence.groups.some((x) => x.start === sentence.start && x.of?.pronoun !== undefined)
  // "A second official gave the same account": one more is no item.
  const oneMore = sentence.groups.some(
    (x) => x.start === sentence.start && !x.definite && covers(x, first) && first !== sentence.words[0],
  )
  if (ordinals.has(first.norm) && !owned && !oneMore) return 'ordinal'
  if (BULLET.has(first.text)) return 'bullet'
  if (first.pos === 'number' && next !== undefined && COUNTED.has(next.text)) return 'number'
  return isLettered(sentence) ? 'letter' : undefined
}
type ItemSign = 'ordinal' | 'bullet' | 'number' | 'letter'

export const isItem = (sentence: Sentence, ordinals: ReadonlySet<string>): boolean =>
  itemSign(sentence, ordinals) !== undefined

/** "(a) …", "(ii) …", "(3) …": a letter or number between brackets. */
function isLettered({ words }: Sentence): boolean {
  const [open, sign, close] = words
  return open?.text === '(' && close?.text === ')' && /^(?:\p{L}|[ivx]{1,4}|\d{1,2})$/iu.test(sign!.text)
}

/** "Second, …", «ثانياً: …»: an item counted in words. */
export function opensWithOrdinal(sentence: Sentence, ordinals: ReadonlySet<string>): boolean {
  return itemSign(sentence, ordinals) === 'ordinal'
}
