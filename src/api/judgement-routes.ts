import { Hono } from 'hono'
import { IsnadError, Judgement } from '../model/index.js'
import type { ApiContext } from './context.js'

const NewJudgement = Judgement.omit({ id: true, at: true })

/** The log of judgements: read it, add to it. */
export function judgementRoutes({ kase }: ApiContext): Hono {
  return new Hono()
    .get('/judgements', async (c) => c.json({ items: await kase.judgements() }))
    .post('/judgements', async (c) => {
      // A form of another site can post text, not JSON; asking for the type closes that way too.
      if (!c.req.header('content-type')?.startsWith('application/json'))
        throw new IsnadError('judgement-invalid', 'A judgement is sent as application/json.')
      const body: unknown = await c.req.json().catch(() => undefined)
      const parsed = NewJudgement.safeParse(body)
      if (!parsed.success) {
        const issue = parsed.error.issues[0]
        throw new IsnadError('judgement-invalid', `${issue?.path.join('.') || 'body'}: ${issue?.message}`, {
          hint: 'A judgement has a kind, a target and the name of who judges (by).',
        })
      }
      return c.json({ judgement: await kase.judge(parsed.data) }, 201)
    })
}
