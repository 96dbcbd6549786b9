const STRONG = /\p{L}/u
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Base direction of a text, by its first strong character (rules P2 and P3 of Unicode Annex 9); left to right without one. */
export function direction(text: string): 'rtl' | 'ltr' {
  const first = STRONG.exec(text)
  return first && RTL.test(first[0]) ? 'rtl' : 'ltr'
}

/** Marks within a text that order what stands beside them, or force an order on its letters. */
export const DIRECTED = /[\u202a-\u202e\u2066-\u2069]/

/**
 * Marks that force an order on letters (LRO, RLO) as arrows, one for one: left in, they show "fdp.exe" as "exe.pdf". For
 * what is shown only; a text is kept as it is.
 */
export function showForced(text: string): string {
  return text.replace(/[\u202d\u202e]/g, (mark) => (mark === '\u202d' ? '⇢' : '⇠'))
}

/** Wraps a text in first-strong isolate marks, so that on a terminal its direction does not disturb its neighbours. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
