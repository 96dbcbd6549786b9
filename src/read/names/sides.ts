import type { NounGroup, Predicate } from '../analysis.js'
import type { ActorMemory } from './actors.js'

/** The two sides that a clause names: who acts, and on whom or with whom. */
export function sidesIn({ pos, passive, functions: { S, O, O2, P } }: Predicate): NounGroup[] {
  if (pos !== 'verb' || passive || S.length !== 1 || O2.length > 0) return []
  const own = S[0]!.members ?? S[0]!.of?.members
  if (own?.length === 2) return own
  const [other, further] = O.length > 0 ? O : (P.with ?? [])
  return other && !further && !own && !other.members ? [S[0]!, other] : []
}

/** "the former": the first of the two named right before. */
export const isFormer = (g: NounGroup) => g.classes.includes('former') && g.mention === undefined && !g.of

export function former(group: NounGroup, memory: ActorMemory): NounGroup[] {
  const faced = memory.facedBefore(group.start)
  return (faced.length > 0 ? faced : memory.lastTwo()).slice(0, 1)
}
