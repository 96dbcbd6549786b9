import { createGunzip } from 'node:zlib'
import { captureError } from '../captured.js'
import type { Limits } from '../limits.js'
import { type Budget, unpackRefusal } from './zip.js'

/** Unpacks gzip of one or more members, counting what comes out. Throws `damaged-file` or `over-limit`. */
export async function gunzip(bytes: Uint8Array, limits: Limits, budget: Budget): Promise<Buffer> {
  const stream = createGunzip()
  stream.end(bytes)
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of stream) {
      size += part.length
      budget.left -= part.length
      const refusal = unpackRefusal(size, bytes.length, limits, budget)
      if (refusal) throw refusal
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'IsnadError') throw error
    throw captureError('damaged-file', `it is a damaged gzip file: ${(error as Error).message}`, 'Get it again.')
  }
  return Buffer.concat(parts)
}
