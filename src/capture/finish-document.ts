import { type Document, type Published, sha256 } from '../model/index.js'
import { captureError } from './captured.js'
import { cutFurniture } from './cut-furniture.js'
import type { Draft } from './draft.js'
import { type Headers, tlpOf } from './header-lines.js'
import { type CaptureKnowledge, NO_KNOWLEDGE } from './knowledge.js'
import { languageOf, otherLanguages } from './language.js'
import { hostOf, namesAddress, siteInHead } from './names-address.js'
import { inferPublished, publishedHeader, publishedInAddress, publishedInDateLine, readPublished } from './published.js'
import { type Byline, findOutlet, readByline } from './read-byline.js'

/** Where a draft came from. */
export interface Origin {
  path: string
  bytes: Uint8Array
  url?: string | undefined
  captured?: string | undefined
  within?: Document['within']
}

/**
 * Makes a document of a draft: cuts web furniture, and establishes language, outlet, title, author, days and the agency
 * credited, each with what it rests on. Header lines are a person's word and stand above all else. Throws `empty-document`.
 */
export async function finishDocument(
  draft: Draft,
  headers: Headers,
  origin: Origin,
  knowledge: CaptureKnowledge,
): Promise<Document> {
  const cut = (text: string) => (draft.furniture === 'cut' ? cutFurniture(text, knowledge.furniture) : text)
  const own = cut(draft.text)
  const byline = draft.coded ? {} : readByline(own, knowledge, headers.Outlet ?? draft.outlet)
  const text = draft.furniture === 'cut' && byline.creditLine ? cut(without(draft.text, byline.creditLine)) : own
  if (!/\p{L}/u.test(text))
    throw captureError(
      'empty-document',
      'it holds no text once page furniture is cut',
      'Copy the text of the report into a .txt file.',
    )
  const restated = headers.RestatedFrom !== undefined || headers.Restated !== undefined
  const facts = choose(draft, headers, origin, byline, text, knowledge, restated)
  const language = await languageOf(text)
  const languages = await otherLanguages(text, language)
  const known: Partial<Document> = {
    ...facts.values,
    captured: origin.captured,
    restatedFrom: headers.RestatedFrom,
    restatedOutlet: headers.RestatedOutlet,
    tlp: headers.TLP === undefined ? undefined : tlpOf(headers.TLP),
    basis: Object.keys(facts.basis).length ? facts.basis : undefined,
    languages: languages.length ? languages : undefined,
    pages: draft.pages?.length ? draft.pages : undefined,
    within: origin.within,
    coded: draft.coded,
    creditKind: draft.credit && facts.values.credit === draft.credit ? draft.creditKind : undefined,
  }
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
  return { id: `sha256:${sha256(origin.bytes)}`, path: origin.path, language, ...given, text }
}

/** A value and what it rests on; the first of several that is there. */
type Choice = [value: string | undefined, basis: string]
const first = (...choices: Choice[]): Choice => choices.find(([value]) => value) ?? [undefined, '']

function choose(
  draft: Draft,
  headers: Headers,
  origin: Origin,
  byline: Byline,
  text: string,
  knowledge: CaptureKnowledge,
  restated: boolean,
): { values: Partial<Document>; basis: Record<string, string> } {
  const own = (name: 'title' | 'author' | 'outlet' | 'url' | 'canonical' | 'credit') => draft.basis?.[name] ?? 'format'
  const header = 'header line'
  const url = first(
    [headers.URL, header],
    [origin.url, 'fetched'],
    [draft.url, own('url')],
    [restated ? undefined : draft.canonical, own('canonical')],
  )
  const title = first(
    [headers.Title, header],
    [draft.title, own('title')],
    [titleOf(text, draft, knowledge), 'first line'],
  )
  const outlet = restated
    ? first([headers.Outlet, header])
    : first([headers.Outlet, header], ...outletChoices(url[0], draft, byline, text, knowledge))
  const author = first([headers.Author, header], [draft.author, own('author')], [byline.author, 'byline'])
  const credit = draft.credit ?? byline.credit
  const canonical = draft.canonical && draft.canonical !== url[0] ? draft.canonical : undefined
  const values: Partial<Document> = {
    url: url[0],
    title: title[0],
    outlet: outlet[0],
    author: author[0],
    published: publishedOf(draft, headers, url[0], byline, text, knowledge),
    modified: modifiedOf(draft, knowledge),
    canonical: restated ? undefined : canonical,
    credit: sameOutlet(credit, outlet[0] ?? headers.RestatedOutlet, knowledge) ? undefined : credit,
  }
  const basis = {
    url,
    title,
    outlet,
    author,
    ...(values.credit ? { credit: [credit, draft.credit ? own('credit') : 'byline'] } : {}),
    ...(draft.basis?.text ? { text: [draft.basis.text, draft.basis.text] } : {}),
  }
  const said = Object.entries(basis).flatMap(([name, [value, why]]) => (value && why ? [[name, why]] : []))
  return { values, basis: Object.fromEntries(said) }
}

function without(text: string, line: string | undefined): string {
  if (!line) return text
  return text
    .split('\n')
    .filter((one) => one.trim() !== line)
    .join('\n')
}

/** The first line, where it stands like a headline: short, no full stop, more text below; not a site's own name. */
function titleOf(text: string, draft: Draft, { outlets }: Pick<CaptureKnowledge, 'outlets'>): string | undefined {
  if (draft.coded) return undefined
  const [head = '', second = ''] = text.split('\n').filter((line) => line.trim())
  const line = head.trim()
  if (findOutlet(line, outlets))
    return titleOf(text.slice(text.indexOf(head) + head.length).trimStart(), draft, NO_KNOWLEDGE)
  const gap = /^[^\n]*\n[^\S\n]*\n/.test(text)
  if (!second || line.length > 200 || /[.:،,]$/.test(line)) return undefined
  return gap || second.length > line.length * 1.5 ? line : undefined
}

function outletChoices(
  url: string | undefined,
  draft: Draft,
  byline: Byline,
  text: string,
  { outlets }: CaptureKnowledge,
): Choice[] {
  const host = hostOf(url)
  const known = host
    ? outlets.find((one) => one.domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
    : undefined
  const line = text.split('\n', 1)[0]?.trim() ?? ''
  return [
    [known?.names[0], 'address'],
    [draft.outlet, draft.basis?.outlet ?? 'format'],
    [byline.credit && namesAddress(byline.credit, url) ? byline.credit : undefined, 'byline'],
    [siteInHead(text, url) ?? byline.outlet, 'byline'],
    [findOutlet(line, outlets) ? line : undefined, 'first line'],
    [host, 'address'],
  ]
}

function publishedOf(
  draft: Draft,
  headers: Headers,
  url: string | undefined,
  byline: Byline,
  text: string,
  { months }: CaptureKnowledge,
): Published | undefined {
  if (headers.Published !== undefined) return publishedHeader(headers.Published, months)
  const given = draft.published
  const stated = typeof given === 'string' ? readPublished(given, months) : given
  // A file's own day is that of its last saving, as often as not; what the text says comes first.
  const weak = draft.basis?.published === 'file properties'
  const address = url ? publishedInAddress(url) : undefined
  if (!weak && (stated ?? address?.basis === 'metadata')) return stated ?? address
  if (draft.coded) return undefined
  const dateline = publishedInDateLine(text, months)
  if (dateline) return dateline
  if (address && byline.dayOfYear) {
    const day = `${address.from.slice(0, 4)}-${byline.dayOfYear}`
    return { from: day, to: day, basis: 'dateline' }
  }
  return address ?? stated ?? inferPublished(text, months)
}

/** The day of the last change, where it is another than that of publishing. */
function modifiedOf(draft: Draft, { months }: CaptureKnowledge): Published | undefined {
  const given = draft.modified
  const modified = typeof given === 'string' ? readPublished(given, months) : given
  const published = typeof draft.published === 'string' ? readPublished(draft.published, months) : draft.published
  return modified && modified.from !== published?.from ? modified : undefined
}

/** An outlet's own name in its dateline («عدن (الاتحاد)» in Al-Ittihad) is no reprint. */
function sameOutlet(credit: string | undefined, outlet: string | undefined, { outlets }: CaptureKnowledge): boolean {
  if (!credit || !outlet) return false
  // "(SP)" in Saba Press, "Saba Press + agencies" in Saba Press.
  const initials = outlet
    .split(/[^\p{L}'’]+/u)
    .map((w) => w[0] ?? '')
    .join('')
  if (credit === initials.toUpperCase() || credit.split(/\s*[+/]\s*/)[0] === outlet) return true
  const a = findOutlet(credit, outlets)
  const b = findOutlet(outlet, outlets)
  return credit === outlet || (a !== undefined && a.id === b?.id)
}
