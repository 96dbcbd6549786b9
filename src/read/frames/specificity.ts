import type { Predicate } from '../analysis.js'
import type { Candidate } from '../candidate.js'
import type { Unit } from './compile.js'

/** A reading of a predicate, and how far its unit fits. */
export interface Weighed {
  candidate: Candidate
  weight: number
}

/** A verb that stands in several types: gated readings beat ungated ones; equals all stay. */
export function mostSpecific(readings: readonly Weighed[]): Candidate[] {
  if (readings.length < 2) return readings.map((r) => r.candidate)
  const [best, ...others] = [...readings].sort((a, b) => b.weight - a.weight).map((r) => r.candidate)
  const kept = [best!]
  // "gave them mines and money": arms and funds are two events of one giving, where different things are given.
  if (best!.given)
    for (const c of others)
      if (c.given?.length && !kept.some((k) => k.given?.some((g) => c.given!.includes(g)))) kept.push(c)
  return kept
}

/** "sent the militia missiles": a unit with no place for whoever gets what is given. */
const leavesOut = (u: Unit, { functions: { O2 } }: Predicate) => O2.length > 0 && !u.give && !u.named.has('O2')

const specificity = (u: Unit) =>
  10 * (u.fixed.size + (u.named.has('V') ? 1 : 0)) +
  (u.under && u.needs ? 5 : 0) +
  4 * u.gates.require.length +
  u.gates.exclude.length
const filled = (c: Candidate) =>
  (['agents', 'counterparts', 'objects'] as const).filter((s) => c.slots[s].length > 0).length

/** How much a unit asks for and finds; less where it has no place for somebody who stands there. */
export const weightOf = (unit: Unit, predicate: Predicate, candidate: Candidate): number =>
  specificity(unit) +
  filled(candidate) -
  (leavesOut(unit, predicate) ? LEFT_OUT : 0) -
  // What tells of an event of its own goes before what only counts its victims.
  (unit.aftermath ? LEFT_OUT : 0)
const LEFT_OUT = 5
