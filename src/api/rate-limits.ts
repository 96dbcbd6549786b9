import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { IsnadError } from '../model/index.js'

/** What a server takes: requests of one person or address in a minute; failed sign-ins in a quarter of an hour. */
export interface Rates {
  requests: number
  failuresOfName: number
  failuresOfAddress: number
}

export const RATES: Rates = { requests: 1200, failuresOfName: 5, failuresOfAddress: 30 }

const MINUTE = 60
const QUARTER = 15 * MINUTE

/** Counts requests and failed sign-ins of this process. */
export class RateLimits {
  readonly #requests: RateLimiterMemory
  readonly #names: RateLimiterMemory
  readonly #addresses: RateLimiterMemory

  constructor(rates: Rates = RATES) {
    this.#requests = new RateLimiterMemory({ points: rates.requests, duration: MINUTE })
    this.#names = new RateLimiterMemory({ points: rates.failuresOfName, duration: QUARTER })
    this.#addresses = new RateLimiterMemory({ points: rates.failuresOfAddress, duration: QUARTER })
  }

  /** Counts a request. Throws `too-many-requests`. */
  async request(c: Context, who: string): Promise<void> {
    await spend(c, this.#requests, who, 'Too many requests.')
  }

  /**
   * Refuses to try a sign-in where too many have failed: under a name from one address, so that nobody is locked out of
   * his own name by somebody elsewhere, or from an address under any names.
   */
  async beforeSignIn(c: Context, name: string, address: string): Promise<void> {
    for (const [limiter, key] of this.#keys(name, address)) {
      const now = await limiter.get(key)
      if (now && now.consumedPoints >= limiter.points) refuse(c, now.msBeforeNext, 'Too many failed sign-ins.')
    }
  }

  /** Counts a failed sign-in. */
  async failed(name: string, address: string): Promise<void> {
    for (const [limiter, key] of this.#keys(name, address)) await limiter.penalty(key)
  }

  #keys(name: string, address: string): [RateLimiterMemory, string][] {
    return [
      [this.#names, `${address} ${name.normalize('NFC').trim().toLowerCase()}`],
      [this.#addresses, address],
    ]
  }
}

async function spend(c: Context, limiter: RateLimiterMemory, key: string, message: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (reason) {
    if (reason instanceof RateLimiterRes) refuse(c, reason.msBeforeNext, message)
    throw reason
  }
}

function refuse(c: Context, ms: number, message: string): never {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  c.header('retry-after', String(seconds))
  throw new IsnadError('too-many-requests', message, { hint: `Wait ${seconds} seconds.` })
}
