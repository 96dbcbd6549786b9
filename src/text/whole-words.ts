import type { Span } from '../model/index.js'

/** Letters, their marks, digits, and the Arabic stroke that draws a word out. */
const OF_WORD = /[\p{L}\p{M}\p{N}\u0640]/u
const ofWord = (char: string | undefined) => char !== undefined && OF_WORD.test(char)

/** The span with the rest of the words that it begins and ends in: «ه أفرج» inside «إنه أفرج» is shown as «إنه أفرج». Offsets: UTF-16. */
export function wholeWords(text: string, { start, end }: Span): Span {
  const wide = { start, end }
  while (ofWord(text[wide.start]) && ofWord(text[wide.start - 1])) wide.start -= 1
  while (ofWord(text[wide.end - 1]) && ofWord(text[wide.end])) wide.end += 1
  return wide
}
