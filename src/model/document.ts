import { z } from 'zod'
import { Tlp } from './care.js'

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
  /** Set where the text is a restatement of a published report, not the report: the address it restates. */
  restatedFrom: z.string().optional(),
  restatedOutlet: z.string().optional(),
  tlp: Tlp.optional(),
  text: z.string(),
})
export type Document = z.infer<typeof Document>
