/** What happens when someone adds, re-reads, judges, leaves out? The only door of faces to what is stored. */

export type { CustodyRecord } from '../store/index.js'
export { caseLocation, printable } from '../store/index.js'
export type * from './case.js'
export type { CommonPartner } from './common-partners.js'
export { captureKnowledge, defaultSteps } from './default-steps.js'
export type { IncidentMark, MarkFilter } from './mark-incidents.js'
export { type Agreement, agreements, type Merged, mergeJudgements } from './merge-judgements.js'
export { type CaseOptions, createCase, openCase } from './open-case.js'
export type { Packed } from './pack-case.js'
export type { CapturedInput, CaseWorld, Steps } from './steps.js'
export type { Timestamp } from './timestamp-case.js'
export { unpackCase } from './unpack-case.js'
