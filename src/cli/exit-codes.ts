import type { ErrorCode } from '../model/index.js'

/** What the program's exit code says; printed under `isnad --help`. */
export const EXIT = {
  ok: 0,
  /** Some inputs failed, or a check found something; the rest was done. */
  partial: 1,
  usage: 2,
  notFound: 3,
  /** The case or its database is damaged, locked, of another version, or cannot be reached. */
  store: 4,
  /** Refused for care: a marking, or a sentence without a source. */
  refused: 5,
  packs: 6,
  /** An error of the program itself. */
  internal: 70,
} as const

export const EXIT_HELP = `
Exit codes: 0 done; 1 some inputs failed or a check found something; 2 wrong use; 3 not found; 4 the case or its
database is damaged, locked, of another version or out of reach; 5 refused (marking, unsourced statement);
6 packs do not load; 70 an error of the program.`

/** The exit code for an error's code. */
export function exitCodeOf(code: ErrorCode): number {
  if (code.startsWith('pack-')) return EXIT.packs
  switch (code) {
    case 'usage':
    case 'judgement-invalid':
    case 'ambiguous-name':
    case 'bad-address':
    case 'case-exists':
      return EXIT.usage
    case 'not-found':
    case 'unknown-actor':
    case 'case-missing':
      return EXIT.notFound
    case 'case-damaged':
    case 'case-locked':
    case 'case-version':
    case 'store-connection':
    case 'timestamp-failed':
      return EXIT.store
    case 'tlp-refused':
    case 'unsourced-statement':
      return EXIT.refused
    case 'internal':
      return EXIT.internal
    default:
      return EXIT.partial
  }
}
