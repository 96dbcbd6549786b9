import type { Telling } from '../weigh/index.js'

/** The figures of some claims. */
export interface Tally {
  claims: number
  /** Claims whose origin is an unnamed source; claims in an outlet's own voice. */
  unnamed: number
  ownVoice: number
  /** By the camp that says it, `''` where none is known: claims, and of these those whose origin is an unnamed source. */
  camps: Record<string, readonly [claims: number, unnamed: number]>
  types: Record<string, number>
  statuses: Record<string, number>
  /** First and last of the days that the claims state. */
  days: readonly [string, string] | null
}

/** The figures of these claims. */
export function tallyOf(tellings: readonly Telling[]): Tally {
  const stated = tellings.flatMap(({ time }) => [time?.from ?? [], time?.to ?? []].flat())
  return {
    claims: tellings.length,
    unnamed: tellings.filter(isUnnamedOrigin).length,
    ownVoice: tellings.filter(({ lastHop }) => lastHop === null).length,
    camps: addCamps(tellings.map((one) => ({ [one.camp ?? '']: [1, Number(isUnnamedOrigin(one))] }))),
    types: countEach(tellings.map(({ type }) => [type, 1])),
    statuses: countEach(tellings.map(({ status }) => [status, 1])),
    days: span(stated),
  }
}

/** The figures of parts that have no claim in common, together. */
export function addTallies(parts: readonly Tally[]): Tally {
  const sum = (of: (part: Tally) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    claims: sum((part) => part.claims),
    unnamed: sum((part) => part.unnamed),
    ownVoice: sum((part) => part.ownVoice),
    camps: addCamps(parts.map(({ camps }) => camps)),
    types: countEach(parts.flatMap(({ types }) => Object.entries(types))),
    statuses: countEach(parts.flatMap(({ statuses }) => Object.entries(statuses))),
    days: span(parts.flatMap(({ days }) => days ?? [])),
  }
}

const isUnnamedOrigin = ({ lastHop }: Telling) => lastHop === 'anonymous' || lastHop === 'witness'

function addCamps(parts: readonly Tally['camps'][]): Tally['camps'] {
  const all = new Map<string, [number, number]>()
  for (const [camp, [claims, unnamed]] of parts.flatMap((part) => Object.entries(part))) {
    const own = all.get(camp) ?? [0, 0]
    all.set(camp, [own[0] + claims, own[1] + unnamed])
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How often each value comes, by value. */
export function countEach(values: readonly (readonly [string, number])[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const [value, n] of values) counts.set(value, (counts.get(value) ?? 0) + n)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function span(days: readonly string[]): [string, string] | null {
  if (days.length === 0) return null
  return [days.reduce((a, b) => (a < b ? a : b)), days.reduce((a, b) => (a > b ? a : b))]
}
