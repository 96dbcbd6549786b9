import type { Context } from 'hono'
import type { z } from 'zod'
import { IsnadError } from '../model/index.js'

/** Reads what was sent, strictly. Throws `bad-request` with the member that is wrong. */
export async function readBody(schema: z.ZodType | 'form', c: Context): Promise<unknown> {
  const form = schema === 'form'
  const wanted = form ? 'multipart/form-data' : 'application/json'
  // A form of another site can post text, not JSON; asking for the type closes that way too.
  if (!c.req.header('content-type')?.startsWith(wanted))
    throw new IsnadError('bad-request', `What is sent must be ${wanted}.`, {
      where: { what: c.req.path },
      hint: `Set the header content-type: ${wanted}.`,
    })
  if (form) return c.req.formData()
  const parsed = schema.safeParse(await c.req.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new IsnadError('bad-request', `${issue?.path.join('.') || 'body'}: ${issue?.message}`, {
    where: { what: c.req.path },
    hint: 'The form of every body is in /api/openapi.json.',
  })
}
