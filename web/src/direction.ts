/** Languages that are written from the right to the left, by their ISO codes. */
const FROM_THE_RIGHT = /^(ar|fa|he|ur|ckb|ps)\b/

/** The direction of text in this language. Said where elements hold only isolated ones, in which `dir="auto"` finds no letter. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (FROM_THE_RIGHT.test(language) ? 'rtl' : 'ltr')
