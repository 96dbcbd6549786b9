import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { htmlLines } from './html-lines.js'
import { isStructuredData, type Page, type PageMetadata, readPageMetadata } from './page-metadata.js'

/** A page's article as lines of text, with what the page says of itself. */
export interface PageText {
  text: string
  metadata: PageMetadata
  byline?: string
}

/** Never part of an article, whatever surrounds it; some survive Readability because they stand inside the text. */
const NO_ARTICLE = new Set('style noscript template iframe svg button select input textarea dialog'.split(' '))
/** Parts that stand beside an article, by their elements and by the names that sites give them. */
const BESIDE = new Set(['nav', 'form', 'aside'])
const BESIDE_NAME =
  /breadcrumb|related|newsletter|share|sharing|comment|recommend|caption|author-bio|read-more|readmore|cookie|subscribe/i
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
  removeFurniture(document)
  const article = readArticle(document)
  const text = article?.content ? htmlLines(removeLinkBlocks(article.content)) : ''
  const whole = text.length >= TEASER ? text : wholePage(html)
  const result: PageText = { text: text.length >= TEASER || whole.length < text.length ? text : whole, metadata }
  if (article?.byline) result.byline = article.byline.replace(/\s+/g, ' ').trim()
  return result
}

/** All lines of a page but its furniture. Parsed again: Readability leaves little of the tree that it was given. */
function wholePage(html: string): string {
  const { document } = parseHTML(html)
  removeFurniture(document)
  return htmlLines(document.body?.innerHTML ?? html)
}

function removeFurniture(document: { body: Part | null }): void {
  for (const part of partsOf(document, '*')) if (isNoArticle(part)) part.remove()
  removeBeside(document)
  markLayoutTables(document)
}

/** An element of the page, as far as this file needs it. */
interface Part {
  localName: string
  textContent: string | null
  remove(): void
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
}

function partsOf(parent: unknown, selector: string): Part[] {
  return Array.from((parent as { querySelectorAll(selector: string): ArrayLike<Part> }).querySelectorAll(selector))
}

function isNoArticle(part: Part): boolean {
  const name = part.localName.toLowerCase()
  if (name === 'script') return !isStructuredData(part)
  return (
    NO_ARTICLE.has(name) ||
    (part.getAttribute('aria-hidden') === 'true' && /modal/.test(part.getAttribute('class') ?? ''))
  )
}

function isBeside(part: Part): boolean {
  const said = (name: string) => part.getAttribute(name) ?? ''
  return (
    BESIDE.has(part.localName.toLowerCase()) ||
    BESIDE_NAME.test(said('class')) ||
    /comment/i.test(said('id')) ||
    said('role') === 'navigation' ||
    said('itemprop') === 'caption'
  )
}

function removeBeside(document: { body: Part | null }): void {
  const length = (part: Part | null) => part?.textContent?.trim().length ?? 0
  const limit = length(document.body) * BESIDE_SHARE
  for (const part of partsOf(document, '*')) if (isBeside(part) && length(part) < limit) part.remove()
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
