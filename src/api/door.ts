import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sha256 } from '../model/index.js'
import type { ApiEnv } from './mount.js'
import { LOCAL, type Who } from './who.js'

/** How one comes in: finds out who asks, and lets nobody pass by itself; routes say whom they admit. */
export interface Door {
  mode: 'local' | 'team'
  /** Who asks; undefined where that is not known. */
  recognise(c: Context): Promise<Who | undefined>
  /** Answers before any route where the request is one to come in; undefined otherwise. */
  enter?(c: Context): Response | undefined
  /** Gives a browser its cookie. Throws `not-signed-in`, `too-many-requests`. */
  signIn?(c: Context, given: { name: string; password: string }): Promise<Who>
  signOut?(c: Context): Promise<void>
  /** Throws `not-allowed` where the old password does not fit. */
  setPassword?(who: Who, old: string, password: string): Promise<void>
  /** Writes down what somebody saw or changed; the answer waits for it. */
  record?(c: Context, what: { who: Who | undefined; action: string; status: number }): Promise<void>
}

/** No door at all: for programs that embed the API and guard it themselves, and for tests. */
export const OPEN_DOOR: Door = { mode: 'local', recognise: async () => LOCAL }

/** A secret that nobody guesses: 192 bits, safe in an address. */
export const newToken = () => randomBytes(24).toString('base64url')

/**
 * The door of a laptop: a token made at each start stands in the address that the program prints, and is exchanged for
 * a cookie that scripts cannot read and other sites' pages do not send. So neither a page of another site nor another
 * user of this machine reads or changes the case.
 */
export function startDoor(token: string): Door {
  return {
    mode: 'local',
    async recognise(c) {
      const given = bearer(c) ?? getCookie(c, cookieName(c))
      return given !== undefined && same(given, token) ? LOCAL : undefined
    },
    enter(c) {
      const url = new URL(c.req.url)
      const given = url.searchParams.get('token')
      if (given === null || c.req.method !== 'GET' || !same(given, token)) return undefined
      setCookie(c, cookieName(c), token, { httpOnly: true, sameSite: 'Strict', path: '/' })
      // The token does not stay in the bar of the browser, where it would be copied with the address of a view.
      url.searchParams.delete('token')
      return c.redirect(url.pathname + url.search, 303)
    },
  }
}

/** Puts a door before everything. */
export function guard(door: Door): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const answer = door.enter?.(c)
    if (answer) return answer
    if (c.req.path.startsWith('/api/')) c.set('who', await door.recognise(c))
    await next()
  }
}

/** The token of a script's request. */
export const bearer = (c: Context) => /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** Cookies do not know ports: two cases served at once on one machine need two names. */
export const cookieName = (c: Context) =>
  `isnad-${/:(\d+)$/.exec(c.req.header('host') ?? new URL(c.req.url).host)?.[1] ?? '80'}`

/** Compares secrets in a time that says nothing of either. */
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))
