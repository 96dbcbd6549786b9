import { SLOTS, type Slot } from '../../model/index.js'
import type { Functions, NounGroup, Sentence } from '../analysis.js'
import type { Party } from '../candidate.js'

/** Which groups of a clause fill the slots of a reading. */

export function emptySlots(): Record<Slot, Party[]> {
  return Object.fromEntries(SLOTS.map((s) => [s, []])) as unknown as Record<Slot, Party[]>
}

/** «قادت متابعة أمنية إلى …», «تصعيد العمليات»: what is done is nobody who does it or has it done to him. */
export const isDeed = (slot: string, g: NounGroup, { predicates }: Sentence) =>
  (slot === 'agents' || slot === 'counterparts') &&
  g.mention === undefined &&
  g.classes.length === 0 &&
  predicates.some((p) => p.pos === 'noun' && p.act !== undefined && p.span.start === g.head.start)

/** The groups that stand in a function or behind a preposition; a path goes on into them: "O.of" to the genitive, "O.X" to an owner before the head. */
export function take(functions: Functions, f: string): NounGroup[] {
  const dot = f.indexOf('.')
  if (dot > 0) {
    const owner = f.slice(dot + 1) === 'X'
    return take(functions, f.slice(0, dot)).flatMap((g) =>
      g.of && (!owner || g.of.start < g.head.start) ? [g.of] : [],
    )
  }
  if (f === 'S' || f === 'O' || f === 'O2' || f === 'G' || f === 'X') return functions[f]
  return functions.P[f] ?? []
}

/** Adds a group, its coordinated members one by one. */
export function addParty(slot: Party[], group: NounGroup, inferred?: string): void {
  const members = group.members?.length ? group.members : [group]
  for (const member of members) {
    if (slot.some((p) => p.group.start === member.start && p.group.end === member.end)) continue
    slot.push(inferred ? { group: member, inferred } : { group: member })
  }
}
