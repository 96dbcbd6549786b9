import type { Reason } from '../model/index.js'

/**
 * Who may rest on whose word: a panel that is seen to quote a government may have all that it says from there, and not the other
 * way round. Where words end that rest on others, there is an origin; whoever quotes two governments makes them no less two.
 * Things are numbered; what is one already is named by one number.
 */
export class Resting {
  readonly #steps = new Map<number, Map<number, Reason>>()
  readonly #ends = new Map<number, readonly number[]>()

  /** `one` may rest on `other`. All is said before anything is asked. */
  may(one: number, other: number, reason: Reason): void {
    if (one === other) return
    const own = this.#steps.get(one) ?? new Map<number, Reason>()
    this.#steps.set(one, own)
    if (!own.has(other)) own.set(other, reason)
  }

  /** Where what this one says may come from in the end, in order: itself, unless it may rest on others; of a circle its first. */
  ends(one: number): readonly number[] {
    const known = this.#ends.get(one)
    if (known) return known
    const reached = this.#reached(one)
    const firsts = [...reached].flatMap((at) => {
      const round = this.#reached(at)
      return [...round].every((other) => this.#reached(other).has(at)) ? Math.min(...round) : []
    })
    const ends = [...new Set(firsts)].sort((x, y) => x - y)
    this.#ends.set(one, ends)
    return ends
  }

  /** Why any of these may rest on what ends there, in the order in which it was said. */
  reasons(those: Iterable<number>, end: number): Reason[] {
    return [...those].flatMap((one) =>
      [...(this.#steps.get(one) ?? [])].flatMap(([other, reason]) => (this.ends(other).includes(end) ? reason : [])),
    )
  }

  readonly #reach = new Map<number, ReadonlySet<number>>()

  /** All that this one may rest on, by however many steps, and itself. */
  #reached(one: number): ReadonlySet<number> {
    const known = this.#reach.get(one)
    if (known) return known
    const reached = new Set([one])
    for (const at of reached) for (const other of this.#steps.get(at)?.keys() ?? []) reached.add(other)
    this.#reach.set(one, reached)
    return reached
  }
}

/** With more ends in question than this they are taken for one, which is never too many. */
const MANY = 16

/** The fewest ends of which each of these has one; of several choices the one that is met first. */
export function fewestEnds(choices: readonly (readonly number[])[]): number[] {
  const sure = new Set(choices.flatMap((ends) => (ends.length === 1 ? ends : [])))
  const open = choices.filter((ends) => !ends.some((end) => sure.has(end)))
  const rest = new Set(open.flat()).size > MANY ? open[0]!.slice(0, 1) : fewest(open)
  return [...sure, ...rest].sort((x, y) => x - y)
}

function fewest(open: readonly (readonly number[])[]): number[] {
  if (open.length === 0) return []
  const shortest = open.reduce((best, one) => (one.length < best.length ? one : best))
  const ways = shortest.map((end) => [end, ...fewest(open.filter((ends) => !ends.includes(end)))])
  return ways.reduce((best, one) => (one.length < best.length ? one : best))
}
