import { compile, type DomNode, type FormatCallback } from 'html-to-text'

/** How many rows or columns a cell takes at most: a table is laid out square by square, and a page may say 65,534 × 1,000. */
const WIDEST = 50

/** A table as the library lays it out, with cells of a size that some report could have. */
const table: FormatCallback = (element, walk, builder, options) => {
  narrow(element)
  const { formatters } = (builder as unknown as { options: { formatters: Record<string, FormatCallback> } }).options
  formatters.dataTable!(element, walk, builder, options)
}

function narrow({ attribs, children }: DomNode): void {
  for (const span of ['rowspan', 'colspan']) if (Number(attribs?.[span]) > WIDEST) attribs![span] = String(WIDEST)
  for (const child of children ?? []) narrow(child)
}

/** Made ready once: that takes as long as writing a short page. */
const convert = compile({
  wordwrap: false,
  formatters: { table },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'figcaption', format: 'skip' },
    { selector: 'hr', format: 'skip' },
    // Tables that only lay a page out are no tables: their cells follow one another.
    { selector: 'table[role=presentation]', format: 'block' },
    { selector: 'td', format: 'block' },
    { selector: 'th', format: 'block' },
    { selector: 'table', format: 'table', options: { uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: ' ' } },
    { selector: 'ol', options: { itemPrefix: ' ' } },
  ],
})

/** HTML as lines of text, one a paragraph: no link addresses, no pictures, tables as columns, headings as they are. */
export function htmlLines(html: string): string {
  return convert(html)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
