import type { NounGroup, Sentence } from '../analysis.js'
import { arePeople } from '../people.js'
import { surface } from '../surface.js'
import { isIt } from './nearest.js'

/** What can be hit or taken and is nobody: such a thing is "it" only where the text is about it. */
const THINGS = ['ship', 'vehicle', 'aircraft', 'convoy', 'base', 'building', 'checkpoint', 'place']

const isOneThing = (g: NounGroup) =>
  g.classes.some((c) => THINGS.includes(c)) &&
  !g.pronoun &&
  !g.plural &&
  !g.members &&
  (g.quantity?.min ?? 1) === 1 &&
  !g.classes.includes('group') &&
  !g.classes.includes('name') &&
  !arePeople(g)

/**
 * "The tanker was sailing to Ostby when it was hit", "The village lies in the hills. The army shelled it": what is done to
 * "it" is done to the thing that the clause before is about, in this sentence or, where it has none, in the one before.
 */
export function thingSpokenOf(
  group: NounGroup,
  sentence: Sentence,
  before: Sentence | undefined,
): NounGroup | undefined {
  const { pronoun, implied, agreement } = group
  if (!isIt(pronoun) || implied || agreement) return undefined
  const at = sentence.predicates.find((p) => p.pos === 'verb' && p.functions.O.includes(group))
  if (!at) return undefined
  const clauses = (s: Sentence) => s.predicates.filter((p) => p.pos === 'verb' && p.form === 'finite')
  const here = clauses(sentence).filter((p) => p !== at && p.span.end <= group.start)
  const [first] = clauses(before ?? sentence)
  const host = here.at(-1) ?? (before ? first : undefined)
  const [subject] = host ? surface(host) : []
  const meant = subject?.pronoun ? subject.referents?.[0] : subject
  return meant && meant.end <= group.start && isOneThing(meant) ? meant : undefined
}
