/** How do people use it in a terminal? Thin over the case; `run` is the whole program. */
export { EXIT } from './exit-codes.js'
export type { Io } from './io.js'
export { run } from './run.js'
