import { z } from 'zod'
import { Role } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { PAGE_QUERY, pageOf } from './lists.js'

/** Who asks, and how one comes in. */
export const SessionAnswer = z.object({
  mode: z.enum(['local', 'team']).describe('local: by the address of this start; team: by signing in'),
  user: z
    .object({ name: z.string().optional().describe('Absent on a laptop, where nobody signs in'), role: Role })
    .nullable()
    .describe('null: not let in yet'),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

/** One thing that somebody saw or changed. */
export const AuditAnswer = z.object({
  seq: z.int(),
  at: z.string(),
  who: z.string().describe('Empty where nobody was signed in'),
  role: z.string().nullable(),
  action: z.string().describe('The route, or the command'),
  path: z.string().describe('What was asked'),
  status: z.int(),
  previous: z.string(),
  hash: z.string().describe('Covers the entry and the hash before it'),
})
export type AuditAnswer = z.infer<typeof AuditAnswer>

const Word = z.string().min(1).max(1000)

export const SESSION_ROUTES = defineRoutes({
  'GET /session': { about: 'Who asks, and how one comes in', answer: SessionAnswer, role: 'anyone', etag: false },
  'POST /session': {
    about: 'Signs in, in server mode: gives a cookie',
    body: z.strictObject({ name: Word, password: Word }),
    answer: SessionAnswer,
    status: 201,
    role: 'anyone',
  },
  'DELETE /session': { about: 'Signs out', answer: SessionAnswer, role: 'anyone' },
  'PUT /session/password': {
    about: 'Gives oneself another password, and ends all that was signed in with the old one',
    body: z.strictObject({ old: Word, password: Word }),
    answer: SessionAnswer,
    role: 'viewer',
  },
  'GET /audit': {
    about: 'Who saw and changed what on this server, newest first, page by page',
    query: z.strictObject({
      who: z.string().optional().describe('Name of a person'),
      since: z.string().optional().describe('ISO day or instant'),
      ...PAGE_QUERY,
    }),
    answer: pageOf(AuditAnswer),
    role: 'administrator',
    etag: false,
  },
})
