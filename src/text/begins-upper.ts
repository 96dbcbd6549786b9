/** Whether a text begins with a capital letter. Most begin in ASCII, where no pattern is needed to tell. */
export function beginsUpper(text: string): boolean {
  const first = text.charCodeAt(0)
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(text)
}
