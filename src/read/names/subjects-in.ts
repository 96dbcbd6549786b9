import type { NounGroup, Predicate, Sentence } from '../analysis.js'
import { MEANS } from '../frames/surroundings.js'

/** Whom the clauses of a sentence are about: what a pronoun in the next takes up first. */
export const subjectsIn = (sentence: Sentence): NounGroup[] =>
  sentence.predicates.filter((p) => !byTheWay(p, sentence)).flatMap(subjectsOf)

/** Who a clause is about; not "guarded" in "the fort guarded by rebels", which only describes. */
const subjectsOf = ({ passive, form, governor, functions: { S, O } }: Predicate) =>
  passive ? (form === 'participle' && governor?.as === 'relative' ? [] : O) : S.flatMap(ofThing)

/** "A convoy, of which the ministry knew nothing, arrived": whoever acts only in what is said of a noun. */
const byTheWay = ({ governor, functions: { S, P } }: Predicate, { predicates }: Sentence) =>
  governor?.as === 'relative' &&
  Object.values(P)
    .flat()
    .some((g) => S[0] && g.end <= S[0].start) &&
  !S.some((g) => g.agreement || predicates[governor.predicate]!.functions.S.includes(g))

/** "The coalition's jets bombed it": whose they are. */
const ofThing = (g: NounGroup): NounGroup[] =>
  isThing(g) && g.of && !g.of.pronoun && g.of.start < g.head.start ? [g, g.of] : [g]

/** Whatever a name stands in, its head is nobody: jets, a report. */
export const isThing = (g: NounGroup) => g.classes.some((c) => MEANS.includes(c))
