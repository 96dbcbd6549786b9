import { fold } from '../../text/index.js'
import { nameWords } from './name-parts.js'

/** Stops and strokes that abbreviations and titles end with: "Col.", «العقيد/». */
const ENDING = /[.,:/]+$/

/**
 * A name without the titles and ranks that lead it ("Colonel Salim Hadi", «العقيد سالم هادي»), as long as `least` words of a
 * name are left; a title alone stays itself. `titles`: those of the packs, folded.
 */
export function untitled(name: string, titles: ReadonlySet<string> | undefined, least = 1): string {
  if (!titles?.size) return name
  const words = [...name.matchAll(/\S+/gu)].map((match) => ({ start: match.index, key: keyOf(match[0]) }))
  let from = 0
  for (let next = behindTitle(words, from, titles); next > from; next = behindTitle(words, from, titles)) {
    const rest = words[next]
    if (!rest || nameWords(name.slice(rest.start)).length < least) break
    from = next
  }
  return name.slice(words[from]?.start ?? 0)
}

const keyOf = (word: string): string => fold(word).replace(ENDING, '')

/** Titles have so many words at most: "crown prince". */
const MOST_WORDS = 2

/** The place behind the title that begins here, the longest first; the same place where none does. */
function behindTitle(words: readonly { key: string }[], from: number, titles: ReadonlySet<string>): number {
  for (let length = MOST_WORDS; length > 0; length--) {
    const own = words.slice(from, from + length).map(({ key }) => key)
    if (own.length < length) continue
    if (titles.has(own.join(' ')) || own.every((key) => key.split('-').every((part) => titles.has(part))))
      return from + length
  }
  return from
}
