import chardet from 'chardet'
import iconv from 'iconv-lite'

/** Text of bytes in whatever encoding, the encoding's name, and nothing of a byte order mark. */
export interface Decoded {
  text: string
  encoding: string
}

/**
 * Decodes bytes: by byte order mark; as UTF-8 where they are valid UTF-8 (no other encoding looks like it by chance);
 * by the page's own `<meta charset>`; by the server's content type; by what the bytes look like (chardet).
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const marked = byMark(bytes)
  if (marked) return marked
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Zero bytes: UTF-16 without a mark, or no text at all, which the next step will see by its control characters.
  if (bytes.subarray(0, 4096).includes(0)) {
    const encoding = wideEncoding(bytes)
    return { text: iconv.decode(buffer, encoding), encoding }
  }
  const utf8 = asUtf8(bytes)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const latin = buffer.subarray(0, 4096).toString('latin1')
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(latin)?.[1]
  const header = /charset\s*=\s*["']?([\w-]+)/i.exec(contentType ?? '')?.[1]
  const said = [meta, header].find((name) => name && iconv.encodingExists(name) && !/^utf-?8$/i.test(name))
  const encoding = said ?? guess(bytes)
  return { text: iconv.decode(buffer, encoding), encoding: encoding.toLowerCase() }
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes
  const rest = (from: number) => Buffer.from(bytes.subarray(from))
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: iconv.decode(rest(3), 'utf-8'), encoding: 'utf-8' }
  if (a === 0xff && b === 0xfe) return { text: iconv.decode(rest(2), 'utf-16le'), encoding: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { text: iconv.decode(rest(2), 'utf-16be'), encoding: 'utf-16be' }
  return null
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** In UTF-16 every other byte of spaces, digits and Latin letters is zero, and hardly any of the bytes between. */
function wideEncoding(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096)
  const zeros = (from: number) => head.filter((byte, i) => i % 2 === from && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (odd > head.length / 20 && even < odd / 20) return 'utf-16le'
  if (even > head.length / 20 && odd < even / 20) return 'utf-16be'
  return 'latin1'
}

function guess(bytes: Uint8Array): string {
  const found = chardet.detect(bytes.subarray(0, 65_536))
  return found && iconv.encodingExists(found) ? found : 'windows-1252'
}
