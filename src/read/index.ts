/** What does this document claim? Names, phrases, frames, attribution, merge: a cascade over one document. */
export type { Explained, ExplainedSentence } from './explain.js'
export { createGlosser, type Glosser } from './gloss/create-glosser.js'
export type { GlossNames } from './gloss/gloss-names.js'
export { createReader, type Reader } from './read.js'
