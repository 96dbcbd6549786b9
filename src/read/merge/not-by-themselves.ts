import type { Candidate } from '../candidate.js'

/** What is done to somebody by another. */
export const DONE_TO: ReadonlySet<string> = new Set(['attack', 'assassination', 'kidnapping', 'arrest'])

/**
 * «استشهاد ثلاثة من الحزام …»: whoever is killed, taken or held by the words of a claim is not he who does it, wherever a later
 * step found him as the one who might be.
 */
export function dropSelfInflicted(candidates: readonly Candidate[]): void {
  for (const { type, slots } of candidates) {
    if (!DONE_TO.has(type)) continue
    const struck = new Set(slots.counterparts.map(({ group }) => group.start))
    if (struck.size > 0) slots.agents = slots.agents.filter(({ group }) => !struck.has(group.start))
  }
}
