import type { Incident, WeighedIncident } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { findContradictions } from './contradictions.js'
import { proposeGrade } from './grade.js'
import { weighIndependence } from './independence.js'
import { leaveOut } from './leave-out.js'
import { traceTransmission } from './trace-transmission.js'
import { weighInterest } from './weigh-interest.js'

/**
 * Weighs one incident: independence, contradictions and a proposed grade from its claims, without those that
 * `context.leaveOut` leaves out (they also leave `claims`). `claims` may hold those of other incidents.
 */
export function weighIncident(
  incident: Incident,
  claims: readonly LinkClaim[],
  context: WeighContext,
): WeighedIncident {
  const members = new Set(incident.claims)
  const own = claims.filter((c) => members.has(c.claim.id))
  const left = leaveOut(own, context.leaveOut, context)
  const independence = weighIndependence(left, context, own)
  const contradictions = findContradictions(left, context)
  return {
    ...incident,
    claims: left.map((c) => c.claim.id).sort(),
    independence,
    interest: weighInterest(left, context),
    transmission: traceTransmission(left, context),
    contradictions,
    grade: proposeGrade(left, independence, contradictions, context),
  }
}
