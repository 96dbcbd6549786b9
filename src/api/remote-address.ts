import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Where a request comes from. A proxy on this machine, which ends TLS for a public address, names its client as the last
 * entry of `X-Forwarded-For`; nobody else is believed.
 */
export function remoteAddress(c: Context, behindProxy: boolean): string {
  const direct = peer(c)
  const named = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return behindProxy && LOOPBACK.test(direct) && named && isIP(named) ? named : direct
}

function peer(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Asked without a socket, as tests do.
    return 'unknown'
  }
}
