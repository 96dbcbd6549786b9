import { parseFeed } from 'feedsmith'
import { captureError } from '../captured.js'
import type { Part } from '../draft.js'
import { htmlLines } from '../html-lines.js'
import { type Limits, overLimit } from '../limits.js'

/** One entry of a feed: where it leads, and what the feed itself says of it. */
export interface FeedEntry {
  id: string
  url?: string
  title?: string
  author?: string
  published?: string
  modified?: string
  text: string
  /** The entry's own bytes in the feed. */
  source: string
}

export function isFeed(decoded: string): boolean {
  const head = decoded.slice(0, 4096)
  if (/^\s*\{/.test(head)) return /"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//.test(head)
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<\?[^>]*>\s*)*(?:<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i.test(
    head,
  )
}

/** Reads RSS, RDF, Atom or JSON feeds. Throws `damaged-file` or `over-limit`. */
export function readFeed(
  decoded: string,
  limits: Limits,
): { title?: string; ttlMinutes?: number; entries: FeedEntry[] } {
  // No feed needs a document type, and only a document type can make entities that multiply.
  if (/<!DOCTYPE[^>[]*\[/i.test(decoded.slice(0, 100_000)))
    throw captureError('damaged-file', 'the feed declares entities of its own', 'Get the feed from its publisher.')
  const { format, feed } = parsed(decoded)
  const list = (format === 'atom' ? (feed.entries ?? []) : (feed.items ?? [])) as Item[]
  if (list.length > limits.parts) throw overLimit(`the feed has ${list.length} entries`, 'parts', limits.parts)
  const sources = slices(decoded, format, list.length)
  const entries = list.map((item, i) => entryOf(item, sources?.[i] ?? JSON.stringify(item)))
  const ttl = Number(feed.ttl)
  const title = textOf(feed.title)
  return { entries, ...(title ? { title } : {}), ...(ttl > 0 ? { ttlMinutes: ttl } : {}) }
}

/** Every entry with words in it as a document of its own. */
export function feedParts(decoded: string, limits: Limits): Part[] {
  const { title, entries } = readFeed(decoded, limits)
  return entries.map((entry, i): Part => {
    const name = entry.url ?? `entry ${i + 1}`
    return {
      name,
      bytes: Buffer.from(entry.source, 'utf8'),
      draft: {
        text: entry.text,
        furniture: 'cut',
        title: entry.title,
        author: entry.author,
        outlet: title,
        published: entry.published,
        modified: entry.modified,
        url: entry.url,
        basis: { title: 'feed', author: 'feed', outlet: 'feed' },
      },
    }
  })
}

interface Item {
  [name: string]: unknown
}

function parsed(decoded: string): { format: string; feed: Item } {
  try {
    return parseFeed(decoded) as unknown as { format: string; feed: Item }
  } catch (error) {
    throw captureError('damaged-file', `the feed cannot be read: ${(error as Error).message}`, 'Get the feed again.')
  }
}

function entryOf(item: Item, source: string): FeedEntry {
  const links = Array.isArray(item.links) ? (item.links as Item[]) : []
  const alternate = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  const url = first(textOf(item.link), textOf(alternate?.href), textOf(item.url), textOf(item.external_url))
  const encoded = (item.content as Item | undefined)?.encoded
  const html = first(...[encoded, item.content_html, item.content, item.description, item.summary].map(textOf))
  const text = html ? htmlLines(html) : (textOf(item.content_text) ?? '')
  const title = textOf(item.title)
  const dc = (item.dc ?? {}) as Item
  const author = first(name(item.authors), name(item.author), name(dc.creators), name(dc.creator))
  const published = first(
    ...[item.pubDate, item.published, item.date_published, dc.date, list(dc.dates), item.updated].map(textOf),
  )
  const modified = first(...[item.updated, item.date_modified].map(textOf))
  return {
    id: first(textOf(item.guid), textOf((item.guid as Item | undefined)?.value), textOf(item.id), url) ?? source,
    text: text || title || '',
    source,
    ...(url ? { url } : {}),
    ...(title ? { title: htmlLines(title) } : {}),
    ...(author ? { author } : {}),
    ...(published ? { published: isoDay(published) ?? published } : {}),
    ...(modified ? { modified: isoDay(modified) ?? modified } : {}),
  }
}

const first = (...values: (string | undefined)[]) => values.find((value) => value)
const list = (value: unknown) => (Array.isArray(value) ? value[0] : undefined)

/** A string, or the text of an element with attributes. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (typeof value === 'object' && value !== null) {
    const inner = (value as Item).value ?? (value as Item).content
    return typeof inner === 'string' ? inner.trim() || undefined : undefined
  }
  return undefined
}

function name(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.map(name).filter(Boolean)
    return names.length ? names.join(', ') : undefined
  }
  if (typeof value === 'object' && value !== null) return textOf((value as Item).name)
  // RSS writes "mail@host (Name)".
  const text = textOf(value)
  return /\(([^)]+)\)/.exec(text ?? '')?.[1] ?? text
}

/** Feeds write days as RFC 822 or RFC 3339. */
function isoDay(value: string): string | undefined {
  const own = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]
  if (own) return own
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10)
}

/** The very words of each entry in the file, where as many can be told apart as the parser found. */
function slices(decoded: string, format: string, count: number): string[] | undefined {
  if (format === 'json') return undefined
  const tag = format === 'atom' ? 'entry' : 'item'
  const found: string[] = []
  let at = 0
  for (;;) {
    const start = nextTag(decoded, tag, at)
    const end = start < 0 ? -1 : decoded.indexOf(`</${tag}>`, start)
    if (end < 0) break
    at = end + tag.length + 3
    found.push(decoded.slice(start, at))
  }
  return found.length === count ? found : undefined
}

function nextTag(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(`<${tag}`, from); at >= 0; at = text.indexOf(`<${tag}`, at + 1))
    if (/[\s>]/.test(text[at + tag.length + 1] ?? '')) return at
  return -1
}
