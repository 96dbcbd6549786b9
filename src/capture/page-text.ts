import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { htmlLines } from './html-lines.js'
import { type Page, type PageMetadata, readPageMetadata } from './page-metadata.js'

/** A page's article as lines of text, with what the page says of itself. */
export interface PageText {
  text: string
  metadata: PageMetadata
  byline?: string
}

/** Never part of an article, whatever surrounds it; some survive Readability because they stand inside the text. */
const NO_ARTICLE =
  'script:not([type="application/ld+json"]), style, noscript, template, iframe, svg, button, select, ' +
  'input, textarea, dialog, [aria-hidden="true"][class*="modal"]'

/** Parts that stand beside an article, by the names that sites give them. */
const BESIDE =
  'nav, form, [role="navigation"], aside, [class*="breadcrumb" i], [class*="related" i], [class*="newsletter" i], ' +
  '[class*="share" i], [class*="sharing" i], [class*="comment" i], [id*="comment" i], [class*="recommend" i], ' +
  '.wp-caption-text, [class*="caption" i], [itemprop="caption"], [class*="author-bio" i], [class*="read-more" i], ' +
  '[class*="readmore" i], [class*="cookie" i], [class*="subscribe" i]'
/** A part with more of the page's text than this is the article's own wrapper, whatever its name says. */
const BESIDE_SHARE = 0.2

/** A paragraph with more of its text inside links than this is nothing but links. */
const LINKED_SHARE = 0.85

const CELL_LINKED_SHARE = 0.6

/** Below this many characters Readability found a teaser, and the page's own text is looked at instead. */
const TEASER = 140

/** Takes the article out of a page (Readability over linkedom) and writes it as text, one line a paragraph. */
export function readPage(html: string): PageText {
  const { document } = parseHTML(html)
  const metadata = readPageMetadata(document as unknown as Page)
  for (const element of partsOf(document, NO_ARTICLE)) element.remove()
  removeBeside(document)
  markLayoutTables(document)
  const body = document.body?.innerHTML ?? html
  const article = readArticle(document)
  const text = article?.content ? htmlLines(removeLinkBlocks(article.content)) : ''
  const whole = text.length >= TEASER ? text : htmlLines(body)
  const result: PageText = { text: text.length >= TEASER || whole.length < text.length ? text : whole, metadata }
  if (article?.byline) result.byline = article.byline.replace(/\s+/g, ' ').trim()
  return result
}

/** An element of the page, as far as this file needs it. */
interface Part {
  textContent: string | null
  remove(): void
  setAttribute(name: string, value: string): void
}

function partsOf(parent: unknown, selector: string): Part[] {
  return Array.from((parent as { querySelectorAll(selector: string): ArrayLike<Part> }).querySelectorAll(selector))
}

function removeBeside(document: { body: Part | null }): void {
  const length = (part: Part | null) => part?.textContent?.trim().length ?? 0
  const limit = length(document.body) * BESIDE_SHARE
  for (const part of partsOf(document, BESIDE)) if (length(part) < limit) part.remove()
}

/** A cell with more text than this holds paragraphs, not a value. */
const CELL = 300

/** Marks tables that only lay the page out: one inside another, or with whole paragraphs in a cell. */
function markLayoutTables(document: unknown): void {
  for (const table of partsOf(document, 'table')) {
    const cells = partsOf(table, 'td')
    if (partsOf(table, 'table').length || cells.some((cell) => (cell.textContent?.trim().length ?? 0) > CELL))
      table.setAttribute('role', 'presentation')
  }
}

/** Removes paragraphs and list items that are nothing but links: they lead away from the article. */
function removeLinkBlocks(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  for (const block of partsOf(document, 'p, li, h2, h3, h4, h5, h6')) {
    const text = block.textContent?.trim().length ?? 0
    const linked = partsOf(block, 'a').reduce((sum, a) => sum + (a.textContent?.trim().length ?? 0), 0)
    if (text > 0 && linked / text > LINKED_SHARE) block.remove()
  }
  // A cell of several links under a label is a list of other reports.
  for (const cell of partsOf(document, 'td')) {
    const links = partsOf(cell, 'a')
    const text = cell.textContent?.trim().length ?? 0
    const linked = links.reduce((sum, a) => sum + (a.textContent?.trim().length ?? 0), 0)
    if (links.length > 1 && linked / text > CELL_LINKED_SHARE) cell.remove()
  }
  return document.body.innerHTML
}

function readArticle(document: unknown) {
  try {
    return new Readability(document as ConstructorParameters<typeof Readability>[0]).parse()
  } catch {
    return null
  }
}
