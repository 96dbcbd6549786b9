import { Hono } from 'hono'
import { IsnadError } from '../model/index.js'
import type { ApiContext } from './context.js'
import { RAW_HEADERS } from './headers.js'

/** Documents: the list, one with its newest reading, and its bytes as captured. */
export function documentRoutes({ kase, speaker }: ApiContext): Hono {
  return new Hono()
    .get('/documents', async (c) => c.json({ items: await kase.documents() }))
    .get('/documents/:id', async (c) => {
      const found = await kase.document(c.req.param('id'))
      return c.json({
        ...found,
        claims: await speaker.claims(found.claims),
        names: await speaker.names(found.claims),
      })
    })
    .get('/documents/:id/raw', async (c) => {
      const id = c.req.param('id')
      const bytes = await kase.raw(id)
      if (!bytes)
        throw new IsnadError('not-found', 'The bytes of this document are not kept.', {
          where: { what: id },
          hint: 'They were removed on request, or never captured.',
        })
      const name = `${id.replace(/^sha256:/, '').slice(0, 16)}.bin`
      const headers = { ...RAW_HEADERS, 'content-disposition': `attachment; filename="${name}"` }
      return new Response(new Uint8Array(bytes), { headers })
    })
}
