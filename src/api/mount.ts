import type { Context, Hono } from 'hono'
import { IsnadError } from '../model/index.js'
import type { Answering } from './answers.js'
import { readBody } from './body.js'
import type { FileAnswer } from './contract/define.js'
import { RAW_HEADERS } from './headers.js'
import { readQuery } from './query.js'
import { LOCAL, type Who } from './who.js'

/** What the routes keep between the steps of one request. */
export type ApiEnv = { Variables: { who?: Who } }

/** Puts routes under an application: checks the query and the body, says 304 where nothing changed, answers. */
export function mount(api: Hono<ApiEnv>, routes: readonly Answering[], revision: () => Promise<string>): void {
  for (const { address, spec, handle } of routes) {
    const [method, path] = address.split(' ') as [string, string]
    api.on(method, path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const query = readQuery(spec.query, c.req.url)
      const body = spec.body && (await readBody(spec.body, c))
      // Asked before the answer is made: one that is newer than its tag is only asked for again.
      const tag = method === 'GET' && spec.etag !== false && spec.answer !== 'file' && `W/"${await revision()}"`
      if (tag) {
        c.header('etag', tag)
        if (asksFor(c, tag)) return c.body(null, 304)
      }
      const answer = await handle({ params: c.req.param(), query, body, who: c.get('who') ?? LOCAL })
      return spec.answer === 'file' ? file(answer as FileAnswer) : c.json(answer as object, spec.status ?? 200)
    })
  }
  api.all('*', (c) => {
    throw new IsnadError('not-found', `There is no ${c.req.method} ${c.req.path}.`, {
      hint: 'All routes are in /api/openapi.json.',
    })
  })
}

const asksFor = (c: Context, tag: string) =>
  (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === tag)

function file({ bytes, name }: FileAnswer): Response {
  const headers = {
    ...RAW_HEADERS,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  }
  return new Response(new Uint8Array(bytes), { headers })
}
