import { z } from 'zod'
import { Tlp } from './care.js'
import { AttackMode, ClaimType, HopKind } from './claim-types.js'
import { Span, TextSpan } from './span.js'

/** An ISO day (`2024-05-09`), month (`2024-05`) or year (`2024`); as a bound it is always a day. */
export const IsoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** When a document was published: an inclusive range of days, and what that rests on. */
export const Published = z.object({
  from: IsoDay,
  to: IsoDay,
  basis: z.enum(['metadata', 'dateline', 'inferred', 'none']),
})
export type Published = z.infer<typeof Published>

/** Which program and packs read a document; a hash of the packs' files, so that a reading can be repeated. */
export const ReaderVersion = z.object({ version: z.string(), packs: z.string() })
export type ReaderVersion = z.infer<typeof ReaderVersion>

/** Where a page of a paged document begins: its number from 1, and the first character of it in the text. */
export const PageMark = z.object({ page: z.int(), start: z.int() })
export type PageMark = z.infer<typeof PageMark>

/** What a row of somebody's coded table says, in our terms; spans are of the document's text. */
export const CodedEvent = z.object({
  /** The mapping that was applied: `acled`, `ucdp-ged`, `gdelt`, or a name of the analyst's. */
  mapping: z.string(),
  type: ClaimType,
  mode: AttackMode.optional(),
  slots: z.partialRecord(z.enum(['agents', 'counterparts', 'places']), z.array(TextSpan)),
  time: TextSpan.extend({ from: IsoDay, to: IsoDay, precision: z.enum(['day', 'month', 'year', 'range']) }).optional(),
  counts: z.record(z.string(), TextSpan.extend({ min: z.number(), max: z.number() })),
  /** Whom the row names as its sources, outermost first. */
  sources: z.array(TextSpan),
})
export type CodedEvent = z.infer<typeof CodedEvent>

/**
 * One captured document: its clean text and what is known of where it came from. `id` is `sha256:` and the hex hash of
 * the raw bytes; `outlet` is who printed it (never called a source); `credit` the agency or outlet it reprints.
 */
export const Document = z.object({
  id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  path: z.string(),
  url: z.string().optional(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  author: z.string().optional(),
  language: z.string(),
  published: Published.optional(),
  captured: z.string().optional(),
  credit: z.string().optional(),
  /** What the credited one is, where the document says so: a forwarded message is another channel's. Default: an agency. */
  creditKind: HopKind.optional(),
  /** Set where the text is a restatement of a published report, not the report: the address it restates. */
  restatedFrom: z.string().optional(),
  restatedOutlet: z.string().optional(),
  tlp: Tlp.optional(),
  /** When it says that it was last changed. */
  modified: Published.optional(),
  /** The address that the document gives as its own, where that is not `url`. */
  canonical: z.string().optional(),
  /** What title, author, outlet, address and language rest on, in words ("structured data", "address", "byline"). */
  basis: z.record(z.string(), z.string()).optional(),
  /** Paragraphs in another language than the document's. */
  languages: z.array(Span.extend({ language: z.string() })).optional(),
  /** Pages, for citation; of formats that have them. */
  pages: z.array(PageMark).optional(),
  /** The file that its bytes were taken out of: its SHA-256, and which part of it they were. */
  within: z.object({ sha256: z.string(), part: z.string() }).optional(),
  /** Set where the same address was captured before with another text: 2 for the second text, and the one before. */
  version: z.object({ number: z.int(), previous: z.string() }).optional(),
  /** Set where the document is a row of a coded table. */
  coded: CodedEvent.optional(),
  text: z.string(),
})
export type Document = z.infer<typeof Document>
