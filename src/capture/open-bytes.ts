import { type Document, sha256 } from '../model/index.js'
import { gunzip } from './archives/gzip.js'
import { tarParts } from './archives/tar.js'
import { warcParts } from './archives/warc.js'
import { type Budget, openZip } from './archives/zip.js'
import { zipKind, zipParts } from './archives/zip-kind.js'
import { captureError } from './captured.js'
import { decode } from './decode.js'
import type { Part, PartCustody } from './draft.js'
import { finishDocument } from './finish-document.js'
import { readDocx } from './formats/docx.js'
import { readEpub } from './formats/epub.js'
import { feedParts } from './formats/feed.js'
import { jsonLineParts, jsonParts } from './formats/json.js'
import { readMail } from './formats/mail.js'
import { readPdf } from './formats/pdf.js'
import { tableForm, tableParts } from './formats/table.js'
import type { Headers } from './header-lines.js'
import type { CaptureKnowledge } from './knowledge.js'
import { type Limits, overLimit } from './limits.js'
import type { RawInput } from './read-document.js'
import { type Format, sniffBytes, sniffText } from './sniff-format.js'
import { draftOfPage, draftOfText, type HeadedDraft } from './text-drafts.js'

/** What was found in bytes: a document, a file of several that follow it, or a part that cannot be read. */
export type Found =
  | { kind: 'document'; path: string; bytes: Uint8Array; document: Document; headers: Headers; custody?: PartCustody }
  | { kind: 'container'; path: string; bytes: Uint8Array; format: string; notes: string[] }
  | { kind: 'failure'; path: string; error: unknown }

/** What the parts of one input share. */
interface Opening {
  knowledge: CaptureKnowledge
  limits: Limits
  budget: Budget
  captured?: string | undefined
  /** The input itself, once parts are taken out of it. */
  root?: { sha256: string; path: string }
  ways: PartWays
}

/** How parts are gone through by somebody who may be ended over one of them. */
export interface PartWays {
  /** Told the path of each part before it is opened. */
  onPart?: (path: string) => void
  /** Paths of parts that are passed over without a word. */
  without?: readonly string[]
}

/**
 * Opens bytes, whatever they are, by their content: a report gives one document; an archive, feed, export or table gives
 * the file itself and then its documents one by one, archives in archives included. What is wrong with a part is a
 * `failure` and the rest goes on; what is wrong with the input itself is one too.
 */
export async function* openBytes(
  input: RawInput,
  knowledge: CaptureKnowledge,
  limits: Limits,
  ways: PartWays = {},
): AsyncGenerator<Found> {
  const opening: Opening = { knowledge, limits, budget: { left: limits.unpackedBytes }, captured: input.captured, ways }
  yield* openOne(input, opening, 0)
}

async function* openOne(
  input: RawInput,
  opening: Opening,
  depth: number,
  custody?: PartCustody,
): AsyncGenerator<Found> {
  const { path, bytes } = input
  try {
    if (bytes.length === 0) throw captureError('empty-document', 'the file is empty', 'Save the report again.')
    const opened = await partsOrDraft(input, opening, depth)
    if ('draft' in opened) yield await finished(opened, input, opening, custody)
    if (!opened.parts) return
    const inside = 'draft' in opened ? inMail(opening, input) : opening
    if (!opening.root && !('draft' in opened)) {
      yield { kind: 'container', path, bytes, format: opened.format, notes: opened.notes ?? [] }
      inside.root = { sha256: sha256(bytes), path }
    }
    for await (const part of opened.parts) yield* openPart(part, path, inside, depth + 1)
  } catch (error) {
    yield { kind: 'failure', path, error: asOverLimit(error, opening.limits) }
  }
}

/** What is attached to a mail is within the mail. */
function inMail(opening: Opening, { bytes, path }: RawInput): Opening {
  return opening.root ? opening : { ...opening, root: { sha256: sha256(bytes), path } }
}

async function* openPart(part: Part, path: string, opening: Opening, depth: number): AsyncGenerator<Found> {
  const name = `${path}#${part.name}`
  if (opening.ways.without?.includes(name)) return
  opening.ways.onPart?.(name)
  if ('error' in part) {
    yield { kind: 'failure', path: name, error: part.error }
    return
  }
  const { bytes, custody, contentType } = part
  const captured = custody?.at ?? opening.captured
  const input: RawInput = {
    path: name,
    bytes,
    ...(captured ? { captured } : {}),
    ...(custody?.url ? { url: custody.url } : {}),
    ...(contentType ? { contentType } : {}),
  }
  if (!part.draft) {
    yield* openOne(input, opening, depth, custody)
    return
  }
  try {
    yield await finished({ draft: part.draft, headers: {} }, input, opening, custody)
  } catch (error) {
    yield { kind: 'failure', path: name, error: asOverLimit(error, opening.limits) }
  }
}

async function finished(headed: HeadedDraft, input: RawInput, opening: Opening, custody?: PartCustody): Promise<Found> {
  const { path, bytes, url, captured } = input
  const { root } = opening
  const within = root ? { sha256: root.sha256, part: path.slice(root.path.length + 1) } : undefined
  const origin = { path, bytes, url, captured, within }
  const document = await finishDocument(headed.draft, headed.headers, origin, opening.knowledge)
  return { kind: 'document', path, bytes, document, headers: headed.headers, ...(custody ? { custody } : {}) }
}

type Opened =
  | (HeadedDraft & { parts?: Iterable<Part> | AsyncIterable<Part> })
  | { format: string; parts: Iterable<Part> | AsyncIterable<Part>; notes?: string[] }

async function partsOrDraft(input: RawInput, opening: Opening, depth: number): Promise<Opened> {
  const { bytes, contentType } = input
  const { limits, budget } = opening
  const format = sniffBytes(bytes)
  if (depth > limits.depth && format && /^(?:zip|gzip|tar|warc)$/.test(format.kind))
    throw overLimit(`it is an archive in ${depth} others`, 'depth', limits.depth)
  switch (format?.kind) {
    case 'pdf':
      return { draft: await readPdf(bytes, limits), headers: {} }
    case 'zip':
      return openZipFile(bytes, limits, budget)
    case 'tar':
      return { format: 'a tar archive', parts: tarParts(bytes, limits, budget) }
    case 'warc':
      return { format: 'a web archive', parts: warcParts(bytes, limits, budget) }
    case 'gzip':
      // What is inside is the file: a name for the compression alone would be one too many.
      return partsOrDraft({ ...input, bytes: await gunzip(bytes, limits, budget) }, opening, depth + 1)
    case 'other':
      throw unsupported(format)
    default:
      return openText(bytes, contentType, opening)
  }
}

async function openZipFile(bytes: Uint8Array, limits: Limits, budget: Budget): Promise<Opened> {
  const entries = await openZip(bytes, limits, budget)
  const kind = await zipKind(entries)
  if (kind === 'docx') return { draft: await readDocx(bytes, entries), headers: {} }
  if (kind === 'epub') return { draft: await readEpub(entries), headers: {} }
  if (typeof kind === 'object') throw unsupported(kind)
  return { format: kind === 'wacz' ? 'a WACZ web archive' : 'a ZIP archive', parts: zipParts(entries, kind) }
}

async function openText(bytes: Uint8Array, contentType: string | undefined, opening: Opening): Promise<Opened> {
  const { limits, knowledge } = opening
  const decoded = decode(bytes, contentType).text.replace(/\r\n?/g, '\n')
  const format = sniffText(decoded, contentType)
  switch (format.kind) {
    case 'other':
      throw unsupported(format)
    case 'feed':
      return { format: 'a feed', parts: feedParts(decoded, limits) }
    case 'json':
      return jsonParts(decoded, knowledge, limits)
    case 'json lines':
      return { format: 'a file of JSON lines', parts: jsonLineParts(decoded, knowledge, limits) }
    default:
  }
  const table = format.kind === 'text' ? tableForm(decoded, knowledge.tables) : undefined
  if (table) return { format: 'a table', parts: tableParts(decoded, table, knowledge, limits) }
  if (bytes.length > limits.reportBytes)
    throw overLimit(`it has ${bytes.length} bytes`, 'reportBytes', limits.reportBytes)
  if (format.kind === 'mail') {
    const { draft, parts } = await readMail(bytes, limits)
    return { draft, headers: {}, ...(parts.length ? { parts } : {}) }
  }
  return format.kind === 'html' ? draftOfPage(decoded, limits) : draftOfText(decoded, format.kind === 'markdown')
}

function unsupported({ name, next }: Extract<Format, { kind: 'other' }>) {
  return captureError(
    'unsupported-format',
    `it is ${name}`,
    next ?? 'Save its text as .txt, or export it as PDF, HTML or DOCX.',
  )
}

/** A recursion that ran out of stack was too deep for us: a limit, not a fault of the program. */
function asOverLimit(error: unknown, limits: Limits): unknown {
  return error instanceof RangeError && /call stack/i.test(error.message)
    ? overLimit('its parts stand too deep in one another', 'nesting', limits.nesting)
    : error
}
