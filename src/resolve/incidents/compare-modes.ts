import { because, type ClaimMode } from '../../model/index.js'
import type { ClaimFacts } from './claim-facts.js'
import { type FieldVerdict, SILENT } from './field-verdict.js'

/** Ways of attacking that reports of one attack name interchangeably. */
const ALIKE: readonly (readonly ClaimMode[])[] = [
  ['bombing', 'suicide-bombing', 'landmine'],
  ['drone-strike', 'missile-strike', 'air-strike', 'shelling'],
  ['armed-assault', 'ambush'],
]

/** A bomb at the gate and gunmen behind it: reports of one attack name the one or the other. */
const OFTEN_BOTH: readonly ClaimMode[] = ['bombing', 'suicide-bombing', 'armed-assault']

/** Compares how the attack was carried out. */
export function compareModes({ claim: { mode: x } }: ClaimFacts, { claim: { mode: y } }: ClaimFacts): FieldVerdict {
  if (!x || !y || x === 'other' || y === 'other') return SILENT
  // Few attacks are suicide bombings, so that two on one day are likely to be one.
  if (x === y)
    return { field: 'mode', points: x === 'suicide-bombing' ? 1 : 0.5, why: () => [because('mode-same', { x })] }
  const alike = ALIKE.some((modes) => modes.includes(x) && modes.includes(y))
  if (alike) return { field: 'mode', points: 0.5, why: () => [because('modes-alike', { x, y })] }
  if (OFTEN_BOTH.includes(x) && OFTEN_BOTH.includes(y)) return SILENT
  return { field: 'mode', points: -1, why: () => [because('modes-apart', { x, y })] }
}
