import type { WeighedIncident } from '../model/index.js'
import type { WaitingClaim } from '../store/index.js'
import type { Telling } from '../weigh/index.js'
import type { QueueReason } from './queue.js'

/** Below this the reader itself says that it may be wrong. */
const UNCERTAIN = 0.6

/** How much each reason weighs; a doubt of the reader adds at most `DOUBT`. */
const WEIGHT = { tips: 100, contradicts: 60, only: 40 } as const
const DOUBT = 20

/**
 * What rests on each claim: whether its incident would lose its second origin without it, whether it is one side of a
 * contradiction, whether it is all that the incident has.
 */
export function reasonsByClaim(incidents: readonly WeighedIncident[]): Map<string, QueueReason[]> {
  const reasons = new Map<string, QueueReason[]>()
  const add = (claim: string, reason: QueueReason) => {
    const own = reasons.get(claim) ?? []
    if (!own.includes(reason)) reasons.set(claim, [...own, reason])
  }
  for (const { claims, independence, contradictions } of incidents) {
    // With exactly two origins, a group of one claim is what the second rests on.
    if (independence.atLeast === 2)
      for (const group of independence.groups) if (group.claims.length === 1) add(group.claims[0]!, 'tips')
    for (const { kind, values } of contradictions)
      if (kind !== 'update')
        for (const value of values) if (value.claims.length === 1) add(value.claims[0]!, 'contradicts')
    if (claims.length === 1) add(claims[0]!, 'only')
  }
  return reasons
}

/** How much a claim is worth a look, and why: `rests` is what its incident rests on it for. */
export function rankClaim(
  confidence: number,
  rests: readonly QueueReason[],
): { weight: number; reasons: readonly QueueReason[] } {
  const reasons = [...rests, ...(confidence < UNCERTAIN ? (['uncertain'] as const) : [])]
  const heaviest = Math.max(0, ...reasons.map((reason) => WEIGHT[reason as keyof typeof WEIGHT] ?? 0))
  return { weight: heaviest + DOUBT * (1 - confidence), reasons }
}

/** A claim on which nobody decided. `before`: why it waited when it was ranked last; its incident may be as it was. */
export function toWaiting(
  { claim, document, confidence, time, published }: Telling,
  before: readonly QueueReason[] = [],
): WaitingClaim<QueueReason> {
  const orderKey = `${time?.from ?? published?.to ?? ''} ${claim}`
  const rests = before.filter((reason) => reason !== 'uncertain')
  return { claim, document, confidence, orderKey, ...rankClaim(confidence, rests) }
}
