import type { Claim, ClaimType, Filler, Slot } from '../model/index.js'

/** Being the agent of these says nothing against anyone. */
const HARMLESS: readonly ClaimType[] = ['statement', 'non-aggression']
/** In these the other side is said to have taken part, to have received help, or to have earned it. */
const SHARED: readonly ClaimType[] = [
  ...([
    'meeting',
    'agreement',
    'coordination',
    'arms-transfer',
    'funding',
    'training',
    'intelligence-sharing',
  ] as const),
  ...([
    'safe-haven',
    'safe-passage',
    'personnel-support',
    'joint-operation',
    'support',
    'arrest',
    'designation',
  ] as const),
]

/** The fillers of a claim that a person could be harmed by standing in: who is said to have done it, or to have gained. */
export function adverseFillers(claim: Claim): Filler[] {
  const slots: Slot[] = []
  if (!HARMLESS.includes(claim.type)) slots.push('agents')
  if (SHARED.includes(claim.type)) slots.push('counterparts')
  return slots.flatMap((slot) => claim[slot])
}
