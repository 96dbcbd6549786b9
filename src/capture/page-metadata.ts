import { asciiDigits } from './find-days.js'

/** What a page's head and structured data say of it; days are still as written. */
export interface PageMetadata {
  title?: string
  author?: string
  outlet?: string
  published?: string
  modified?: string
  url?: string
  language?: string
  /** What each of them rests on. */
  basis?: Record<string, string>
}

/** The part of the DOM that this room uses; linkedom's document fits. */
export interface Page {
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): ArrayLike<Element>
  documentElement: Element
  title: string
}
interface Element {
  getAttribute(name: string): string | null
  textContent: string | null
}

const PUBLISHED = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dcterms.created"]',
]

const MODIFIED = [
  'meta[property="article:modified_time"]',
  'meta[name="article:modified_time"]',
  'meta[property="og:updated_time"]',
  'meta[itemprop="dateModified"]',
  'meta[name="dateModified"]',
  'meta[http-equiv="last-modified"]',
  'meta[name="last-modified"]',
  'meta[name="dcterms.modified"]',
]

/** A value and what it rests on; the first of several that is there. */
type Choice = [value: string | undefined, basis: string]

/** Reads title, author, outlet, day, address and language from a page's structured data and meta elements. */
export function readPageMetadata(page: Page): PageMetadata {
  const meta = (...selectors: string[]) => {
    for (const selector of selectors) {
      const value = tidy(page.querySelector(selector)?.getAttribute('content'))
      if (value) return value
    }
    return undefined
  }
  const article = structuredArticle(page)
  const data = 'structured data'
  const element = 'meta element'
  const chosen: Record<Exclude<keyof PageMetadata, 'basis'>, Choice> = {
    title: first(
      [tidy(article.headline), data],
      [meta('meta[property="og:title"]', 'meta[name="twitter:title"]'), element],
      [tidy(page.title), 'title element'],
    ),
    author: first(
      [nameOf(article.author), data],
      [notAddress(meta('meta[name="author"]', 'meta[property="article:author"]', 'meta[name="byl"]')), element],
    ),
    outlet: first(
      [meta('meta[property="og:site_name"]', 'meta[name="application-name"]'), element],
      [nameOf(article.publisher), data],
    ),
    published: first(
      [tidy(article.datePublished), data],
      [meta(...PUBLISHED), element],
      [timeElement(page), 'time element'],
    ),
    modified: first(
      [tidy(article.dateModified), data],
      [meta(...MODIFIED), element],
      [changedElement(page), 'time element'],
    ),
    url: first(
      [page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined, 'canonical link'],
      [meta('meta[property="og:url"]'), element],
    ),
    language: first([page.documentElement.getAttribute('lang')?.slice(0, 2).toLowerCase(), 'lang attribute']),
  }
  const result: PageMetadata = {}
  const basis: Record<string, string> = {}
  for (const [name, [value, why]] of Object.entries(chosen)) {
    if (!value) continue
    result[name as keyof typeof chosen] = value
    basis[name] = why
  }
  if (basis.url) basis.canonical = basis.url
  if (result.title && result.outlet) result.title = withoutOutlet(result.title, result.outlet)
  return { ...result, basis }
}

const first = (...choices: Choice[]): Choice => choices.find(([value]) => value) ?? [undefined, '']

/** "Nine go home | The Plain": the site's name after the last bar or dash is no part of the title. */
function withoutOutlet(title: string, outlet: string): string {
  const [, head, tail] = /^(.*\S)\s*[|–—-]\s*([^|–—-]+)$/.exec(title) ?? []
  return head && tail?.trim().toLowerCase() === outlet.toLowerCase() ? head : title
}

/** A page's `<time>`: the one marked as the day of publishing, else the only one, never one of several. */
function timeElement(page: Page): string | undefined {
  const marked = page.querySelector('time[pubdate], time[itemprop="datePublished"], time.entry-date, time.published')
  const all = page.querySelectorAll('time[datetime]')
  const one = marked ?? (all.length === 1 ? all[0] : null)
  const value = tidy(one?.getAttribute('datetime')) ?? tidy(one?.textContent)
  return value && /\d{4}/.test(asciiDigits(value)) ? value : undefined
}

/** A `<time>` marked as that of the last change. */
function changedElement(page: Page): string | undefined {
  const marked = page.querySelector('time.updated, time.modified, time[itemprop="dateModified"]')
  return tidy(marked?.getAttribute('datetime')) ?? undefined
}

interface StructuredArticle {
  headline?: unknown
  author?: unknown
  publisher?: unknown
  datePublished?: unknown
  dateModified?: unknown
}

/** The first article of the page's JSON-LD; an empty object where there is none that can be parsed. */
function structuredArticle(page: Page): StructuredArticle {
  for (const script of Array.from(page.querySelectorAll('script[type="application/ld+json"]'))) {
    try {
      const found = findArticle(JSON.parse(script.textContent ?? ''))
      if (found) return found
    } catch {
      // Broken structured data is common, and tells nothing.
    }
  }
  return {}
}

function findArticle(value: unknown): StructuredArticle | undefined {
  if (Array.isArray(value)) return value.map(findArticle).find(Boolean)
  if (typeof value !== 'object' || value === null) return undefined
  const type = JSON.stringify((value as { '@type'?: unknown })['@type'] ?? '')
  if (/Article|Posting|Report/.test(type)) return value
  return findArticle((value as { '@graph'?: unknown })['@graph'])
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter(Boolean)
    return names.length ? names.join(', ') : undefined
  }
  if (typeof value === 'object' && value !== null) return nameOf((value as { name?: unknown }).name)
  return notAddress(tidy(value))
}

const notAddress = (value: string | undefined) => (value && !/^https?:/.test(value) ? value : undefined)

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', apos: "'" }

/** Values of structured data and attributes often keep character references that no parser has resolved. */
function tidy(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value
    .replace(/&#(x?[0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number(code.replace(/^x?/i, (x) => (x ? '0x' : '')))),
    )
    .replace(/&(amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return text || undefined
}
