import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { isWithin, withOwner } from './acted-on.js'
import type { ActorMemory } from './actors.js'
import { isThing } from './subjects-in.js'

/** Whoever acts in a clause is not who its other parts are about: "Iran supplied the group". */
export function partnersOf(group: NounGroup, sentence: Sentence, memory: ActorMemory): Set<string> {
  const clauses = closest(
    group,
    sentence.predicates.filter((p) => inFunctions(p, group)),
  )
  // "exchanged prisoners with them": nor is whoever is acted on whom it is done with.
  const done = group.pronoun ? clauses.flatMap(({ functions: { O, P } }) => (isWithin(P, group) ? O : [])) : []
  // «اتهامات الحكومة لها بتهريب السلاح»: nor is whoever does what is done to it.
  const owners = group.pronoun
    ? clauses.flatMap((p) =>
        p.pos === 'noun' && p.functions.S.length === 0 && isWithin(p.functions.P, group) ? p.functions.G : [],
      )
    : []
  // "the Front, with which it clashed", "It shelled the army": nor is who acts any of those whom he acts on.
  const suffer =
    group.pronoun && !group.implied
      ? clauses.flatMap(({ pos, functions: { S, O, O2, P } }) =>
          pos === 'verb' && S.includes(group) ? [...O, ...O2, ...Object.values(P).flat()].flatMap(withOwner) : [],
        )
      : []
  // "two Houthi officers whom the group had seized": nor is a description who is known to suffer what it does.
  const known = group.pronoun
    ? []
    : clauses.flatMap(({ pos, functions: { S, O } }) => (pos === 'verb' && S.includes(group) ? O : []))
  const others = [...clauses.flatMap((p) => p.functions.S), ...done, ...owners, ...suffer].filter((s) => s !== group)
  const named = new Set(
    others.flatMap((s) => [s, ...(s.members ?? []), ...(s.referents ?? [])]).flatMap((g) => memory.keysOf(g)),
  )
  for (const key of memory.keysWithin(known.filter((x) => !x.pronoun))) named.add(key)
  // "French jets bombed it": not those whose jets they are.
  for (const key of memory.keysWithin(others.filter((s) => !s.pronoun && !s.members && isThing(s)))) named.add(key)
  return named
}

/** «اتهامات الحكومة لها»: a pronoun in a phrase right behind an act and whose it is stands in no other clause. */
function closest(group: NounGroup, clauses: readonly Predicate[]): readonly Predicate[] {
  if (!group.pronoun) return clauses
  const own = clauses.find(
    ({ pos, functions: { G, P } }) =>
      pos === 'noun' && isWithin(P, group) && G.some((x) => group.start - x.end === RIGHT_BEHIND),
  )
  if (own) return [own]
  // «مبلغ دفعه لها تاجر»: nor does one right behind a verb that describes stand in the clause of what it describes.
  const inner = clauses.find(
    ({ governor, span, functions: { P } }) =>
      governor?.as === 'relative' &&
      isWithin(P, group) &&
      group.start >= span.end &&
      group.start - span.end <= ONTO_VERB,
  )
  return inner ? [inner] : clauses
}
/** A pronoun on the verb, a blank and a preposition of one letter. */
const ONTO_VERB = 5
/** A blank and a preposition of one letter. */
const RIGHT_BEHIND = 2

const inFunctions = ({ functions: { S, O, O2, G, X, P } }: Predicate, group: NounGroup) =>
  [S, O, O2, G, X].some((list) => list.includes(group)) || isWithin(P, group)
