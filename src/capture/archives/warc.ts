import { WARCParser } from 'warcio'
import { captureError } from '../captured.js'
import type { Part } from '../draft.js'
import { type Limits, overLimit } from '../limits.js'
import type { Budget } from './zip.js'

/** What a browser asks for beside the page: never a report. */
const BESIDE = /^(?:image|audio|video|font)\/|javascript|css|woff|x-ico|wasm/i

/**
 * The reports in a web archive: every successful response that is no picture, script or style, with the address, the
 * instant and the headers that the archive recorded. Repeats (`revisit`), requests and metadata are left out.
 */
export async function* warcParts(bytes: Uint8Array, limits: Limits, budget: Budget): AsyncGenerator<Part> {
  let count = 0
  try {
    for await (const record of new WARCParser(chunks(bytes), { keepHeadersCase: false })) {
      if (++count > limits.parts) throw overLimit('it is a web archive of too many records', 'parts', limits.parts)
      const type = record.warcType
      if (type !== 'response' && type !== 'resource') {
        await record.skipFully()
        continue
      }
      const http = record.httpHeaders
      const headers = http ? entriesOf(http.headers) : []
      const contentType = headerValue(headers, 'content-type') ?? record.warcContentType ?? ''
      const status = http?.statusCode
      if ((status !== undefined && Number(status) !== 200) || BESIDE.test(contentType)) {
        await record.skipFully()
        continue
      }
      const chunksOfBody: Uint8Array[] = []
      // One chunk after another, decoded, so that a compressed body is counted while it grows.
      for await (const chunk of record) {
        chunksOfBody.push(chunk)
        budget.left -= chunk.length
        if (budget.left < 0)
          throw overLimit('the archive unpacks to too many bytes', 'unpackedBytes', limits.unpackedBytes)
      }
      const body = Buffer.concat(chunksOfBody)
      if (body.length === 0) continue
      const url = record.warcTargetURI ?? ''
      yield {
        name: url || `record ${count}`,
        bytes: body,
        contentType,
        custody: {
          ...(url ? { url } : {}),
          ...(status === undefined ? {} : { status: Number(status) }),
          headers,
          ...(record.warcDate ? { at: new Date(record.warcDate).toISOString() } : {}),
        },
      }
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'IsnadError') throw error
    throw captureError('damaged-file', `it is a damaged web archive: ${(error as Error).message}`, 'Get it again.')
  }
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function entriesOf(headers: Headers | Map<string, string>): [string, string][] {
  return [...headers].map(([name, value]) => [name.toLowerCase(), value])
}

const headerValue = (headers: readonly [string, string][], wanted: string) =>
  headers.find(([name]) => name === wanted)?.[1]
