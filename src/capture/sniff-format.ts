import { isTar } from './archives/tar.js'
import { isFeed } from './formats/feed.js'
import { isMail } from './formats/mail.js'
import { isMarkdown } from './formats/markdown.js'

export type FormatKind =
  | 'text'
  | 'html'
  | 'markdown'
  | 'mail'
  | 'feed'
  | 'json'
  | 'json lines'
  | 'pdf'
  | 'zip'
  | 'gzip'
  | 'tar'
  | 'warc'
/** What bytes are, judged by themselves, never by a name: a format that can be read, or what it is called. */
export type Format = { kind: FormatKind } | { kind: 'other'; name: string; next?: string }

const READ: readonly [string, FormatKind][] = [
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['\u001f\u008b', 'gzip'],
  ['WARC/', 'warc'],
]
const OTHERS: readonly [string, string][] = [
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['{\\rtf', 'an RTF document'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture, sound or film'],
  ['ID3', 'a sound'],
  ['OggS', 'a sound or film'],
  ['SQLite format 3', 'a SQLite database'],
  ['7z\u00bc\u00af', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['BZh', 'a bzip2 archive'],
  ['\u00fd7zXZ', 'an xz archive'],
  ['\u0028\u00b5\u002f\u00fd', 'a zstd archive'],
]

/** The format that the first bytes name, where they do. */
export function sniffBytes(bytes: Uint8Array): Format | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  const read = READ.find(([mark]) => start.startsWith(mark))
  if (read) return { kind: read[1] }
  const other = OTHERS.find(([mark]) => start.startsWith(mark))
  if (other) return { kind: 'other', name: other[1] }
  if (start.slice(4, 8) === 'ftyp') return { kind: 'other', name: 'a film or sound' }
  if (isTar(bytes)) return { kind: 'tar' }
  // Some programs write a few bytes of their own before a PDF begins.
  const early = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return early.includes('%PDF-') && /[\u0000-\u0008]/.test(early) ? { kind: 'pdf' } : undefined
}

/** The format of bytes that are text of some kind: `decoded` is all of it. */
export function sniffText(decoded: string, contentType?: string): Format {
  const head = decoded.slice(0, 4096)
  // Control characters do not occur in text of any encoding; after decoding, neither do many replacement marks.
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (odd > Math.max(2, head.length / 50)) return { kind: 'other', name: 'binary data' }
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(head))
    return { kind: 'html' }
  if (isFeed(decoded)) return { kind: 'feed' }
  const first = /\S/.exec(head)?.[0]
  if (first === '{' || first === '[') {
    const json = jsonKind(decoded)
    if (json) return json
  }
  if (isMail(decoded)) return { kind: 'mail' }
  const tags =
    decoded.slice(0, 20_000).match(/<(?:p|div|article|section|span|h[1-6]|meta|title|br|a)\b[^>]*>/gi)?.length ?? 0
  if (tags >= 5 || (tags >= 2 && /html/.test(contentType ?? ''))) return { kind: 'html' }
  return { kind: isMarkdown(decoded) ? 'markdown' : 'text' }
}

/** JSON as a whole, or one value a line; text that only begins with a bracket is neither. */
function jsonKind(decoded: string): Format | undefined {
  const lines = decoded
    .trimStart()
    .split('\n', 3)
    .filter((line) => line.trim())
  const object = (line: string | undefined) => {
    try {
      return typeof JSON.parse(line ?? '') === 'object'
    } catch {
      return false
    }
  }
  if (lines.length > 1 && object(lines[0]) && object(lines[1])) return { kind: 'json lines' }
  const end = decoded.trimEnd().at(-1)
  return /^\s*(?:\{\s*["}]|\[\s*[{[\]"\d])/.test(decoded.slice(0, 1024)) && (end === '}' || end === ']')
    ? { kind: 'json' }
    : undefined
}
