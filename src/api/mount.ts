import type { Context, Hono } from 'hono'
import { IsnadError } from '../model/index.js'
import type { Answering } from './answers.js'
import { readBody } from './body.js'
import { type FileAnswer, roleOf } from './contract/define.js'
import type { Door } from './door.js'
import { RAW_HEADERS } from './headers.js'
import { KeptAnswers } from './kept-answers.js'
import { readQuery } from './query.js'
import { admit, type Who } from './who.js'

/** What the routes keep between the steps of one request. */
export type ApiEnv = { Variables: { who?: Who } }

/** Puts routes under an application: checks who asks, the query and the body, says 304 where nothing changed, answers. */
export function mount(
  api: Hono<ApiEnv>,
  routes: readonly Answering[],
  { door, revision }: { door: Door; revision: () => Promise<string> },
): void {
  const kept = new KeptAnswers()
  for (const { address, spec, handle } of routes) {
    const [method, path] = address.split(' ') as [string, string]
    const route = path.replace(/\{(\w+)\}/g, ':$1')
    // Whatever is answered is written down first: also a refusal, and an answer that has not changed.
    if (door.record && !(method === 'GET' && spec.role === 'anyone'))
      api.on(method, route, async (c, next) => {
        await next()
        await door.record?.(c, { who: c.get('who'), action: address, status: c.res.status })
      })
    api.on(method, route, async (c) => {
      const who = c.get('who')
      admit(who, roleOf(address, spec), door.mode)
      const query = readQuery(spec.query, c.req.url)
      const body = spec.body && (await readBody(spec.body, c))
      const lasts = method === 'GET' && spec.etag !== false && spec.answer !== 'file'
      // Asked before the answer is made: one that is newer than its tag is only asked for again.
      const state = lasts ? await revision() : ''
      if (lasts) {
        c.header('etag', `W/"${state}"`)
        if (asksFor(c, `W/"${state}"`)) return c.body(null, 304)
        const known = kept.find(state, c.req.url)
        if (known !== undefined) return c.body(known, 200, JSON_TYPE)
      }
      const answer = await handle({ params: c.req.param(), query, body, who, http: c })
      if (spec.answer === 'file') return file(answer as FileAnswer)
      const bytes = new TextEncoder().encode(JSON.stringify(answer))
      if (lasts) kept.keep(state, c.req.url, bytes)
      return c.body(bytes, spec.status ?? 200, JSON_TYPE)
    })
  }
  api.all('*', (c) => {
    throw new IsnadError('not-found', `There is no ${c.req.method} ${c.req.path}.`, {
      hint: 'All routes are in /api/openapi.json.',
    })
  })
}

const JSON_TYPE = { 'content-type': 'application/json' }

const asksFor = (c: Context, tag: string) =>
  (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === tag)

function file({ bytes, name }: FileAnswer): Response {
  const headers = {
    ...RAW_HEADERS,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  }
  return new Response(new Uint8Array(bytes), { headers })
}
