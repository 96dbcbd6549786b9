/** A stretch of a document's text: UTF-16 offsets, half-open. */
export interface Stretch {
  start: number
  end: number
  text: string
}

/** A stretch without the spaces at its edges. */
export function trimmed(text: string, from: number, to: number): Stretch | undefined {
  const words = text.slice(from, to)
  const start = from + (words.length - words.trimStart().length)
  const end = to - (words.length - words.trimEnd().length)
  return end > start ? { start, end, text: text.slice(start, end) } : undefined
}

const LETTER = /[\p{Letter}\p{Mark}\p{Number}]/u

/** A stretch with the whole of the words at its edges: half a word is nobody's name. */
export function wholeWords(text: string, { start, end }: Pick<Stretch, 'start' | 'end'>): Stretch {
  const inWord = (i: number) => i > 0 && i < text.length && LETTER.test(text[i - 1]!) && LETTER.test(text[i]!)
  let [from, to] = [start, end]
  while (inWord(from)) from -= 1
  while (inWord(to)) to += 1
  return { start: from, end: to, text: text.slice(from, to) }
}

/** The first place of words in a text, sought first inside a stretch; undefined where they do not stand there. */
export function findWords(text: string, words: string, within?: Stretch): Stretch | undefined {
  const sought = words.trim()
  if (!sought) return undefined
  const inside = within ? text.slice(within.start, within.end).indexOf(sought) : -1
  const start = inside >= 0 ? within!.start + inside : text.indexOf(sought)
  return start < 0 ? undefined : wholeWords(text, { start, end: start + sought.length })
}

/** The sentences of a text, roughly: for walking through them by keyboard. */
export function roughSentences(text: string, language: string): Stretch[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...segments].flatMap(({ segment, index }) => trimmed(text, index, index + segment.length) ?? [])
}
