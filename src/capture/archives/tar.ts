import { extract } from 'tar-stream'
import { captureError } from '../captured.js'
import type { Part } from '../draft.js'
import { type Limits, overLimit } from '../limits.js'
import { type Budget, safeName } from './zip.js'

/** A tar file says so at byte 257. */
export function isTar(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar'
}

/** The files of a tar archive, one after another; links and devices are left out, because they have no bytes. */
export async function* tarParts(bytes: Uint8Array, limits: Limits, budget: Budget): AsyncGenerator<Part> {
  const tar = extract()
  tar.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  let count = 0
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header
      if (type !== 'file') {
        entry.resume()
        continue
      }
      if (++count > limits.parts) throw overLimit('it is an archive of too many files', 'parts', limits.parts)
      budget.left -= size ?? 0
      if (budget.left < 0)
        throw overLimit('the archive unpacks to too many bytes', 'unpackedBytes', limits.unpackedBytes)
      const parts: Buffer[] = []
      for await (const part of entry) parts.push(part as Buffer)
      yield { name: safeName(name), bytes: Buffer.concat(parts) }
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'IsnadError') throw error
    throw captureError('damaged-file', `it is a damaged tar archive: ${(error as Error).message}`, 'Get it again.')
  }
}
