import { z } from 'zod'
import { PersonStanding } from './care.js'
import { EntityKind } from './reading.js'

export const NAME_KINDS = [
  'full',
  'short',
  'acronym',
  'kunya',
  'hostile',
  'self',
  'spelling',
  'ambiguous',
  'shared',
  'descriptor',
] as const
/** One name of an entity: its language, what kind of name it is, which outlet uses it and when. */
export const Name = z.object({
  name: z.string(),
  lang: z.string(),
  kind: z.enum(NAME_KINDS),
  outlet: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
})
export type Name = z.infer<typeof Name>

/** A thing in the world, with every name it goes by. `origin` tells whether the pack or a report introduced it. */
export const Entity = z.object({
  id: z.string(),
  kind: EntityKind,
  /** Finer kind as the pack gives it: armed-group, state-body, district … */
  sort: z.string().optional(),
  names: z.array(Name),
  /** The body, place or group it belongs to. */
  parent: z.string().optional(),
  standing: PersonStanding.optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  from: z.enum(['pack', 'report']),
})
export type Entity = z.infer<typeof Entity>
