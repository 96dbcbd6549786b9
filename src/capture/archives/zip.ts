import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { captureError } from '../captured.js'
import { type Limits, overLimit } from '../limits.js'

/** One entry of a ZIP: its name with `..` and roots taken out, and its content when asked for. */
export interface ZipEntry {
  name: string
  size: number
  read(): Promise<Buffer>
}

/** How much an archive, and the archives in it, may still unpack. */
export interface Budget {
  left: number
}

const damaged = (reason: string) =>
  captureError('damaged-file', `it is a damaged ZIP archive: ${reason}`, 'Get the archive again.')

/** Lists the entries of a ZIP file without unpacking any. Throws `damaged-file` or `over-limit`. */
export async function openZip(bytes: Uint8Array, limits: Limits, budget: Budget): Promise<ZipEntry[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    // Names are decoded here, because yauzl refuses a whole archive for one name with `..`.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, file) =>
      error ? reject(damaged(error.message)) : resolve(file),
    )
  })
  if (zip.entryCount > limits.parts)
    throw overLimit(`it is an archive of ${zip.entryCount} files`, 'parts', limits.parts)
  const entries: ZipEntry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => reject(damaged(error.message)))
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      const name = nameOf(entry)
      if (!name.endsWith('/'))
        entries.push({
          name: safeName(name),
          size: entry.uncompressedSize,
          read: () => readEntry(zip, entry, limits, budget),
        })
      zip.readEntry()
    })
    zip.readEntry()
  })
  return entries
}

/** A member's name that stays below wherever it is shown or written: no root, drive, backslash or `..`. */
export function safeName(name: string): string {
  const steps = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
  return steps.filter((step) => step && step !== '.' && step !== '..').join('/') || 'unnamed'
}

/** Bit 11 says UTF-8; without it the bytes are UTF-8 in practice or, in old archives, some code page. */
function nameOf(entry: Entry): string {
  return (entry.fileName as unknown as Buffer).toString('utf8').replaceAll('\0', '\uFFFD')
}

function readEntry(zip: ZipFile, entry: Entry, limits: Limits, budget: Budget): Promise<Buffer> {
  if (entry.isEncrypted())
    return Promise.reject(captureError('unsupported-format', 'it is encrypted', 'Unpack it with its password first.'))
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged(error.message))
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        budget.left -= part.length
        const refusal = unpackRefusal(size, entry.compressedSize, limits, budget)
        if (!refusal) return void parts.push(part)
        stream.destroy()
        reject(refusal)
      })
      stream.on('error', (fault: Error) => reject(damaged(fault.message)))
      stream.on('end', () => resolve(Buffer.concat(parts)))
    })
  })
}

/** Why no more may be unpacked, or null: counted on what really comes out, never on what an archive says of itself. */
export function unpackRefusal(size: number, packed: number, limits: Limits, budget: Budget): Error | null {
  if (budget.left < 0) return overLimit('the archive unpacks to too many bytes', 'unpackedBytes', limits.unpackedBytes)
  if (size > 1_000_000 && size > packed * limits.ratio)
    return overLimit('it unpacks like a bomb: bytes from one packed byte are too many', 'ratio', limits.ratio)
  return null
}
