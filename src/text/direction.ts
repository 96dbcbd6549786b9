const STRONG = /\p{L}/u
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Base direction of a text, by its first strong character (rules P2 and P3 of Unicode Annex 9); left to right without one. */
export function direction(text: string): 'rtl' | 'ltr' {
  const first = STRONG.exec(text)
  return first && RTL.test(first[0]) ? 'rtl' : 'ltr'
}

/** Wraps a text in first-strong isolate marks, so that on a terminal its direction does not disturb its neighbours. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
