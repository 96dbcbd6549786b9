import { z } from 'zod'
import { Circle, HopKind, PASSING_KINDS } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both, LeaveOutQuery, Names } from './lists.js'

/** One who prints, passes on or says what the case's claims tell. */
export const SourceAnswer = z.object({
  id: z.string(),
  name: Both.describe('Initials where it is a person who is no public figure'),
  kind: HopKind,
  entity: z.boolean().describe('Whether it has a page among the names'),
  camp: z.string().optional(),
  owner: z.string().optional(),
  documents: z.int().describe('Documents that it printed'),
  claims: z.int().describe('Claims that it printed'),
  ownVoice: z.int().describe('Of these, without any source'),
  originOf: z.int().describe('Claims, in whatever outlet, that go back to it'),
  first: z.int().describe('Incidents that nobody in the case reported earlier'),
})
export type SourceAnswer = z.infer<typeof SourceAnswer>

export const SourcesAnswer = z.object({
  sources: z.array(SourceAnswer),
  unnamed: z
    .array(z.object({ id: z.string(), name: Both, outlet: z.string().optional(), documents: z.int() }))
    .describe('Unnamed sources: each stands by itself, for its words, outlet and day'),
  passings: z.array(
    z.object({
      by: z.string(),
      from: z.string(),
      how: z.enum(PASSING_KINDS),
      credited: z.boolean().describe('Whether it says from whom it has it'),
      claims: z.int(),
      documents: z.int().describe('Documents in which it does so'),
      first: z.string().optional().describe('The earliest of these documents'),
    }),
  ),
  circles: z.array(z.object({ incident: z.string(), title: Both, circle: Circle, said: z.array(Both) })),
  names: Names,
})
export type SourcesAnswer = z.infer<typeof SourcesAnswer>

export const SOURCE_ROUTES = defineRoutes({
  'GET /sources': {
    about: 'Who prints, passes on and says what the claims tell; who takes over from whom; what goes round in a circle',
    query: LeaveOutQuery,
    answer: SourcesAnswer,
  },
})
