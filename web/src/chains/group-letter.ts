/** The sign of an origin group: A, B, … Z, AA. Latin in both languages, as a footnote's number is. */
export const groupLetter = (i: number): string =>
  (i >= 26 ? groupLetter(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26))
