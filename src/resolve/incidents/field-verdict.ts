import type { Reason } from '../../model/index.js'

/** What two claims are compared by. */
export type Field =
  | 'type'
  | 'time'
  | 'agent'
  | 'counterpart'
  | 'parties'
  | 'person'
  | 'place'
  | 'mode'
  | 'counts'
  | 'teller'
  | 'text'
  | 'document'
  | 'nothing'

/** What one field says of two claims: for (+) or against (−) their being one happening, and why. */
export interface FieldVerdict {
  field: Field
  points: number
  /** Made when they are asked for, unless they are always the same: of a thousand pairs that are compared, few are kept. */
  why: readonly Reason[] | (() => Reason[])
  /** How particular the agreement is: 1 tells this happening from most others of its kind, 2 from nearly all,
   * ½ from some. */
  particulars?: number
  /** Alone shows that they are two happenings. */
  apart?: boolean
  /** How many particulars it takes to join two claims so placed or dated; more for events that happen every week. */
  needs?: { rare: number; frequent: number }
}

/** The verdict of a field on which one of the claims is silent. */
export const SILENT: FieldVerdict = { field: 'nothing', points: 0, why: [] }

/** A verdict's reasons. */
export function reasonsOf({ why }: FieldVerdict): readonly Reason[] {
  return typeof why === 'function' ? why() : why
}
