import { type NormaliseOptions, normaliseCluster } from './normalise.js'
import { CLUSTER, type Normal, rewrite } from './offset-map.js'

/** Letters that spelling habits interchange, and Latin letters that no accent makes; typographic signs to ASCII. */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  '‘': "'",
  '’': "'",
  '‛': "'",
  '`': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '−': '-',
  '٫': '.',
  '٬': ',',
  ʿ: '',
  ʾ: '',
  ʻ: '',
  ʽ: '',
  ʹ: '',
}
const OPTIONS: NormaliseOptions = { caseFold: true, stripMarks: true, letters: LETTERS }
const ASCII = /^[\x00-\x7f]*$/
const LETTER = /[\p{L}\p{M}]/u
const APOSTROPHE = /['`]/
const INNER_APOSTROPHE = /(?<=[A-Za-z])['`](?=[A-Za-z])/g

/** Most clusters recur; their folded forms are kept. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000

function foldCluster(cluster: string, before: string, after: string): string {
  let c = known.get(cluster)
  if (c === undefined) {
    c = normaliseCluster(cluster, OPTIONS)
    if (known.size < MOST_KNOWN) known.set(cluster, c)
  }
  return c === "'" && LETTER.test(before) && LETTER.test(after) ? '' : c
}

/**
 * The default folding under which spellings of one word meet, with offsets: alef forms, final ya, ta marbuta and
 * hamza seats levelled, marks and tatweel removed, ASCII digits, Latin letters lower-case without accents, straight
 * quotes, no apostrophe inside a word.
 */
export function folded(text: string): Normal {
  return rewrite(text, foldCluster)
}

/** Words recur more than clusters do: those of up to this many UTF-16 units are kept whole. */
const WORD = 24
const MOST_WORDS = 50_000
let words = new Map<string, string>()

/** The plain string of `folded`. */
export function fold(text: string): string {
  if (text.length > WORD) return foldPlain(text)
  let form = words.get(text)
  if (form === undefined) {
    form = foldPlain(text)
    // Memory stays bounded: a crawl of a million documents has no end of misspellings.
    if (words.size >= MOST_WORDS) words = new Map()
    words.set(text, form)
  }
  return form
}

function foldPlain(text: string): string {
  if (ASCII.test(text)) {
    const lower = text.toLowerCase()
    return APOSTROPHE.test(lower) ? lower.replace(INNER_APOSTROPHE, '').replaceAll('`', "'") : lower
  }
  return text.replace(CLUSTER, (c, at: number) => foldCluster(c, text.charAt(at - 1), text.charAt(at + c.length)))
}
