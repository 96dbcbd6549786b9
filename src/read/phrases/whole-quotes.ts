import type { Span } from '../../model/index.js'

const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
]

/** "the leader “Adel Munif” said": a stretch that holds an opening mark takes in the closing one that touches it. */
export function wholeQuotes(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const isOpen = ([open, close]: (typeof MARKS)[number]) =>
    open === close ? words.split(open).length % 2 === 0 : words.split(open).length > words.split(close).length
  const missing = MARKS.some((marks) => text[end] === marks[1] && isOpen(marks))
  return { start, end: missing ? end + 1 : end }
}
