// Whether two fillers name one thing: the same entity, or words enough in common.
import { tokens } from '../src/text/index.js'

/** A filler of either side: words that may stand for it, and its entity where one is known. */
export interface Named {
  names: readonly string[]
  id?: string | undefined
}

/** Decides for one set of words that tell nothing ("the", «في»): those of the language packs. */
export function createSameFiller(empty: ReadonlySet<string>): (a: Named, b: Named) => boolean {
  const known = new Map<string, string[]>()
  const wordsOf = (name: string): string[] => {
    let words = known.get(name)
    if (!words) {
      const all = tokens(name).flatMap(({ kind, norm }) => (kind === 'punct' ? [] : [bare(norm)]))
      const telling = all.filter((word) => !empty.has(word))
      words = telling.length ? telling : all
      known.set(name, words)
    }
    return words
  }
  const alike = (a: string, b: string): boolean => {
    const one = wordsOf(a)
    const other = wordsOf(b)
    const common = one.filter((word) => other.includes(word)).length
    return common > 0 && 2 * common >= Math.min(one.length, other.length)
  }
  return (a, b) => (a.id !== undefined && a.id === b.id) || a.names.some((x) => b.names.some((y) => alike(x, y)))
}

/** A word without what Arabic writes before it: «والجنود» and «جنود» are one word here. */
function bare(word: string): string {
  return word.replace(/^(?:[وفبك]?ال|لل)(?=..)/u, '')
}
