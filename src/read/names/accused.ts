import type { NounGroup, Sentence } from '../analysis.js'
import { type ActorMemory, nounKey } from './actors.js'
import { isDescription } from './described.js'
import type { Saying } from './referents.js'

/**
 * "The council accuses the Front of arming the Brigade, and the group denies it": of those whom the description may mean,
 * whoever is accused denies, not whoever was named last. Of the accusation right before, in its sentence or the one before.
 */
export function accusedBefore(
  group: NounGroup,
  sentence: Sentence,
  last: Sentence | undefined,
  saying: Saying,
  memory: ActorMemory,
): NounGroup[] | undefined {
  if (!isDescription(group)) return undefined
  const denies = sentence.predicates.find((p) => p.functions.S.includes(group) && saying(p) === 'deny')
  if (!denies) return undefined
  const before = [...(last?.predicates ?? []), ...sentence.predicates].filter((p) => p.span.end <= denies.span.start)
  const accusation = before.findLast((p) => p.pos === 'verb' && saying(p) === 'accuse')
  const noun = nounKey(group.lemma)
  const keys = new Set((accusation?.functions.O ?? []).flatMap((o) => memory.keysOf(o)))
  const accused = memory.newest((a) => keys.has(a.key) && (a.heads.has(noun) || memory.isCalled(a, noun)))
  return accused && [accused.group]
}
