import { asciiDigits } from './find-days.js'

/** What a page's head and structured data say of it; days are still as written. */
export interface PageMetadata {
  title?: string
  author?: string
  outlet?: string
  published?: string
  url?: string
  language?: string
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
  const result: Record<keyof PageMetadata, string | undefined> = {
    title:
      tidy(article.headline) ?? meta('meta[property="og:title"]', 'meta[name="twitter:title"]') ?? tidy(page.title),
    author:
      nameOf(article.author) ??
      notAddress(meta('meta[name="author"]', 'meta[property="article:author"]', 'meta[name="byl"]')),
    outlet: meta('meta[property="og:site_name"]', 'meta[name="application-name"]') ?? nameOf(article.publisher),
    published: tidy(article.datePublished) ?? meta(...PUBLISHED) ?? timeElement(page),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('meta[property="og:url"]'),
    language: page.documentElement.getAttribute('lang')?.slice(0, 2).toLowerCase(),
  }
  if (result.title && result.outlet) result.title = withoutOutlet(result.title, result.outlet)
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value)) as PageMetadata
}

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

interface StructuredArticle {
  headline?: unknown
  author?: unknown
  publisher?: unknown
  datePublished?: unknown
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
