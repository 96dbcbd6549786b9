import type { AttackMode, ClaimType } from '../model/index.js'

/** One phrase of web furniture; what each kind does: see `cut-furniture.ts`. A `*` at the end of a form: anything may follow. */
export interface FurnitureForm {
  form: string
  kind: 'line' | 'tail' | 'head'
}

/**
 * A phrase that says who wrote a text (`author`) or first published it (`outlet`), `{name}` where the name stands; or a
 * word that stands in a line of credits for the outlet's own people and credits nobody else (`staff`), or that
 * is part of an agency's name (`agency`); or that marks an article of opinion (`opinion`).
 */
export interface BylineForm {
  form: string
  kind: 'author' | 'outlet' | 'staff' | 'agency' | 'opinion'
}

/** An outlet or agency as the packs know it. */
export interface KnownOutlet {
  id: string
  names: readonly string[]
  domains: readonly string[]
}

/** What the columns of a table mean; `packs/ontology/tables` has the known ones, and says what each member is. */
export interface TableMapping {
  id: string
  outlet?: string | undefined
  recognise: readonly string[]
  headers?: readonly string[][] | undefined
  show?: readonly string[] | undefined
  columns: {
    text?: string | undefined
    title?: string | undefined
    outlet?: string | undefined
    author?: string | undefined
    address?: string | undefined
    published?: DayColumn | undefined
    agents: readonly string[]
    counterparts: readonly string[]
    places: readonly string[]
    from?: DayColumn | undefined
    to?: DayColumn | undefined
    counts: Record<string, string | { min: string; max: string }>
    sources: readonly string[]
  }
  empty: readonly string[]
  types: readonly { when: Record<string, string>; type: ClaimType; mode?: AttackMode | undefined }[]
}
export interface DayColumn {
  column: string
  as: 'iso' | 'compact' | 'unix' | 'words'
}

/** What capture takes from the packs: words of pages and dates, and outlets by name and address. */
export interface CaptureKnowledge {
  furniture: readonly FurnitureForm[]
  bylines: readonly BylineForm[]
  /** Gregorian month names and abbreviations of every language, with the month's number from 1. */
  months: ReadonlyMap<string, number>
  outlets: readonly KnownOutlet[]
  /** Given names of people, in scripts without capitals: what tells a writer from a paper. */
  givenNames: ReadonlySet<string>
  /** Tables whose columns are known. */
  tables: readonly TableMapping[]
}

/** Knows nothing: what capture does by form alone. */
export const NO_KNOWLEDGE: CaptureKnowledge = {
  furniture: [],
  bylines: [],
  months: new Map(),
  outlets: [],
  givenNames: new Set(),
  tables: [],
}
