import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type People, SESSION_HOURS } from '../case/index.js'
import { IsnadError } from '../model/index.js'
import { bearer, cookieName, type Door } from './door.js'
import { RateLimits, type Rates } from './rate-limits.js'
import { remoteAddress } from './remote-address.js'

/** How a team comes in. */
export interface TeamDoorOptions {
  /** The address under which people reach the server, where a proxy stands before it: `https://isnad.example.org`. */
  publicAddress?: URL | undefined
  rates?: Rates | undefined
}

/** The door of a server: people sign in by name and password, programs by API tokens; every request is counted. */
export function teamDoor(people: People, { publicAddress, rates }: TeamDoorOptions = {}): Door {
  const limits = new RateLimits(rates)
  const secure = publicAddress?.protocol === 'https:'
  const name = (c: Context) => (secure ? 'isnad' : cookieName(c))
  // The prefix makes browsers refuse a cookie of that name that another host of the domain has set.
  const plain = { httpOnly: true, sameSite: 'Strict', path: '/' } as const
  const cookie = secure ? ({ ...plain, secure: true, prefix: 'host' } as const) : plain
  const cookieKey = (c: Context) => (secure ? getCookie(c, name(c), 'host') : getCookie(c, name(c)))
  const address = (c: Context) => remoteAddress(c, publicAddress !== undefined)
  return {
    mode: 'team',
    async recognise(c) {
      const key = bearer(c) ?? cookieKey(c)
      const who = key === undefined ? undefined : await people.whose(key)
      await limits.request(c, who ? `name ${who.name}` : `address ${address(c)}`)
      return who
    },
    async signIn(c, given) {
      await limits.beforeSignIn(c, given.name, address(c))
      const found = await people.signIn(given.name, given.password)
      if (!found) {
        await limits.failed(given.name, address(c))
        throw new IsnadError('not-signed-in', 'Name and password do not fit.', {
          hint: 'Try again, or ask an administrator for another password.',
        })
      }
      setCookie(c, name(c), found.key, { ...cookie, maxAge: SESSION_HOURS * 3600 })
      return found.person
    },
    async signOut(c) {
      const key = cookieKey(c)
      if (key !== undefined) await people.signOut(key)
      deleteCookie(c, name(c), secure ? { path: '/', secure: true, prefix: 'host' } : { path: '/' })
    },
    async setPassword(who, old, password) {
      // The session alone is not enough: it may be somebody else at a screen that was left open.
      const fits = who.name !== undefined && (await people.signIn(who.name, old))
      if (!fits) throw new IsnadError('not-allowed', 'The old password does not fit.', { hint: 'Try again.' })
      await people.setPassword(who.name!, password)
    },
    record: (c, { who, action, status }) => {
      const { pathname, search } = new URL(c.req.url)
      const path = decoded(pathname.replace(/^\/api/, '') + search)
      return people.record({ who: who?.name ?? '', role: who?.role ?? null, action, path, status })
    },
  }
}

/** Readable where it can be. NUL stands in no text of a database. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\u0000', '�').slice(0, 2000)
  } catch {
    return path.slice(0, 2000)
  }
}
