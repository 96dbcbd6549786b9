import { convert } from 'html-to-text'

/** HTML as lines of text, one a paragraph: no link addresses, no pictures, tables as columns, headings as they are. */
export function htmlLines(html: string): string {
  const text = convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'figcaption', format: 'skip' },
      { selector: 'hr', format: 'skip' },
      // Tables that only lay a page out are no tables: their cells follow one another.
      { selector: 'table[role=presentation]', format: 'block' },
      { selector: 'td', format: 'block' },
      { selector: 'th', format: 'block' },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'ul', options: { itemPrefix: ' ' } },
      { selector: 'ol', options: { itemPrefix: ' ' } },
    ],
  })
  return text
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
