import { createMiddleware } from 'hono/factory'
import { IsnadError } from '../model/index.js'
import { problem } from './problem.js'

/** The names under which a local server may be addressed. */
export const LOCAL_HOSTNAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Answers only requests that are addressed to the server by one of its own names and that do not come from another
 * site's page. Without the first check a foreign page could read a case by pointing its own name at 127.0.0.1 (DNS
 * rebinding); without the second it could post judgements into it.
 */
export function localOnly(hostnames: readonly string[], publicAddress?: URL) {
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const hostname = host.replace(/:\d+$/, '')
    if (![...hostnames, publicAddress?.hostname].includes(hostname.toLowerCase()))
      return problem(c, foreign(`This server is not "${hostname}".`))

    const origin = c.req.header('origin')
    const ownOrigin = origin === undefined || origin === (publicAddress?.origin ?? `http://${host}`)
    const site = c.req.header('sec-fetch-site')
    const ownSite = site === undefined || site === 'same-origin' || site === 'none'
    // A link on another page may open a screen; only the data behind it is closed to other sites.
    if (!ownOrigin || (!ownSite && c.req.path.startsWith('/api')))
      return problem(c, foreign('This request comes from another site.'))
    await next()
  })
}

function foreign(message: string): IsnadError {
  return new IsnadError('usage', message, { hint: 'Open the address that the program printed when it started.' })
}
