import type { WeighedIncident } from '../model/index.js'
import type { Telling } from '../weigh/index.js'
import type { QueueReason, Waiting } from './queue.js'

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

/**
 * The claims that nobody decided on, what would change a conclusion first. `reasons`: what rests on each, as its incident
 * was weighed.
 */
export function waitingClaims(
  tellings: readonly Telling[],
  reasons: ReadonlyMap<string, readonly QueueReason[]>,
  decided: (claim: string) => boolean,
): Waiting[] {
  return tellings.flatMap(({ claim, confidence, time, published }): Waiting[] => {
    if (decided(claim)) return []
    const own = [...(reasons.get(claim) ?? []), ...(confidence < UNCERTAIN ? (['uncertain'] as const) : [])]
    const heaviest = Math.max(0, ...own.map((reason) => WEIGHT[reason as keyof typeof WEIGHT] ?? 0))
    return [
      {
        ...{ kind: 'claim', id: `claim ${claim}`, about: [claim], reasons: own },
        weight: heaviest + DOUBT * (1 - confidence),
        orderKey: `${time?.from ?? published?.to ?? ''} ${claim}`,
      },
    ]
  })
}
