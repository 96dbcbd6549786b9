/** In whose format? Sentences, reports and tables made from a case's data; enforces markings and care for persons. */
export { adverseFillers } from './adverse.js'
export { claimsToCsv, claimsToJsonl, type ExportContext } from './export-claims.js'
export { markingFor, strictest } from './marking.js'
export type { Block, Inline, Report } from './report/blocks.js'
export {
  adversePersons,
  buildDraft,
  checkDraft,
  type DraftMaterial,
  type DraftOptions,
  type DraftProblem,
} from './report/build-draft.js'
export { buildReport, type ReportOptions } from './report/build-report.js'
export { collectDraft } from './report/collect-draft.js'
export { collectDossier, type Dossier, type DossierDocument } from './report/dossier.js'
export { type LedgerTable, ledgerTable } from './report/ledger-table.js'
export { toDocx } from './report/to-docx.js'
export { toHtml } from './report/to-html.js'
export { toMarkdown } from './report/to-markdown.js'
export { isCalledAfter, placeNounsOf } from './say/called-after.js'
export { displayName, initials, type Titles, titlesBefore } from './say/display-name.js'
export { type Gloss, glossesOf } from './say/glosses.js'
export { hopNames } from './say/hop-names.js'
export { numbersElsewhere, quotedSpans } from './say/quoted-spans.js'
export { reasonsAbout } from './say/reasons-about.js'
export { type SayOptions, sayClaim } from './say/say-claim.js'
export type { SaidDocument, SayContext, Terms } from './say/say-context.js'
export { type SayWorld, sayAll, sayContext } from './say/sayer.js'
