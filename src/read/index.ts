/** What does this document claim? Names, phrases, frames, attribution, merge: a cascade over one document. */
export type { Explained, ExplainedSentence } from './explain.js'
export { createReader, type Reader } from './read.js'
