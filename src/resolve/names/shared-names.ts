import { alignCost } from './align-phones.js'
import { nameParts } from './name-parts.js'

/** How alike two words of a name must sound, and how much of a word there must be. */
const SAME_WORD = 0.85
const LEAST_MASS = 1.5

const ARABIC = /\p{Script=Arabic}/u
const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’‘`ʿʾ-]*/gu

/** The words of a text that can be parts of a name: where the script has capitals, those that have one. */
function nameWords(text: string): string {
  return ARABIC.test(text) ? text : (text.match(CAPITALISED) ?? []).join(' ')
}

/** How many words two descriptions of somebody share that can be parts of a name, and how many the shorter one has. */
export interface SharedNames {
  shared: number
  of: number
}

/**
 * Compares whoever two texts describe by the words that can be names: "Colonel Faris al-Hammadi, a police commander" and
 * «العقيد فارس الحمادي» share two. Words are compared by sound, each once.
 */
export function sharedNames(a: string, b: string): SharedNames {
  const telling = (text: string) => nameParts(nameWords(text)).filter((part) => part.mass >= LEAST_MASS)
  const [x, y] = [telling(a), telling(b)]
  const free = [...y]
  let shared = 0
  for (const one of x) {
    const at = free.findIndex(
      (other) => 1 - alignCost(one.phones, other.phones) / Math.max(one.mass, other.mass) >= SAME_WORD,
    )
    if (at < 0) continue
    free.splice(at, 1)
    shared += 1
  }
  return { shared, of: Math.min(x.length, y.length) }
}
