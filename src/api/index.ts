/** How do programs and browsers use a case? JSON over HTTP on this machine, and the built screens. */
export type { ClaimView, IncidentView, SayClaim } from './claim-view.js'
export { type ApiOptions, createApi } from './create-api.js'
export { type BothNames, displayName, initials } from './display-name.js'
export { type Problem, toProblem } from './problem.js'
export { DEFAULT_PORT, type Served, type ServeOptions, serve } from './serve.js'
export type { Titles } from './titles.js'
