import { type Document, type Published, sha256 } from '../model/index.js'
import { captureError } from './captured.js'
import { cutFurniture } from './cut-furniture.js'
import { decode } from './decode.js'
import { type Headers, splitHeaders, tlpOf } from './header-lines.js'
import { type CaptureKnowledge, NO_KNOWLEDGE } from './knowledge.js'
import { languageOf } from './language.js'
import type { PageMetadata } from './page-metadata.js'
import { readPage } from './page-text.js'
import { inferPublished, publishedHeader, publishedInAddress, publishedInDateLine, readPublished } from './published.js'
import { type Byline, findOutlet, readByline } from './read-byline.js'
import { sniffFormat } from './sniff-format.js'

/** Bytes as they came, and what came with them. */
export interface RawInput {
  path: string
  bytes: Uint8Array
  /** The address they were fetched from. */
  url?: string
  contentType?: string
  /** ISO instant of the capture; left out, the document has none, so that the same bytes give the same document. */
  captured?: string
}

/** A document with the header lines that its text began with. */
export interface ReadDocument {
  document: Document
  headers: Headers
}

/**
 * Makes a document of bytes: finds the encoding and the format, takes header lines or a page's metadata off, cuts web
 * furniture, and establishes language, outlet, title, author, day (with its basis) and the agency credited.
 * Throws `unsupported-format`, `empty-document` or `bad-header`.
 */
export async function readDocument(input: RawInput, knowledge: CaptureKnowledge): Promise<ReadDocument> {
  if (input.bytes.length === 0) throw captureError('empty-document', 'the file is empty', 'Save the report again.')
  const decoded = decode(input.bytes, input.contentType).text.replace(/\r\n?/g, '\n')
  const format = sniffFormat(input.bytes, decoded, input.contentType)
  if (format.kind === 'other')
    throw captureError('unsupported-format', `it is ${format.name}`, 'Give plain text or HTML; save its text as .txt.')
  const { headers, text: body } = format.kind === 'text' ? splitHeaders(decoded) : { headers: {}, text: decoded }
  const page = format.kind === 'html' ? readPage(decoded) : undefined
  const raw = page ? withoutHeading(page.text, page.metadata.title) : body
  const byline = readByline(cutFurniture(raw, knowledge.furniture), knowledge, headers.Outlet ?? page?.metadata.outlet)
  const text = cutFurniture(without(raw, byline.creditLine), knowledge.furniture)
  if (!/\p{L}/u.test(text))
    throw captureError(
      'empty-document',
      'it holds no text once page furniture is cut',
      'Copy the text of the report into a .txt file.',
    )

  const restated = headers.RestatedFrom !== undefined || headers.Restated !== undefined
  const url = headers.URL ?? input.url ?? (restated ? undefined : page?.metadata.url)
  const outlet = headers.Outlet ?? (restated ? undefined : outletOf(url, page?.metadata, byline, text, knowledge))
  const known: Partial<Document> = {
    url,
    title: headers.Title ?? page?.metadata.title ?? titleOf(text, knowledge),
    outlet,
    author: headers.Author ?? page?.metadata.author ?? page?.byline ?? byline.author,
    published: publishedOf(headers, url, page?.metadata, byline, text, knowledge),
    captured: input.captured,
    credit: sameOutlet(byline.credit, outlet ?? headers.RestatedOutlet, knowledge) ? undefined : byline.credit,
    restatedFrom: headers.RestatedFrom,
    restatedOutlet: headers.RestatedOutlet,
    tlp: headers.TLP === undefined ? undefined : tlpOf(headers.TLP),
  }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  const language = await languageOf(text)
  return { document: { id: `sha256:${sha256(input.bytes)}`, path: input.path, language, ...given, text }, headers }
}

function without(text: string, line: string | undefined): string {
  if (!line) return text
  return text
    .split('\n')
    .filter((one) => one.trim() !== line)
    .join('\n')
}

/** A page's article often repeats its headline, which is kept as the title. */
function withoutHeading(text: string, title: string | undefined): string {
  const [first = '', ...rest] = text.split('\n')
  return title && first.trim() === title ? rest.join('\n') : text
}

/** The first line, where it stands like a headline: short, no full stop, more text below; not a site's own name. */
function titleOf(text: string, { outlets }: CaptureKnowledge): string | undefined {
  const [first = '', second = ''] = text.split('\n').filter((line) => line.trim())
  const line = first.trim()
  if (findOutlet(line, outlets))
    return titleOf(text.slice(text.indexOf(first) + first.length).trimStart(), NO_KNOWLEDGE)
  const gap = /^[^\n]*\n[^\S\n]*\n/.test(text)
  if (!second || line.length > 200 || /[.:،,]$/.test(line)) return undefined
  return gap || second.length > line.length * 1.5 ? line : undefined
}

function outletOf(
  url: string | undefined,
  metadata: PageMetadata | undefined,
  byline: Byline,
  text: string,
  { outlets }: CaptureKnowledge,
): string | undefined {
  const host = url ? /^https?:\/\/(?:www\.|m\.|amp\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() : undefined
  const known = host
    ? outlets.find((one) => one.domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
    : undefined
  if (known?.names[0]) return known.names[0]
  if (metadata?.outlet) return metadata.outlet
  const first = text.split('\n', 1)[0]?.trim() ?? ''
  return byline.outlet ?? (findOutlet(first, outlets) ? first : undefined) ?? host
}

function publishedOf(
  headers: Headers,
  url: string | undefined,
  metadata: PageMetadata | undefined,
  byline: Byline,
  text: string,
  { months }: CaptureKnowledge,
): Published | undefined {
  if (headers.Published !== undefined) return publishedHeader(headers.Published, months)
  const stated = metadata?.published ? readPublished(metadata.published, months) : undefined
  const address = url ? publishedInAddress(url) : undefined
  if (stated ?? address?.basis === 'metadata') return stated ?? address
  const dateline = publishedInDateLine(text, months)
  if (dateline) return dateline
  if (address && byline.dayOfYear) {
    const day = `${address.from.slice(0, 4)}-${byline.dayOfYear}`
    return { from: day, to: day, basis: 'dateline' }
  }
  return address ?? inferPublished(text, months)
}

/** An outlet's own name in its dateline («عدن (الاتحاد)» in Al-Ittihad) is no reprint. */
function sameOutlet(credit: string | undefined, outlet: string | undefined, { outlets }: CaptureKnowledge): boolean {
  if (!credit || !outlet) return false
  const a = findOutlet(credit, outlets)
  const b = findOutlet(outlet, outlets)
  // "(SP)" in Saba Press, "Saba Press + agencies" in Saba Press.
  const initials = outlet
    .split(/[^\p{L}]+/u)
    .map((w) => w[0] ?? '')
    .join('')
  if (credit === initials.toUpperCase() || credit.split(/\s*[+/]\s*/)[0] === outlet) return true
  return credit === outlet || (a !== undefined && a.id === b?.id)
}
