/** What bytes are, judged by themselves: `text` and `html` can be read; anything else is named for the person. */
export type Format = { kind: 'text' | 'html' } | { kind: 'other'; name: string }

const SIGNATURES: readonly [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['{\\rtf', 'an RTF document'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a compressed file'],
  ['SQLite format 3', 'a SQLite database'],
  ['WARC/', 'a web archive'],
]

/** Looks at the first kilobytes of the bytes (`decoded` is the same as text) and names the format. */
export function sniffFormat(bytes: Uint8Array, decoded: string, contentType?: string): Format {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  const signature = SIGNATURES.find(([mark]) => start.startsWith(mark))
  if (signature) return { kind: 'other', name: signature[1] }
  const head = decoded.slice(0, 4096)
  // Control characters do not occur in text of any encoding; after decoding, neither do many replacement marks.
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (odd > Math.max(2, head.length / 50)) return { kind: 'other', name: 'binary data' }
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return { kind: 'html' }
  const tags =
    decoded.slice(0, 20_000).match(/<(?:p|div|article|section|span|h[1-6]|meta|title|br|a)\b[^>]*>/gi)?.length ?? 0
  if (tags >= 5 || (tags >= 2 && /html/.test(contentType ?? ''))) return { kind: 'html' }
  return { kind: 'text' }
}
