import type { Context } from 'hono'
import { z } from 'zod'
import { ERROR_CODES, type ErrorCode, IsnadError } from '../model/index.js'

/** HTTP status of each error code that a person at a screen can cause; every other code is a fault of ours (500). */
const STATUS: Partial<Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 422 | 429 | 503>> = {
  usage: 400,
  'bad-request': 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'too-many-requests': 429,
  'not-found': 404,
  'unknown-actor': 404,
  'case-missing': 404,
  conflict: 409,
  'ambiguous-name': 409,
  'judgement-invalid': 422,
  'unsourced-statement': 422,
  'tlp-refused': 403,
  'case-locked': 503,
}

/** An error as RFC 9457 describes it, with the project's own code, place and next step beside the standard members. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(ERROR_CODES).describe('Each has a section in docs/errors.md'),
  where: z.string().optional(),
  hint: z.string().optional().describe('The next step'),
})
export type Problem = z.infer<typeof Problem>

/** What went wrong, as a body. An error that is not an IsnadError says nothing of the inside of the program. */
export function toProblem(error: unknown, instance: string): Problem {
  const known =
    error instanceof IsnadError
      ? error
      : new IsnadError('internal', 'The request could not be answered.', { hint: 'See the log of the program.' })
  return {
    type: `urn:isnad:error:${known.code}`,
    title: known.code,
    status: STATUS[known.code] ?? 500,
    detail: known.message,
    instance,
    code: known.code,
    ...(known.place && { where: known.place }),
    ...(known.hint && { hint: known.hint }),
  }
}

/** Answers with an error as `application/problem+json`. */
export function problem(c: Context, error: unknown): Response {
  const body = toProblem(error, c.req.path)
  return c.body(JSON.stringify(body), body.status as 400, { 'content-type': 'application/problem+json' })
}
