import { z } from 'zod'
import { Claim } from './claim.js'
import { Document, ReaderVersion } from './document.js'
import { Span } from './span.js'

export const ENTITY_KINDS = ['actor', 'person', 'place', 'outlet', 'materiel', 'unnamed-source'] as const
export const EntityKind = z.enum(ENTITY_KINDS)
export type EntityKind = z.infer<typeof EntityKind>

/** A span that names or describes something; `id` is shared by all mentions of one referent in the document. */
export const Mention = Span.extend({
  id: z.string(),
  text: z.string(),
  kind: EntityKind,
  /** The pack entities it may be; more than one: ambiguous. */
  entities: z.array(z.string()),
})
export type Mention = z.infer<typeof Mention>

/** A sentence that names two actors or holds a trigger, and gave no claim. */
export const Unread = Span.extend({ text: z.string(), reason: z.string() })
export type Unread = z.infer<typeof Unread>

/** One run of one reader and packs version over one document. */
export const Reading = z.object({
  document: Document.extend({ reader: ReaderVersion }),
  claims: z.array(Claim),
  mentions: z.array(Mention),
  unread: z.array(Unread),
})
export type Reading = z.infer<typeof Reading>
