import type { AttackMode } from '../../model/index.js'
import type { ClaimFacts } from './claim-facts.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'

/** Ways of attacking that reports of one attack name interchangeably. */
const ALIKE: readonly (readonly AttackMode[])[] = [
  ['bombing', 'suicide-bombing', 'landmine'],
  ['drone-strike', 'missile-strike', 'air-strike', 'shelling'],
  ['armed-assault', 'ambush'],
]

/** A bomb at the gate and gunmen behind it: reports of one attack name the one or the other. */
const OFTEN_BOTH: readonly AttackMode[] = ['bombing', 'suicide-bombing', 'armed-assault']

/** Compares how the attack was carried out. */
export function compareModes({ claim: a }: ClaimFacts, { claim: b }: ClaimFacts): FieldVerdict {
  if (!a.mode || !b.mode || a.mode === 'other' || b.mode === 'other') return SILENT
  // Few attacks are suicide bombings, so that two on one day are likely to be one.
  if (a.mode === 'suicide-bombing' && b.mode === a.mode)
    return { field: 'mode', points: 1, reason: () => `mode: ${a.mode} in both` }
  if (a.mode === b.mode) return { field: 'mode', points: 0.5, reason: () => `mode: ${a.mode} in both` }
  const alike = ALIKE.some((modes) => modes.includes(a.mode!) && modes.includes(b.mode!))
  if (alike) return { field: 'mode', points: 0.5, reason: () => `mode: ${a.mode} and ${b.mode}` }
  if (OFTEN_BOTH.includes(a.mode) && OFTEN_BOTH.includes(b.mode)) return SILENT
  return { field: 'mode', points: -1, reason: () => `mode: ${a.mode} against ${b.mode}` }
}
