/** How do programs and browsers use a case? JSON over HTTP on this machine, and the built screens. */
export type { ApiPacks } from './case-world.js'
export type * from './contract/index.js'
export { type ApiOptions, createApi } from './create-api.js'
export { type Problem, toProblem } from './problem.js'
export { DEFAULT_PORT, type Served, type ServeOptions, serve } from './serve.js'
