import { decode } from './decode.js'
import { type FormatKind, sniffBytes, sniffText } from './sniff-format.js'

const EXTENSIONS: Record<FormatKind, string> = {
  text: 'txt',
  html: 'html',
  markdown: 'md',
  mail: 'eml',
  feed: 'xml',
  json: 'json',
  'json lines': 'jsonl',
  pdf: 'pdf',
  zip: 'zip',
  gzip: 'gz',
  tar: 'tar',
  warc: 'warc',
}
/** Kinds of files that are ZIP archives inside: of these the name may tell which one it is. */
const ZIPPED = /\.(docx|epub|wacz)$/i

/**
 * By what ending a file of these bytes is known, without the dot: judged by the bytes, so that nothing is given a name that
 * would make it run. `bin` where they are of no format that can be read.
 */
export function extensionOf(bytes: Uint8Array, path: string): string {
  const format = sniffBytes(bytes) ?? sniffText(decode(bytes).text)
  if (format.kind === 'other') return 'bin'
  const zipped = format.kind === 'zip' ? ZIPPED.exec(path)?.[1] : undefined
  return zipped?.toLowerCase() ?? EXTENSIONS[format.kind]
}
