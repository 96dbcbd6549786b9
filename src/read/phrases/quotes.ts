import type { Span } from '../../model/index.js'

const PAIRS: Record<string, string> = { '“': '”', '«': '»', '"': '"', '„': '“', '‹': '›' }

/** Every mark of these, and the ends of paragraphs. */
const MARKS = /[“”«»"„‹›]|\n(?=\n)/gu

/**
 * Stretches between quotation marks, without the marks, over a whole document. A quotation that is never closed ends
 * with its paragraph, so that one lost mark does not turn the rest of a report into speech.
 */
export function quotations(text: string): Span[] {
  const out: Span[] = []
  let open: { mark: string; at: number } | null = null
  for (const { 0: mark, index: i } of text.matchAll(MARKS)) {
    if (open && (mark === PAIRS[open.mark] || mark === '\n')) {
      if (i > open.at) out.push({ start: open.at, end: i })
      open = null
    } else if (!open && mark in PAIRS) open = { mark, at: i + 1 }
  }
  if (open && text.length > open.at) out.push({ start: open.at, end: text.length })
  return out
}
