import type { CaptureKnowledge } from './knowledge.js'
import { readDocument } from './read-document.js'

/** A page as `isnad clean` prints it: what is known of it, and its text without furniture. */
export interface CleanPage {
  path: string
  title: string | null
  byline: string | null
  outlet: string | null
  /** First day it may have been published. */
  published: string | null
  language: string
  text: string
}

/** Cleans one page or text; throws what `readDocument` throws. */
export async function cleanPage(
  bytes: Uint8Array,
  path: string,
  knowledge: CaptureKnowledge,
  contentType?: string,
): Promise<CleanPage> {
  const { document } = await readDocument({ bytes, path, ...(contentType ? { contentType } : {}) }, knowledge)
  return cleaned(document)
}

/** The same for a document already captured. */
export function cleaned(document: Awaited<ReturnType<typeof readDocument>>['document']): CleanPage {
  return {
    path: document.path,
    title: document.title ?? null,
    byline: document.author ?? null,
    outlet: document.outlet ?? null,
    published: document.published?.from ?? null,
    language: document.language,
    text: document.text,
  }
}
