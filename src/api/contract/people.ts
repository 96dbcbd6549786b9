import { z } from 'zod'
import { Role } from '../../model/index.js'
import { defineRoutes } from './define.js'

/** Somebody who may use the case on a server. */
export const PersonAnswer = z.object({
  name: z.string(),
  role: Role,
  created: z.string(),
  disabled: z.string().optional().describe('Since when this person is let in no more'),
})
export type PersonAnswer = z.infer<typeof PersonAnswer>

/** A key of a program; the key itself is shown once, when it is made. */
export const TokenAnswer = z.object({
  id: z.string(),
  label: z.string(),
  created: z.string(),
  expires: z.string(),
})
export type TokenAnswer = z.infer<typeof TokenAnswer>

const Made = z.object({ password: z.string().describe('Shown this once; it is stored nowhere') })
const Person = z.object({ person: PersonAnswer })
const own = { role: 'viewer', etag: false } as const
const admin = { role: 'administrator', etag: false } as const

/** Who may come in, and with what. What is done to whom stands in the path, so that the audit log says it. */
export const PEOPLE_ROUTES = defineRoutes({
  'GET /people': { about: 'Who may come in', answer: z.object({ items: z.array(PersonAnswer) }), ...admin },
  'POST /people/{name}/role/{role}': {
    about: 'Lets somebody in, and gives the password that was made',
    answer: Made,
    status: 201,
    ...admin,
  },
  'PUT /people/{name}/role/{role}': { about: 'Gives somebody another role; not oneself', answer: Person, ...admin },
  'POST /people/{name}/password': {
    about: 'Makes another password for somebody, and ends what was signed in with the old one',
    answer: Made,
    status: 201,
    ...admin,
  },
  'PUT /people/{name}/disabled': { about: 'Lets somebody in no more, at once; not oneself', answer: Person, ...admin },
  'DELETE /people/{name}/disabled': { about: 'Lets somebody in again', answer: Person, ...admin },
  'GET /session/tokens': {
    about: 'The API tokens of who is signed in',
    answer: z.object({ items: z.array(TokenAnswer) }),
    ...own,
  },
  'POST /session/tokens': {
    about: 'Makes an API token, for a program that asks in the name of who is signed in',
    body: z.strictObject({
      label: z.string().min(1).max(100).describe('What it is for'),
      days: z.int().min(1).max(3660).describe('How long it holds'),
    }),
    answer: z.object({ token: z.string().describe('Shown this once; only its hash is stored') }),
    status: 201,
    ...own,
  },
  'DELETE /session/tokens/{id}': { about: 'Takes one of the tokens away', answer: z.object({}), ...own },
})
