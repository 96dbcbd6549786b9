/** How well is it supported? Chains, independence, contradictions, grades, dyads. Pure; knows no text. */

export { isBetween, pairKeysOf } from './between.js'
export { campOf } from './camp.js'
export type { LeaveOut, WeighContext } from './context.js'
export { showCount } from './contradicting-counts.js'
export { findContradictions } from './contradictions.js'
export { channelOf, dyad, ledger } from './dyad.js'
export { proposeGrade } from './grade.js'
export { weighIndependence } from './independence.js'
export { believed, isLeftOut, leaveOut, leftOutKeys, originVoice } from './leave-out.js'
export { type Origin, type OriginKind, originOf } from './origin.js'
export { findPassings, passingsAmong, printerOf } from './passings.js'
export {
  bestFirst,
  claimsHash,
  countPair,
  type DyadOverview,
  type PairCounts,
  pairUp,
  summariseDyads,
  weighPair,
  withoutEchoes,
} from './summarise-dyads.js'
export {
  type CountedTelling,
  type DatedTelling,
  datedBrief,
  type LinkedTelling,
  type Telling,
  tellingOf,
} from './telling.js'
export { traceTransmission, transmissionOf } from './trace-transmission.js'
export { weighIncident } from './weigh-incident.js'
export { weighInterest } from './weigh-interest.js'
