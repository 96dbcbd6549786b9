import { z } from 'zod'
import { Entity, EntityKind } from '../../model/index.js'
import { DecidedAnswer } from './decided.js'
import { defineRoutes } from './define.js'
import { Both, PAGE_QUERY, pageOf } from './lists.js'

/** An entity with the name that a screen prints, and how often it is named. */
export const EntityAnswer = Entity.extend({
  name: Both.describe('Neutral; initials where it is a person who is no public figure'),
  documents: z.int(),
  claims: z.int(),
  incidents: z.int(),
  mentions: z.array(z.object({ text: z.string(), lang: z.string(), outlet: z.string().optional(), count: z.int() })),
  byInitials: z
    .object({ titles: z.array(z.string()), outlets: z.array(z.string()) })
    .optional()
    .describe(
      'Of a person who is shown by initials, which alone tell nobody from another: the titles before the name in the reports, and who prints these',
    ),
  joined: z.array(z.string()).optional().describe('Ids that an analyst judged to be this one'),
})
export type EntityAnswer = z.infer<typeof EntityAnswer>

const Named = z.object({ id: z.string(), name: Both })

/** An entity to choose from a list: what a screen calls it, and in how much it has a part. */
export const NameAnswer = Named.extend({ claims: z.int(), incidents: z.int() })
export type NameAnswer = z.infer<typeof NameAnswer>

/** An office that a person held, with whom and when, as the packs know it; days are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const OfficeAnswer = z.object({
  person: Named,
  role: Both,
  actor: Named.optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  sources: z.array(z.object({ title: z.string(), address: z.string().optional() })),
})
export type OfficeAnswer = z.infer<typeof OfficeAnswer>

export const EntityQuery = z.strictObject({
  kind: EntityKind.optional(),
  query: z.string().optional().describe('Words of any of its names, in either script'),
  ...PAGE_QUERY,
})

export const ENTITY_ROUTES = defineRoutes({
  'GET /entities': {
    about: 'What the documents name, the most named first, page by page',
    query: EntityQuery,
    answer: pageOf(EntityAnswer),
  },
  'GET /names': {
    about: 'What the entities of a kind are called, and no more, those in most claims first: to choose one from',
    query: z.strictObject({ kind: EntityKind.optional(), ...PAGE_QUERY }),
    answer: pageOf(NameAnswer),
  },
  'GET /entities/{id}': {
    about:
      'One entity, with the offices that it held, or that people held with it, and the judgements that stand on it',
    answer: z.object({
      entity: EntityAnswer,
      offices: z.array(OfficeAnswer),
      joined: z.array(Named).describe('What an analyst judged to be this one, each by its own name'),
      judgements: z.array(DecidedAnswer),
    }),
  },
})
