import type { BothNames } from './display-name.js'

/** What the ontology calls its own terms, in both languages of the screens: by list, then by id. */
export interface Titles {
  types: Record<string, BothNames>
  channels: Record<string, BothNames>
  statuses: Record<string, BothNames>
}
