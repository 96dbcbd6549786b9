/** What did we get, from where, when? Files, folders, standard input and addresses become documents. */
export { type CaptureOptions, capture } from './capture.js'
export type {
  Captured,
  CapturedContainer,
  CapturedDocument,
  CapturedKnown,
  CaptureFailure,
  Custody,
} from './captured.js'
export { type CleanPage, cleaned, cleanPage } from './clean-page.js'
export { cutFurniture } from './cut-furniture.js'
export { extensionOf } from './extension.js'
export {
  type BylineForm,
  type CaptureKnowledge,
  type FurnitureForm,
  type KnownOutlet,
  NO_KNOWLEDGE,
  type TableMapping,
} from './knowledge.js'
export { LIMITS, type Limits, readLimit } from './limits.js'
export { type RawInput, type ReadDocument, readDocument } from './read-document.js'
export { delayOf, type RobotsMemory } from './robots.js'
