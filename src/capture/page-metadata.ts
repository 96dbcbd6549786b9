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
  querySelectorAll(selector: string): ArrayLike<Element>
  documentElement: Element
  title: string
}
interface Element {
  localName: string
  getAttribute(name: string): string | null
  matches(selector: string): boolean
  textContent: string | null
}

/** Meta elements by what names them, `attribute=value`, the first that says something first. */
const PUBLISHED = [
  'property=article:published_time',
  'name=article:published_time',
  'property=og:published_time',
  'itemprop=datePublished',
  'name=datePublished',
  'name=parsely-pub-date',
  'name=sailthru.date',
  'name=pubdate',
  'name=publish-date',
  'name=date',
  'name=DC.date.issued',
  'name=dcterms.created',
]

const MODIFIED = [
  'property=article:modified_time',
  'name=article:modified_time',
  'property=og:updated_time',
  'itemprop=dateModified',
  'name=dateModified',
  'http-equiv=last-modified',
  'name=last-modified',
  'name=dcterms.modified',
]

/** A value and what it rests on; the first of several that is there. */
type Choice = [value: string | undefined, basis: string]

/** Reads title, author, outlet, day, address and language from a page's structured data and meta elements. */
export function readPageMetadata(page: Page): PageMetadata {
  const parts = partsThatTell(page)
  const contents = metaContents(parts('meta'))
  const meta = (...names: string[]) => {
    for (const name of names) {
      const value = tidy(contents.get(name))
      if (value) return value
    }
    return undefined
  }
  const article = structuredArticle(parts('script'))
  const data = 'structured data'
  const element = 'meta element'
  const chosen: Record<Exclude<keyof PageMetadata, 'basis'>, Choice> = {
    title: first(
      [tidy(article.headline), data],
      [meta('property=og:title', 'name=twitter:title'), element],
      [tidy(page.title), 'title element'],
    ),
    author: first(
      [nameOf(article.author), data],
      [notAddress(meta('name=author', 'property=article:author', 'name=byl')), element],
    ),
    outlet: first([meta('property=og:site_name', 'name=application-name'), element], [nameOf(article.publisher), data]),
    published: first(
      [tidy(article.datePublished), data],
      [meta(...PUBLISHED), element],
      [timeElement(parts('time')), 'time element'],
    ),
    modified: first(
      [tidy(article.dateModified), data],
      [meta(...MODIFIED), element],
      [changedElement(parts('time')), 'time element'],
    ),
    url: first([canonicalLink(parts('link')), 'canonical link'], [meta('property=og:url'), element]),
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

const TELLING = new Set(['meta', 'link', 'script', 'time'])

/** The elements that say something of a page, by their names: found in one walk, since a page has thousands of others. */
function partsThatTell(page: Page): (name: string) => readonly Element[] {
  const parts = new Map<string, Element[]>()
  for (const element of Array.from(page.querySelectorAll('*'))) {
    const name = element.localName.toLowerCase()
    if (!TELLING.has(name)) continue
    const own = parts.get(name) ?? []
    parts.set(name, own)
    own.push(element)
  }
  return (name) => parts.get(name) ?? []
}

/** What a page's meta elements say, by each attribute that may name them: the first of several alike. */
function metaContents(metas: readonly Element[]): Map<string, string | null> {
  const contents = new Map<string, string | null>()
  for (const element of metas)
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const value = element.getAttribute(attribute)
      const key = `${attribute}=${attribute === 'http-equiv' ? value?.toLowerCase() : value}`
      if (value !== null && !contents.has(key)) contents.set(key, element.getAttribute('content'))
    }
  return contents
}

const first = (...choices: Choice[]): Choice => choices.find(([value]) => value) ?? [undefined, '']

/** "Nine go home | The Plain": the site's name after the last bar or dash is no part of the title. */
function withoutOutlet(title: string, outlet: string): string {
  const [, head, tail] = /^(.*\S)\s*[|–—-]\s*([^|–—-]+)$/.exec(title) ?? []
  return head && tail?.trim().toLowerCase() === outlet.toLowerCase() ? head : title
}

function canonicalLink(links: readonly Element[]): string | undefined {
  return links.find((link) => link.matches('[rel="canonical"]'))?.getAttribute('href') ?? undefined
}

/** A page's `<time>`: the one marked as the day of publishing, else the only one, never one of several. */
function timeElement(times: readonly Element[]): string | undefined {
  const marked = times.find((time) => time.matches('[pubdate], [itemprop="datePublished"], .entry-date, .published'))
  const all = times.filter((time) => time.getAttribute('datetime') !== null)
  const one = marked ?? (all.length === 1 ? all[0] : null)
  const value = tidy(one?.getAttribute('datetime')) ?? tidy(one?.textContent)
  return value && /\d{4}/.test(asciiDigits(value)) ? value : undefined
}

/** A `<time>` marked as that of the last change. */
function changedElement(times: readonly Element[]): string | undefined {
  const marked = times.find((time) => time.matches('.updated, .modified, [itemprop="dateModified"]'))
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
function structuredArticle(scripts: readonly Element[]): StructuredArticle {
  for (const script of scripts) {
    if (!isStructuredData(script)) continue
    try {
      const found = findArticle(JSON.parse(script.textContent ?? ''))
      if (found) return found
    } catch {
      // Broken structured data is common, and tells nothing.
    }
  }
  return {}
}

export const isStructuredData = (script: { getAttribute(name: string): string | null }): boolean =>
  script.getAttribute('type')?.toLowerCase() === 'application/ld+json'

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
