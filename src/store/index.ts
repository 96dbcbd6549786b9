/**
 * Where does a case live? SQL over SQLite or PostgreSQL: opening, migrations, and one module a table. Everything is
 * asked within a Scope (`store.read`, `store.write`), and every query names its case.
 */

export * from './audit.js'
export * from './claim-blocks.js'
export * from './claim-links.js'
export * from './claim-months.js'
export { copyCase } from './copy-case.js'
export * from './counts.js'
export * from './custody.js'
export * from './documents.js'
export * from './drafts.js'
export * from './erase.js'
export { type ClaimQuery, findClaims } from './find-claims.js'
export * from './find-words.js'
export * from './incidents.js'
export * from './jobs.js'
export { canonical, storable } from './json.js'
export * from './judgements.js'
export * from './kept.js'
export { caseLocation, ONLY_CASE, parseLocation, printable } from './location.js'
export * from './log.js'
export * from './mentions.js'
export { createStore, openStore } from './open-store.js'
export * from './pairs.js'
export * from './people.js'
export { removeRawRow } from './raw-store.js'
export * from './readings.js'
export * from './repeats.js'
export {
  briefsByIds,
  type FoundClaim,
  isShown,
  replaceDecisions,
  replaceShown,
  type ShownClaim,
  shownByIds,
  shownOfDocuments,
} from './shown.js'
export { isMadeWith, type KeptBeside, markOtherPacks, staleKeys, unmarkStale } from './stale.js'
export * from './standings.js'
export { keepStatistics } from './statistics.js'
export type { Scope, Store } from './store.js'
export * from './telling-keys.js'
export * from './tellings.js'
export * from './text-keys.js'
export * from './unsure-pairs.js'
export * from './waiting.js'
export * from './words.js'
