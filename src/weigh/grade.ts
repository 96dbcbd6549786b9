import { because, type Contradiction, type Grade, type Independence, type Reason } from '../model/index.js'
import type { LinkClaim } from '../resolve/index.js'
import type { WeighContext } from './context.js'
import { originOf } from './origin.js'
import { reasoned } from './reasons.js'

type Information = Pick<Grade, 'information'> & { reason: Reason }

function information(
  claims: readonly LinkClaim[],
  independence: Independence,
  contradictions: readonly Contradiction[],
  context: WeighContext,
): Information {
  const says = (status: string) => claims.some((c) => c.claim.status === status)
  const { atLeast } = independence
  if (!says('asserted') && !says('alleged')) return { information: '6', reason: because('grade-6-none') }
  const against = contradictions.find((c) => c.kind === 'denial' || c.kind === 'outcome')
  if (against?.kind === 'denial' && !says('asserted')) return { information: '5', reason: because('grade-5') }
  if (against)
    return { information: '4', reason: because(against.kind === 'denial' ? 'grade-4-denied' : 'grade-4-outcome') }
  const differing = contradictions.filter((c) => c.kind === 'value' || c.kind === 'direction').map((c) => c.field)
  if (atLeast >= 2) {
    if (differing.length === 0) return { information: '1', reason: because('grade-1', { n: atLeast }) }
    return { information: '2', reason: because('grade-2-values', { n: atLeast, x: differing }) }
  }
  const named = claims.some((c) => originOf(c, context.packs).kind === 'named')
  if (!named) return { information: '6', reason: because('grade-6-unnamed') }
  return { information: '3', reason: because('grade-3') }
}

/**
 * Proposes an Admiralty grade (NATO AJP-2.1: source A–F, information 1–6), never more than a proposal. Source: F, since
 * no sourced assessment of an origin exists in the packs. Information: 1 only from two independent origins that nothing
 * contradicts; the rule is written out in `docs/method.md`.
 */
export function proposeGrade(
  claims: readonly LinkClaim[],
  independence: Independence,
  contradictions: readonly Contradiction[],
  context: WeighContext,
): Grade {
  const { information: grade, reason } = information(claims, independence, contradictions, context)
  return { source: 'F', information: grade, ...reasoned([because('grade-no-assessment'), reason], context.packs) }
}
