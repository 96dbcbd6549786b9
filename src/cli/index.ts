/** How do people use it in a terminal? Thin over the case; `run` is the whole program. */
export { EXIT } from './exit-codes.js'
export { type Io, processIo } from './io.js'
export { createProgram, run } from './run.js'
