import type { NounGroup, Sentence } from '../analysis.js'
import { isHuman, isIt } from './nearest.js'

/** "The boss said that he had been paid": "he" in what one person says, who alone was named, is that person. */
export function himself(group: NounGroup, sentence: Sentence): NounGroup[] | undefined {
  if (!isHuman(group.pronoun) || group.implied || group.agreement) return undefined
  const said = sentence.predicates.find(
    (p) =>
      p.governor?.as === 'content' &&
      (p.passive ? [...p.functions.O, ...p.functions.O2] : p.functions.S).includes(group),
  )
  const [speaker, other] = said ? sentence.predicates[said.governor!.predicate]!.functions.S : []
  if (!speaker || other || speaker.pronoun || speaker.agreement || speaker.end > group.start) return undefined
  if (isQuotedBy(speaker, group, sentence)) return undefined
  // "His brother says he was seized": he is whose brother speaks.
  const several =
    speaker.of?.pronoun || speaker.members || speaker.plural || speaker.quantity || speaker.classes.includes('group')
  return several || speaker.classes.some((c) => PAPERS.has(c)) ? undefined : (speaker.referents ?? [speaker])
}
/** "Ostby denied charges by the clan that it armed the rebels": "it" in what one body says of its own is that body. */
export function itself(group: NounGroup, { predicates }: Sentence): NounGroup[] | undefined {
  if (!isIt(group.pronoun) || group.implied || group.agreement) return undefined
  const said = predicates.find(({ governor, functions: { S } }) => governor?.as === 'content' && S.includes(group))
  const [speaker, other] = said ? predicates[said.governor!.predicate]!.functions.S : []
  if (!speaker || other || speaker.pronoun || speaker.members || speaker.plural || speaker.end > group.start)
    return undefined
  const body = speaker.classes.includes('group') && !speaker.classes.some((c) => PAPERS.has(c) || TELLERS.has(c))
  return body ? (speaker.referents ?? [speaker]) : undefined
}
/** "“He sent his men,” said the colonel": whoever speaks says "I" of himself between quotation marks, and is nobody else in them. */
export const isQuotedBy = (speaker: NounGroup, { start }: NounGroup, { quotes }: Sentence) =>
  quotes.some((q) => q.start < start && start < q.end && (speaker.end <= q.start || speaker.start >= q.end))

const PAPERS = new Set(['outlet', 'agency', 'document', 'statement'])
export const TELLERS = new Set(['source', 'anonymous', 'outlet', 'agency'])

/** "In his letter, published by Omar Tal's paper, he writes": whose the letter is, before the clause has a verb. */
export function whoseItWas(group: NounGroup, { groups, predicates }: Sentence): NounGroup[] | undefined {
  if (!isHuman(group.pronoun) || group.implied || group.agreement) return undefined
  if (predicates.some((p) => p.form === 'finite' && p.span.end <= group.start)) return undefined
  const his = ({ pronoun, end }: NounGroup) => pronoun?.gender === group.pronoun?.gender && end <= group.start
  return groups.map((x) => x.of).find((of) => of?.referents && his(of))?.referents
}
