/** Languages that are written from the right to the left, by their ISO codes. */
const FROM_THE_RIGHT = /^(ar|fa|he|ur|ckb|ps)\b/

/** The direction of text in this language. Said where elements hold only isolated ones, in which `dir="auto"` finds no letter. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (FROM_THE_RIGHT.test(language) ? 'rtl' : 'ltr')

/** Marks that force an order on letters as arrows, one for one: left in, they show "fdp.exe" as "exe.pdf". */
export const shownForced = (text: string): string =>
  text.replace(/[\u202d\u202e]/g, (mark) => (mark === '\u202d' ? '⇢' : '⇠'))
