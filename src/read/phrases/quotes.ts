import type { Span } from '../../model/index.js'

const PAIRS: Record<string, string> = { '“': '”', '«': '»', '"': '"', '„': '“', '‹': '›' }

/**
 * Stretches between quotation marks, without the marks, over a whole document. A quotation that is never closed ends
 * with its paragraph, so that one lost mark does not turn the rest of a report into speech.
 */
export function quotations(text: string): Span[] {
  const out: Span[] = []
  let open: { mark: string; at: number } | null = null
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (open && (c === PAIRS[open.mark] || (c === '\n' && text[i + 1] === '\n'))) {
      if (i > open.at) out.push({ start: open.at, end: i })
      open = null
    } else if (!open && c in PAIRS) open = { mark: c, at: i + 1 }
  }
  if (open && text.length > open.at) out.push({ start: open.at, end: text.length })
  return out
}
