import { z } from 'zod'
import { Judgement } from '../../model/index.js'
import { defineRoutes } from './define.js'
import { Both, PAGE_QUERY, pageOf } from './lists.js'

/** One thing that a judgement is about. */
export const DecidedSide = z.object({
  kind: z.enum(['claim', 'incident', 'name', 'gone']).describe('What the title is of; `gone`: it is no longer there'),
  title: Both.nullable().describe('A claim in a sentence, an incident by its title, a name; null where it is gone'),
  claims: z.int().describe('How many claims of today it is; 0 where it is a name'),
  document: z.string().optional().describe('Where the first of these claims stands'),
  claim: z.string().optional().describe('The first of these claims'),
  incident: z.string().optional().describe('The incident that this claim stands in today'),
  entity: z.string().optional().describe('The entity of this name, or for which this wording stands today'),
})
export type DecidedSide = z.infer<typeof DecidedSide>

/** A judgement as it is looked back on. */
export const DecidedAnswer = z.object({
  judgement: Judgement,
  sides: z.array(DecidedSide).describe('Two of a pair, else one'),
  takenBack: Judgement.pick({ id: true, by: true, at: true, why: true })
    .optional()
    .describe('The entry of the log that took it back'),
})
export type DecidedAnswer = z.infer<typeof DecidedAnswer>

export const DecidedQuery = z.strictObject({
  incident: z
    .string()
    .optional()
    .describe('Only what stands on this incident: what joins or parts its claims, its grade'),
  entity: z.string().optional().describe('Only what stands on this entity, its names and what was joined to it'),
  by: z.string().optional().describe('Only what this analyst decided'),
  ...PAGE_QUERY,
})

export const DECIDED_ROUTES = defineRoutes({
  'GET /review/decided': {
    about: 'What analysts decided, the newest first, with what took it back, page by page',
    query: DecidedQuery,
    answer: pageOf(DecidedAnswer),
  },
})
