import { Readability } from '@mozilla/readability'
import { convert } from 'html-to-text'
import { parseHTML } from 'linkedom'
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

/** Below this many characters Readability found a teaser, and the page's own text is looked at instead. */
const TEASER = 140

/** Takes the article out of a page (Readability over linkedom) and writes it as text, one line a paragraph. */
export function readPage(html: string): PageText {
  const { document } = parseHTML(html)
  const metadata = readPageMetadata(document as unknown as Page)
  for (const element of partsOf(document, NO_ARTICLE)) element.remove()
  removeBeside(document)
  const body = document.body?.innerHTML ?? html
  const article = readArticle(document)
  const text = article?.content ? asLines(removeLinkBlocks(article.content)) : ''
  const whole = text.length >= TEASER ? text : asLines(body)
  const result: PageText = { text: text.length >= TEASER || whole.length < text.length ? text : whole, metadata }
  if (article?.byline) result.byline = article.byline.replace(/\s+/g, ' ').trim()
  return result
}

/** An element of the page, as far as this file needs it. */
interface Part {
  textContent: string | null
  remove(): void
}

function partsOf(parent: unknown, selector: string): Part[] {
  return Array.from((parent as { querySelectorAll(selector: string): ArrayLike<Part> }).querySelectorAll(selector))
}

function removeBeside(document: { body: Part | null }): void {
  const length = (part: Part | null) => part?.textContent?.trim().length ?? 0
  const limit = length(document.body) * BESIDE_SHARE
  for (const part of partsOf(document, BESIDE)) if (length(part) < limit) part.remove()
}

/** Removes paragraphs and list items that are nothing but links: they lead away from the article. */
function removeLinkBlocks(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  for (const block of partsOf(document, 'p, li, h2, h3, h4, h5, h6')) {
    const text = block.textContent?.trim().length ?? 0
    const linked = partsOf(block, 'a').reduce((sum, a) => sum + (a.textContent?.trim().length ?? 0), 0)
    if (text > 0 && linked / text > LINKED_SHARE) block.remove()
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

function asLines(html: string): string {
  const text = convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'figcaption', format: 'skip' },
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
