/**
 * The package's door: what a program needs to read reports, keep a case and show it.
 *
 * @example
 * const reader = createReader(loadPacks())
 * const { claims } = reader.read(document)
 */
export { createCase, openCase } from './case/index.js'
export * from './model/index.js'
export { loadPacks, type Packs } from './packs/index.js'
export { createReader, type Reader } from './read/index.js'
