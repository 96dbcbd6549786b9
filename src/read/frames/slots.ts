import type { Slot } from '../../model/index.js'
import type { Functions, NounGroup, Predicate, Sentence } from '../analysis.js'
import type { Party } from '../candidate.js'

/** Which groups of a clause fill the slots of a reading. */

export function emptySlots(): Record<Slot, Party[]> {
  return { agents: [], counterparts: [], objects: [], instruments: [], places: [], origin: [], destination: [] }
}

/** The event that a group is named by: of «تصعيد العمليات» the first word. */
export const eventOf = ({ head }: NounGroup, predicates: readonly Predicate[]): Predicate | undefined =>
  predicates.find((p) => p.pos === 'noun' && p.span.start === head.start)

/** «قادت متابعة أمنية إلى …», «تصعيد العمليات»: what is done is nobody who does it or has it done to him. */
export const isDeed = (slot: string, g: NounGroup, { predicates }: Sentence) =>
  (slot === 'agents' || slot === 'counterparts') &&
  g.mention === undefined &&
  g.classes.length === 0 &&
  eventOf(g, predicates)?.act !== undefined

/** "went off at dawn outside the bank": when it was is no party, and does not stand in the way of one. */
export const isHour = (slot: string, { classes, mention }: NounGroup) =>
  slot === 'counterparts' && mention === undefined && classes.length > 0 && classes.every((one) => one === 'time')

const NOBODY: readonly NounGroup[] = []

/** The groups that stand in a function or behind a preposition; a path goes on into them: "O.of" to the genitive, "O.X" to an owner or a side before the head, "at.of.X" to both. */
export function take(functions: Functions, f: string): readonly NounGroup[] {
  if (f === 'S' || f === 'O' || f === 'O2' || f === 'G' || f === 'X') return functions[f]
  if (f === 'V' || f === 'U') return functions[f] ?? NOBODY
  const dot = f.lastIndexOf('.')
  if (dot <= 0) return functions.P[f] ?? NOBODY
  const owner = f.slice(dot + 1) === 'X'
  // "control of the port and most of the town": the path begins at the first of several.
  return take(functions, f.slice(0, dot))
    .map((g) => g.members?.[0] ?? g)
    .flatMap((g) => {
      if (g.of && (!owner || g.of.start < g.head.start)) return [g.of]
      return owner && g.nisba && g.nisba.start < g.head.start ? [g.nisba] : []
    })
}

/** The groups behind any of some prepositions. */
export function behindAny({ P }: Functions, prepositions: ReadonlySet<string>): NounGroup[] {
  const out: NounGroup[] = []
  for (const p of prepositions) if (P[p]) out.push(...P[p])
  return out
}

/** Adds a group, its coordinated members one by one. */
export function addParty(slot: Party[], group: NounGroup, inferred?: string): void {
  const members = group.members?.length ? group.members : [group]
  for (const member of members) {
    if (slot.some((p) => p.group.start === member.start && p.group.end === member.end)) continue
    slot.push(inferred ? { group: member, inferred } : { group: member })
  }
}
