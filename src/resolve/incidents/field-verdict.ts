/** What one field says of two claims: for (+) or against (−) their being one happening, and why. */
export interface FieldVerdict {
  points: number
  reason: string
  /** The agreement is particular enough to tell this happening from others of its kind. */
  specific?: boolean
  /** Alone shows that they are two happenings. */
  apart?: boolean
  /** The times agree, but not closely enough to single out one of several such happenings. */
  loose?: boolean
  /** Only a long stretch of time, or none known, lies between them: other particulars must decide. */
  far?: boolean
}

/** The verdict of a field on which one of the claims is silent. */
export const SILENT: FieldVerdict = { points: 0, reason: '' }
