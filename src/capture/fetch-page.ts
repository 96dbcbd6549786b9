import { lookup as lookupName } from 'node:dns'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { captureError, refusedBy } from './captured.js'
import { isPublicAddress } from './public-address.js'
import { retryAfter } from './retry-after.js'

export interface FetchLimits {
  /** Bytes of a body; the rest is not read. */
  maxBytes: number
  timeoutMs: number
  /** Lets addresses that are not on the public internet through (an archive on one's own network). */
  allowPrivate: boolean
  /** Hosts, by name or address, that may be fetched although they are not public. */
  allowHosts?: readonly string[]
  /** Further request headers: conditions, for example. */
  headers?: Record<string, string>
}

export interface FetchedPage {
  bytes: Uint8Array
  /** The address that answered in the end. */
  url: string
  contentType?: string
  /** 200, or 304 where a condition was set. */
  status: number
  /** Response headers as received, in order, names in lower case. */
  headers: [string, string][]
  /** Each address on the way, with the status by which it led on. */
  redirects: { url: string; status: number }[]
}

const MAX_REDIRECTS = 5

/**
 * Fetches one page. Only http and https, at most five redirects, a limit on size and time, and only public addresses:
 * each is checked after the name was resolved and before a connection is made, redirects too, so that a report's link
 * cannot be used to reach machines inside a network. Throws `bad-address` or `fetch-failed`.
 */
export async function fetchPage(address: string, limits: FetchLimits): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  let url = parse(address)
  const redirects: FetchedPage['redirects'] = []
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await get(url, limits, signal)
    const status = response.statusCode ?? 0
    const next = status >= 300 && status < 400 ? response.headers.location : undefined
    if (next === undefined) {
      if (status !== 200 && status !== 304) {
        response.destroy()
        throw refusedBy(url.href, status, retryAfter(response.headers['retry-after'], Date.now()))
      }
      const type = response.headers['content-type']
      const bytes = await body(response, limits)
      const headers = headersOf(response)
      return { bytes, url: url.href, status, headers, redirects, ...(type ? { contentType: type } : {}) }
    }
    response.destroy()
    redirects.push({ url: url.href, status })
    url = parse(new URL(next, url).href)
  }
  throw captureError('fetch-failed', `${address} leads on more than ${MAX_REDIRECTS} times`, 'Give the final address.')
}

/** Node's list of names and values, as they came over the wire. */
function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const headers: [string, string][] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    headers.push([(rawHeaders[i] ?? '').toLowerCase(), rawHeaders[i + 1] ?? ''])
  return headers
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url
  throw captureError('bad-address', `"${address}" is no http or https address`, 'Write it as https://…')
}

function get(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const refuse = () =>
    captureError(
      'bad-address',
      `${url.href} is not on the public internet`,
      `Save the page as a file and add that; or, if you trust it: --allow-host ${host}`,
    )
  // A name is checked when it is resolved; a literal address is never resolved.
  const allowed = limits.allowPrivate || (limits.allowHosts ?? []).includes(host)
  if (isIP(host) && !allowed && !isPublicAddress(host)) return Promise.reject(refuse())
  const lookup: LookupFunction = (name, options, done) => {
    lookupName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0)
      const inside = addresses.some((one) => !isPublicAddress(one.address))
      if (inside && !allowed) return done(refuse(), '', 0)
      if (options.all) return (done as (e: null, list: typeof addresses) => void)(null, addresses)
      const first = addresses[0]
      return first ? done(null, first.address, first.family) : done(new Error('no address'), '', 0)
    })
  }
  const options: RequestOptions = {
    lookup,
    signal,
    headers: {
      'user-agent': 'isnad',
      accept: 'text/html, text/plain;q=0.9, */*;q=0.1',
      'accept-encoding': 'identity',
      ...limits.headers,
    },
  }
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    send(url, options, resolve)
      .on('error', (error) => reject(explained(error, url)))
      .end()
  })
}

async function body(response: IncomingMessage, { maxBytes }: FetchLimits): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of response) {
      size += part.length
      if (size > maxBytes)
        throw captureError(
          'fetch-failed',
          `it sends more than ${maxBytes} bytes`,
          'Save it as a file; or raise the limit: --limit fileBytes=NUMBER',
        )
      parts.push(part)
    }
  } catch (error) {
    throw explained(error)
  }
  return Buffer.concat(parts)
}

function explained(error: unknown, url?: URL): unknown {
  if (error instanceof Error && error.name === 'IsnadError') return error
  const reason = error instanceof Error ? error.message : String(error)
  const why = /abort|timeout/i.test(reason) ? 'it took too long' : reason
  return captureError(
    'fetch-failed',
    `${url?.href ?? 'the page'} could not be fetched: ${why}`,
    'Save the page as a file.',
  )
}
