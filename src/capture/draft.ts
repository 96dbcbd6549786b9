import type { CodedEvent, HopKind, PageMark, Published } from '../model/index.js'

/** What a format's reader made of bytes: their text, and what the format itself says of it; days as written or as read. */
export interface Draft {
  text: string
  /** `cut`: web furniture is to be looked for in the text (pages, mails); `whole`: the text is all report. */
  furniture: 'cut' | 'whole'
  title?: string | undefined
  author?: string | undefined
  outlet?: string | undefined
  published?: Published | string | undefined
  modified?: Published | string | undefined
  url?: string | undefined
  canonical?: string | undefined
  credit?: string | undefined
  creditKind?: HopKind | undefined
  language?: string | undefined
  pages?: PageMark[] | undefined
  coded?: CodedEvent | undefined
  /** What each of the above rests on, where the format's reader knows better than "the file says so". */
  basis?: Record<string, string> | undefined
}

/** One member of an archive, feed, export or table: bytes still to be looked at, or already a draft, or what is wrong. */
export type Part =
  | { name: string; bytes: Uint8Array; draft?: Draft; contentType?: string; custody?: PartCustody }
  | { name: string; error: unknown }

/** What an archive says of how a member came in. */
export interface PartCustody {
  url?: string
  status?: number
  headers?: [string, string][]
  /** ISO instant at which the archive says it was captured. */
  at?: string
}
