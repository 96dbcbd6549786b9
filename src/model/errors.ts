/** Every code an IsnadError can carry; each has a section in `docs/errors.md`. */
export const ERROR_CODES = [
  'usage',
  'bad-request',
  'not-signed-in',
  'not-allowed',
  'too-many-requests',
  'not-found',
  'unreadable-file',
  'unsupported-format',
  'empty-document',
  'damaged-file',
  'needs-ocr',
  'needs-mapping',
  'over-limit',
  'bad-header',
  'bad-address',
  'fetch-failed',
  'pack-missing',
  'pack-column',
  'pack-value',
  'pack-reference',
  'pack-unread-file',
  'pack-assertion',
  'case-missing',
  'case-exists',
  'case-version',
  'case-damaged',
  'case-locked',
  'store-connection',
  'timestamp-failed',
  'unsourced-statement',
  'tlp-refused',
  'judgement-invalid',
  'conflict',
  'ambiguous-name',
  'unknown-actor',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Where something went wrong: a file (line and column from 1), a case, a claim … in words. */
export interface ErrorWhere {
  file?: string
  line?: number
  column?: number
  what?: string
}

/**
 * An error a person can act on: `message` says what is wrong with the value, `where` the place, `hint` the next step.
 * Faces print these three and never a stack trace.
 */
export class IsnadError extends Error {
  readonly code: ErrorCode
  readonly where: ErrorWhere | undefined
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options: { where?: ErrorWhere; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'IsnadError'
    this.code = code
    this.where = options.where
    this.hint = options.hint
  }

  /** `file:line:column`, or the words of `where.what`; empty where nothing is known. */
  get place(): string {
    const w = this.where
    if (!w) return ''
    if (!w.file) return w.what ?? ''
    return [w.file, w.line, w.column].filter((x) => x !== undefined).join(':')
  }
}
